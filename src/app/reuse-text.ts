/** What of an article counts when texts are compared. */
import type { ReuseText } from '../reuse/types.js';
import { quotedSpans } from '../text/quotation.js';
import { mergeSpans, type Span } from '../text/spans.js';

/** @param boilerplate as it was marked and as it was learned */
export const reuseText = (body: string, boilerplate: readonly Span[]): ReuseText => ({ body, excluded: mergeSpans([...boilerplate, ...quotedSpans(body)]) });
