export { boilerplateHashes, boilerplateSpans, LATEST_ARTICLES, leastHolders } from './boilerplate.js';
export { compareTexts, LEAST_PASSAGE_WORDS } from './compare.js';
export { fingerprint, GUARANTEED_RUN_WORDS } from './fingerprint.js';
export { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE, shareOf, sourceClusters } from './source-clusters.js';
export type { ReuseComparison, ReuseText, ReusedPassage } from './types.js';
export { nearDuplicateGroups } from './clusters.js';
export { isAgency, likelyOrigin, originality, ownWords, sharesAgency } from './origin.js';
export type { LikelyOrigin, OriginReason, OwnWords, Provenance } from './origin.js';
