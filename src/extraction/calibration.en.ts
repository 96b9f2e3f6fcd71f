/** How often quotes of each origin are right. Written by training/calibrate.ts from articles of the train part: fit it anew with each model. */
import type { Calibration } from './confidence.js';

export const CALIBRATION: Calibration = {
  model: {
    DIRECT: { slope: 0.726, intercept: 0.799 },
    INDIRECT: { slope: 0.725, intercept: 0.150 },
    MIXED: { slope: 0.744, intercept: 0.537 },
  },
  rules: {
    QUOTE_BEFORE: { plain: 0.626, quoted: 0.953 },
    CLAUSE_BEFORE: { plain: 0.659, quoted: 0.804 },
    QUOTE_AFTER: { plain: 0.626, quoted: 0.741 },
    COLON: { plain: 0.331, quoted: 0.736 },
    THAT: { plain: 0.775, quoted: 0.889 },
    ZERO_THAT: { plain: 0.740, quoted: 0.852 },
    TO: { plain: 0.509, quoted: 0.675 },
    WHETHER: { plain: 0.613, quoted: 0.794 },
    ADDRESSEE: { plain: 0.749, quoted: 0.875 },
    OBJECT_TO: { plain: 0.584, quoted: 0.837 },
    OBJECT: { plain: 0.499, quoted: 0.705 },
    PREPOSITION: { plain: 0.537, quoted: 0.679 },
    GERUND: { plain: 0.586, quoted: 0.738 },
    ACCORDING_TO: { plain: 0.732, quoted: 0.800 },
    TRANSCRIPT: { plain: 0.626, quoted: 0.468 },
    SIGNED: { plain: 0.626, quoted: 0.588 },
    LABEL: { plain: 0.765, quoted: 0.946 },
    LONE_QUOTE: { plain: 0.626, quoted: 0.649 },
  },
  besideModel: {
    QUOTE_BEFORE: { plain: 0.626, quoted: 0.698 },
    QUOTE_AFTER: { plain: 0.626, quoted: 0.342 },
    COLON: { plain: 0.331, quoted: 0.379 },
    THAT: { plain: 0.646, quoted: 0.889 },
    ZERO_THAT: { plain: 0.617, quoted: 0.852 },
    ACCORDING_TO: { plain: 0.311, quoted: 0.800 },
    TRANSCRIPT: { plain: 0.626, quoted: 0.388 },
    LONE_QUOTE: { plain: 0.626, quoted: 0.614 },
  },
};
