/**
 * The measure of statements: five real articles on one event, taken all the way in, against what a careful reader takes for one
 * utterance. The reader's list (seed-statements.json) holds places alone: of each quote where its content begins and ends, and the
 * utterance that it reports.
 *
 * How they were read: what the outlets that tell most keep apart, in two sentences, is two utterances ("the missiles were fired at a
 * drone", "they burst ten metres away"); a headline that holds both goes with one of them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ArticleDraft } from '../../src/app/types.js';
import { openExtractor } from '../../src/cli/extractor.js';
import { bCubed } from '../stories/partitions.js';
import { rounded } from './figures.js';
import type { Figures } from './figures.js';
import { statementsOf } from './order.js';
import type { StoredQuote } from './order.js';

type Label = readonly [start: number, end: number, utterance: string];

const LABELS = fileURLToPath(new URL('./seed-statements.json', import.meta.url));

export interface StatementsBaseline {
  readonly figures: Figures;
}

export interface StatementsMeasure {
  readonly figures: Figures;
  /** Quotes that the reader labelled, and how many of them were not extracted: each of these counts as a statement of its own. */
  readonly labelled: number;
  readonly missing: number;
}

/** The stored quote that has most in common with a labelled one, at least half of the stretch of both; null where none has. */
function quoteAt(quotes: readonly StoredQuote[], [start, end]: Label): StoredQuote | null {
  const share = (quote: StoredQuote): number => {
    const both = Math.min(end, quote.end) - Math.max(start, quote.start);
    return both / (end - start + quote.end - quote.start - both);
  };
  const [best] = [...quotes].sort((a, b) => share(b) - share(a));
  return best && share(best) >= 0.5 ? best : null;
}

export async function measureStatements(drafts: readonly ArticleDraft[]): Promise<StatementsMeasure> {
  const labels = JSON.parse(readFileSync(LABELS, 'utf8')) as Record<string, Label[]>;
  const stored = await statementsOf(openExtractor(), drafts);
  const rows = Object.entries(labels).flatMap(([file, ofFile]) => ofFile.map((label) => {
    const found = quoteAt(stored.filter((quote) => quote.article === file), label);
    return { truth: label[2], found: found ? found.statementId : `${file} ${label[0]}`, missing: found === null };
  }));
  const truth = rows.map((row) => row.truth);
  const { precision, recall, f1 } = bCubed(rows.map((row) => row.found), truth);
  return {
    figures: {
      'B-cubed precision': rounded(precision),
      'B-cubed recall': rounded(recall),
      'B-cubed F1': rounded(f1),
      'all quotes apart: B-cubed F1': rounded(bCubed(rows.map((_, i) => i), truth).f1),
    },
    labelled: rows.length,
    missing: rows.filter((row) => row.missing).length,
  };
}

export const statementsBaseline = ({ figures }: StatementsMeasure): StatementsBaseline => ({ figures });
