/** How often quotes of each origin are right. Written by training/calibrate.ts from articles of the train part: fit it anew with each model. */
import type { Calibration } from './confidence.js';

export const CALIBRATION: Calibration = {
  model: {
    DIRECT: { slope: 0.727, intercept: 0.766 },
    INDIRECT: { slope: 0.728, intercept: 0.141 },
    MIXED: { slope: 0.773, intercept: 0.453 },
  },
  rules: {
    QUOTE_BEFORE: { plain: 0.626, quoted: 0.953 },
    CLAUSE_BEFORE: { plain: 0.657, quoted: 0.753 },
    QUOTE_AFTER: { plain: 0.626, quoted: 0.726 },
    COLON: { plain: 0.331, quoted: 0.726 },
    THAT: { plain: 0.775, quoted: 0.884 },
    ZERO_THAT: { plain: 0.740, quoted: 0.853 },
    TO: { plain: 0.508, quoted: 0.674 },
    WHETHER: { plain: 0.613, quoted: 0.792 },
    ADDRESSEE: { plain: 0.749, quoted: 0.865 },
    OBJECT_TO: { plain: 0.584, quoted: 0.834 },
    OBJECT: { plain: 0.499, quoted: 0.703 },
    PREPOSITION: { plain: 0.538, quoted: 0.668 },
    GERUND: { plain: 0.586, quoted: 0.732 },
    ACCORDING_TO: { plain: 0.732, quoted: 0.799 },
    TRANSCRIPT: { plain: 0.626, quoted: 0.476 },
    SIGNED: { plain: 0.626, quoted: 0.851 },
    LABEL: { plain: 0.766, quoted: 0.945 },
    LONE_QUOTE: { plain: 0.626, quoted: 0.560 },
  },
  besideModel: {
    QUOTE_BEFORE: { plain: 0.626, quoted: 0.834 },
    QUOTE_AFTER: { plain: 0.626, quoted: 0.313 },
    COLON: { plain: 0.331, quoted: 0.414 },
    THAT: { plain: 0.646, quoted: 0.884 },
    ZERO_THAT: { plain: 0.617, quoted: 0.853 },
    ACCORDING_TO: { plain: 0.321, quoted: 0.726 },
    TRANSCRIPT: { plain: 0.626, quoted: 0.398 },
    LONE_QUOTE: { plain: 0.626, quoted: 0.549 },
  },
};
