/** Articles by invented outlets about invented people, who go by other names in each. */
import type { ArticleDraft } from '../../src/app/types.js';

const article = (publisherId: string, sourceName: string, publishedAt: string | null, ...paragraphs: string[]): ArticleDraft =>
  ({ publisherId, sourceName, publishedAt, body: paragraphs.join('\n\n') });

export const ARTICLES: readonly ArticleDraft[] = [
  article('full-name', 'Quay Post', '2025-03-01',
    'The ferry is late again this spring.',
    '“The new ferry will sail before the ice comes to the outer islands,” Mayor Robert Hale said on Monday.',
    '“We have no other boat that can carry the winter stores,” Hale added.'),
  article('suffix', 'Isle Times', '2025-03-02',
    '“The new ferry will sail before the ice comes to the outer islands,” said mayor Robert F. Hale Jr.',
    'His deputy, José García, said the island had waited long enough for a boat of its own.'),
  article('surname-only', 'Strand Weekly', '2025-03-03',
    '“Nobody on the council has seen the bill for the harbour wall,” Hale said.'),
  article('no-accents', 'North Wire', '2025-03-04',
    'Jose Garcia, the deputy mayor, said: “The winter stores cost us twice what the boat does.”',
    '“My wife counted every sack of flour in the store,” Garcia said.'),
  article('acronym', 'Quay Post', '2025-03-05',
    'The Harbour Safety Board (HSB) said the wall was sound. “Every stone has been looked at twice,” the Harbour Safety Board said in a statement.',
    'The HSB said that divers would come back in the autumn.'),
  article('acronym-only', 'Isle Times', '2025-03-06',
    'The HSB said that the wall had cost less than the board feared.'),
  article('transcript', 'North Wire', null,
    'This is a transcript of the meeting of the island council.',
    'ROBERT HALE: Thank you all for coming out in this weather. I want to speak about the harbour wall tonight.',
    'MARTHA OQUIST: Who is going to pay for the harbour wall, then?',
    'ROBERT HALE: We will all of us pay for it over ten years.'),
  article('nickname', 'Strand Weekly', '2025-03-08',
    'Martha “Marty” Oquist, a fish trader, said the wall was a waste of money.',
    '“I have sold herring on this quay for thirty years without a wall,” Oquist said.'),
  article('joint', 'Quay Post', '2025-03-09',
    '“We ask every islander to come to the vote on Sunday,” Robert Hale and Martha Oquist said in a letter.'),
  article('metonym', 'North Wire', '2025-03-10',
    'Moscow said it would pay for half of the wall. “The island is as much our country as the capital is,” said Ingrid Vik, the minister of fisheries.'),
  article('two-of-a-surname', 'Isle Times', '2025-03-11',
    'Lena Hale, a teacher, and her uncle Robert Hale fell out over the wall.',
    '“My uncle has never built so much as a shed,” said Lena Hale.',
    '“She has her figures from the newspaper,” said Robert Hale, the mayor.'),
  article('draft', 'Strand Weekly', '2025-03-12',
    '“The vote was counted twice and then once more,” said Pia Lund.',
    '“The count was fair and I shall not ask for another,” said Nils Berg, the harbour master.'),
];

/** The article "draft" with a name of it taken out. */
export const DRAFT_REVISED = article('draft', 'Strand Weekly', '2025-03-12',
  '“The vote was counted twice and then once more,” a clerk said.',
  '“The count was fair and I shall not ask for another,” said Nils Berg, the harbour master.');

/** Told of one day by outlets that write a title each its own way. */
export const SAME_DAY: readonly ArticleDraft[] = [
  article('titles-a', 'Quay Post', '2025-04-01', '“The crane will be mended by the first of May,” said Mayor Nils Berg.'),
  article('titles-b', 'Isle Times', '2025-04-01', 'On the quay nothing moved. “The crane will be mended by the first of May,” said mayor Nils Berg.'),
];

/** Come in when people have merged speakers. */
export const LATER: readonly ArticleDraft[] = [
  article('later-surname', 'Quay Post', '2025-05-01', '“I am too old for another winter of council meetings,” Hale said.'),
  article('later-full', 'Isle Times', '2025-05-02', '“There will be no wall in my lifetime,” said Robert Hale, a former mayor.'),
  article('later-acronym', 'North Wire', '2025-05-03', 'The HSB said the wall had not moved since the storm of March.'),
];
