/** What the items of a unit are to one cue: nothing, or the start or the rest of mention, cue or content. */

export const OTHER = 0;
export const MENTION_START = 1;
export const MENTION = 2;
export const CUE_START = 3;
export const CUE = 4;
export const CONTENT_START = 5;
export const CONTENT = 6;
export const LABELS = 7;

export const isMention = (label: number): boolean => label === MENTION_START || label === MENTION;
export const isCue = (label: number): boolean => label === CUE_START || label === CUE;
export const isContent = (label: number): boolean => label === CONTENT_START || label === CONTENT;

/** By label: the one that must stand before it, itself aside; 0 where anything may. */
const STARTER = [0, 0, MENTION_START, 0, CUE_START, 0, CONTENT_START] as const;

/** May `label` begin a unit? The rest of something may not. */
export const mayBegin = (label: number): boolean => STARTER[label] === 0;

/**
 * May `label` follow `before`? The rest of something only itself or its start; and the cue runs in one piece up to its
 * anchor (`beforeAnchor`: the item is the anchor or stands before it).
 */
export function mayFollow(before: number, label: number, beforeAnchor: boolean): boolean {
  const starter = STARTER[label];
  if (starter !== 0 && before !== label && before !== starter) return false;
  return !(beforeAnchor && isCue(before) && label !== CUE);
}
