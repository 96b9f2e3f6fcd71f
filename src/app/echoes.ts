/** Statements in which the same speaker says nearly the same words on another occasion. Worked out when asked: nothing is stored. */
import type { EchoCandidate, ReadStore } from '../domain/read-store.js';
import type { StatementRecord } from '../domain/records.js';
import { echoOf } from '../matching/index.js';
import { byId } from './by-id.js';
import { MATCH_WINDOW_DAYS } from './statements.js';
import { takeTurns } from './turns.js';
import type { Echo } from './types.js';

/** Statements that are compared with one: more of a speaker's slogan are not listed. */
export const MAX_ECHOES = 50;
/** What a speaker says of one subject shares keys too, though fewer than the same words do: those come first. */
const MAX_CANDIDATES = 100;

const DAY_MS = 86_400_000;

/**
 * Within the window the same words are one statement: what is apart there, and was not set apart by a person, is one utterance
 * that matching did not bring together, and no echo. Neither is what has no date.
 */
function isAnotherOccasion({ setApart, publishedAt, askedPublishedAt }: EchoCandidate): boolean {
  if (setApart) return true;
  return publishedAt !== null && askedPublishedAt !== null && Math.abs(Date.parse(publishedAt) - Date.parse(askedPublishedAt)) > MATCH_WINDOW_DAYS * DAY_MS;
}

/** The echoes of each statement, closest first, then by id; in the order of the ids. Three look-ups, however many statements. */
export async function echoesOf(read: ReadStore, statementIds: readonly number[]): Promise<Echo[][]> {
  const found = await read.echoCandidates(statementIds, MAX_CANDIDATES);
  const candidates = found.map((of) => of.filter(isAnotherOccasion).slice(0, MAX_ECHOES));
  const statements = await byId<StatementRecord>([...statementIds, ...candidates.flat().map((one) => one.statementId)], (ids) => read.statements(ids));
  const answers: Echo[][] = [];
  for (const [i, id] of statementIds.entries()) {
    const own = statements.get(id);
    const echoes: Echo[] = [];
    for (const { statementId } of own ? candidates[i] : []) {
      await takeTurns();
      const other = statements.get(statementId);
      const echo = other ? echoOf(own!.text, other.text) : null;
      if (echo) echoes.push({ statement: other!, match: echo.match, similarity: echo.score });
    }
    answers.push(echoes.sort((a, b) => b.similarity - a.similarity || a.statement.id - b.statement.id));
  }
  return answers;
}
