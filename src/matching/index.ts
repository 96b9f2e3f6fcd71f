export { compareQuotes, similarity, SAME_SCORE } from './compare.js';
export { matchKeys } from './keys.js';
export { matchPair } from './pairs.js';
export type { QuotePair } from './pairs.js';
export { assign, chooseBest, gradeRenderings } from './statements.js';
export type { GradedRendering, StatementCandidate } from './statements.js';
export type { MatchDecision, MatchReason, MatchableQuote, RenderingMatch } from './types.js';
