/** Keeps each statement's renderings graded against the best of them, and counted. */
import type { GradedStatement, StatementRenderings, WriteStore } from '../domain/write-store.js';
import { chooseBest, gradeRenderings, type GradedRendering } from '../matching/index.js';
import type { MatchableQuote } from '../matching/types.js';
import { takeTurns } from './turns.js';

/** Statements that the store reads and counts anew before others get their turn: a few milliseconds' work. */
const SETTLED_TOGETHER = 50;

/**
 * Chooses the best rendering of each statement again, grades against it those that were not yet, or all where another is
 * the best now, and counts anew. What it reads does not grow with the renderings that were graded before, unless the best changes.
 * @returns the statements that are gone because no quote was left in them
 */
export async function settleStatements(tx: WriteStore, statementIds: Iterable<number>): Promise<number[]> {
  const ids = [...new Set(statementIds)];
  const removed: number[] = [];
  for (let from = 0; from < ids.length; from += SETTLED_TOGETHER) {
    await takeTurns();
    const some = ids.slice(from, from + SETTLED_TOGETHER);
    const graded: GradedStatement[] = [];
    for (const [id, statement] of await tx.ungradedOf(some)) graded.push(...(await grade(tx, id, statement)));
    await tx.setRenderings(graded);
    removed.push(...(await tx.refreshStatements(some)));
  }
  return removed;
}

/** The statement as it is to be, or none where it is so. */
async function grade(tx: WriteStore, id: number, { bestQuoteId, quotes }: StatementRenderings): Promise<GradedStatement[]> {
  await takeTurns();
  if (quotes.every((quote) => quote.graded && quote.id === bestQuoteId)) return [];
  const asked = quotes.map((quote) => ({ ...quote, ...NOT_ASKED }));
  const best = chooseBest(asked);
  // The best of those that were graded is the statement's best; a best that is not graded was reworded since.
  const gradesHold = best.id === bestQuoteId && best.graded;
  const all = gradesHold ? quotes : ((await tx.renderingsOf(id))?.quotes ?? []);
  const renderings = all.filter((quote) => !gradesHold || !quote.graded).map((quote) => ({ ...quote, ...NOT_ASKED }));
  return [{ statementId: id, bestQuoteId: best.id, renderings: await gradesOf(best, renderings) }];
}

/** What neither choosing the best rendering nor grading the others asks for. */
const NOT_ASKED = { articleId: 0, speakerName: null, before: '', after: '', about: [] } as const;

async function gradesOf(best: MatchableQuote, renderings: readonly MatchableQuote[]): Promise<GradedRendering[]> {
  const grades: GradedRendering[] = [];
  for (const rendering of renderings) {
    await takeTurns();
    grades.push(...gradeRenderings(best, [rendering]));
  }
  return grades;
}
