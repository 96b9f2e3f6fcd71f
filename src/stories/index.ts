export { likeness, WINDOW_DAYS } from './compare.js';
export type { TermCounts } from './compare.js';
export { grouped, likenesses, SAME_STORY } from './grouping.js';
export { keptIds } from './identity.js';
export type { Identities, NewGroup } from './identity.js';
export { searchKeys } from './keys.js';
export { profileOf } from './profile.js';
export { representativeOf } from './representative.js';
export type { SharedText, StoryArticle, StoryTerm } from './types.js';
