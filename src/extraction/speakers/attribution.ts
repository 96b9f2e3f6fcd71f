/** Who a link's mention leads to. */
import type { Span } from '../../text/spans.js';
import type { UnattributedReason } from '../types.js';

export interface Attribution {
  /** Index into the article's speakers. */
  readonly speaker: number | null;
  /** All who say it, `speaker` first; empty where that is null. */
  readonly speakers: readonly number[];
  readonly reason: UnattributedReason | null;
  readonly evidence: readonly (readonly Span[])[];
  readonly candidates: readonly { readonly speaker: number; readonly confidence: number }[];
  readonly confidence: number;
}
