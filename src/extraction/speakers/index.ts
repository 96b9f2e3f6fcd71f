/** Stage 5: the speakers of an article, and which of them each mention means. */
import type { Document } from '../document.js';
import type { Link } from '../linking/link.js';
import type { ExtractedSpeaker } from '../types.js';
import type { Attribution } from './attribution.js';

export function findSpeakers(_doc: Document, links: readonly Link[]): { speakers: ExtractedSpeaker[]; attributions: Attribution[] } {
  return { speakers: [], attributions: links.map((l) => ({ speaker: null, reason: l.mention ? 'UNNAMED' : 'NO_MENTION', evidence: [], candidates: [], confidence: 0 })) };
}
