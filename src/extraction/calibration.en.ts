/** How often quotes of each origin are right. Written by training/calibrate.ts from articles of the train part: fit it anew with each model. */
import type { Calibration } from './confidence.js';

export const CALIBRATION: Calibration = {
  model: {
    DIRECT: { slope: 0.723, intercept: 0.812 },
    INDIRECT: { slope: 0.725, intercept: 0.150 },
    MIXED: { slope: 0.731, intercept: 0.548 },
  },
  rules: {
    QUOTE_BEFORE: { plain: 0.627, quoted: 0.953 },
    CLAUSE_BEFORE: { plain: 0.659, quoted: 0.805 },
    QUOTE_AFTER: { plain: 0.627, quoted: 0.750 },
    COLON: { plain: 0.332, quoted: 0.740 },
    THAT: { plain: 0.777, quoted: 0.889 },
    ZERO_THAT: { plain: 0.742, quoted: 0.861 },
    TO: { plain: 0.507, quoted: 0.675 },
    WHETHER: { plain: 0.613, quoted: 0.795 },
    ADDRESSEE: { plain: 0.749, quoted: 0.885 },
    OBJECT_TO: { plain: 0.584, quoted: 0.838 },
    OBJECT: { plain: 0.501, quoted: 0.715 },
    PREPOSITION: { plain: 0.538, quoted: 0.679 },
    GERUND: { plain: 0.586, quoted: 0.740 },
    ACCORDING_TO: { plain: 0.732, quoted: 0.800 },
    TRANSCRIPT: { plain: 0.627, quoted: 0.469 },
    SIGNED: { plain: 0.627, quoted: 0.590 },
    LABEL: { plain: 0.766, quoted: 0.947 },
    LONE_QUOTE: { plain: 0.627, quoted: 0.663 },
  },
  besideModel: {
    QUOTE_BEFORE: { plain: 0.627, quoted: 0.698 },
    QUOTE_AFTER: { plain: 0.627, quoted: 0.344 },
    COLON: { plain: 0.332, quoted: 0.380 },
    THAT: { plain: 0.648, quoted: 0.889 },
    ZERO_THAT: { plain: 0.618, quoted: 0.861 },
    ACCORDING_TO: { plain: 0.311, quoted: 0.800 },
    TRANSCRIPT: { plain: 0.627, quoted: 0.389 },
    LONE_QUOTE: { plain: 0.627, quoted: 0.632 },
  },
};
