/** Invented articles in any number, each of an outlet of its own: what everybody reports, and what only one does. */
import type { ArticleDraft } from '../../../src/app/types.js';

const FIRST = ['Anna', 'Boris', 'Clara', 'David', 'Edith', 'Felix', 'Greta', 'Henry', 'Irene', 'Jakob', 'Karin', 'Lukas', 'Maria', 'Nils', 'Olga', 'Peter', 'Ruth', 'Simon', 'Tessa', 'Victor'];
const LAST = ['Aldous', 'Brandt', 'Calder', 'Dorsey', 'Eklund', 'Fenwick', 'Garland', 'Holloway', 'Ibsen', 'Jansson', 'Keller', 'Lindgren', 'Marlowe', 'Norling', 'Osborne', 'Paulsen', 'Rydell', 'Sandoval', 'Thorpe', 'Vance'];
const THINGS = ['orchard', 'railway', 'harbour', 'library', 'quarry', 'tannery', 'lighthouse', 'market', 'mill', 'museum', 'orphanage', 'prison', 'school', 'theatre', 'windmill', 'chapel', 'brewery', 'castle', 'cannery', 'stables'];

const nameOf = (i: number): string => `${FIRST[i % FIRST.length]} ${LAST[(i * 7) % LAST.length]}`;

/** At most 20. */
export const outlets = (count: number): ArticleDraft[] =>
  Array.from({ length: count }, (_, i) => ({
    title: `The council and the ${THINGS[i]}`,
    sourceName: `Outlet ${i + 1}`,
    sourceDomain: `outlet${i + 1}.example`,
    publishedAt: `2025-05-${String(i + 1).padStart(2, '0')}`,
    body: [
      `The council met to speak about the ${THINGS[i]} and of nothing else.`,
      '“The budget for the coming year will be published on the first of June,” said Wilma Hartmann, a treasurer.',
      '“No tax in this town will rise by a single penny before the election,” said Oskar Feld, a councillor.',
      `“The ${THINGS[i]} is worth more to ${LAST[(i * 3) % LAST.length]} Street than all the gold of the bank,” said ${nameOf(i)}, a ${i % 2 ? 'teacher' : 'painter'}.`,
      `${nameOf(i)} said the ${THINGS[i]} would be mended in ${i + 2} weeks.`,
      `${nameOf(i)} and Wilma Hartmann said the roof of the ${THINGS[i]} had been paid for.`,
      'Rain fell all through the evening on the square and on the people who waited there for news of the vote, and the lamps of the town hall were lit until long after ten.',
    ].join('\n\n'),
  }));
