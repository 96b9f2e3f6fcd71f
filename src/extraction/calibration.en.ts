/** How often quotes of each origin are right. Written by training/calibrate.ts from articles of the train part: fit it anew with each model. */
import type { Calibration } from './confidence.js';

export const CALIBRATION: Calibration = {
  model: {
    DIRECT: { slope: 0.807, intercept: 0.177 },
    INDIRECT: { slope: 0.738, intercept: 0.131 },
    MIXED: { slope: 0.785, intercept: 0.350 },
  },
  rules: {
    QUOTE_BEFORE: { plain: 0.628, quoted: 0.948 },
    CLAUSE_BEFORE: { plain: 0.672, quoted: 0.706 },
    QUOTE_AFTER: { plain: 0.628, quoted: 0.724 },
    COLON: { plain: 0.332, quoted: 0.709 },
    THAT: { plain: 0.776, quoted: 0.876 },
    ZERO_THAT: { plain: 0.741, quoted: 0.841 },
    TO: { plain: 0.510, quoted: 0.672 },
    WHETHER: { plain: 0.613, quoted: 0.789 },
    ADDRESSEE: { plain: 0.749, quoted: 0.864 },
    OBJECT_TO: { plain: 0.584, quoted: 0.830 },
    OBJECT: { plain: 0.500, quoted: 0.699 },
    PREPOSITION: { plain: 0.538, quoted: 0.667 },
    GERUND: { plain: 0.586, quoted: 0.724 },
    ACCORDING_TO: { plain: 0.732, quoted: 0.755 },
    TRANSCRIPT: { plain: 0.628, quoted: 0.479 },
    SIGNED: { plain: 0.628, quoted: 0.900 },
    LABEL: { plain: 0.766, quoted: 0.942 },
    LONE_QUOTE: { plain: 0.628, quoted: 0.525 },
  },
  besideModel: {
    QUOTE_BEFORE: { plain: 0.628, quoted: 0.850 },
    QUOTE_AFTER: { plain: 0.628, quoted: 0.332 },
    COLON: { plain: 0.332, quoted: 0.401 },
    THAT: { plain: 0.647, quoted: 0.876 },
    ZERO_THAT: { plain: 0.617, quoted: 0.841 },
    TRANSCRIPT: { plain: 0.628, quoted: 0.404 },
    LONE_QUOTE: { plain: 0.628, quoted: 0.494 },
  },
};
