export { compareQuotes, SAME_SCORE } from './compare.js';
export { renderingOf, similarity } from './similarity.js';
export { matchKeys } from './keys.js';
export { matchPair } from './pairs.js';
export type { QuotePair } from './pairs.js';
export { sentencesOf } from './sentences.js';
export { assign, chooseBest, gradeRenderings } from './statements.js';
export type { GradedRendering, StatementCandidate } from './statements.js';
export type { MatchDecision, MatchReason, MatchableQuote, RenderingMatch } from './types.js';
