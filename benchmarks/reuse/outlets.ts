/** Outlets of the generated news, and the page that each puts around a report. */
import type { Random } from './random.js';
import { properName } from './sentences.js';

export interface Outlet {
  readonly name: string;
  readonly domain: string;
  /** Lines over and under every report of the outlet, some of the latter now and then. */
  readonly header: readonly string[];
  readonly footer: readonly string[];
  readonly agency: string;
}

const FOOTERS = [
  '& belongs to the @ foundation of @, which also runs # radio stations and a museum of printing.',
  'Letters to the editor should not be longer than # words and may be sent to # @ Street.',
  'Subscribers to & on the train from @ get the weekend magazine for # pence and a map of the walks around @.',
  '& keeps to the code of the press council in @, which meets on the first day of each month.',
  'More than # readers help to pay for the reporting of & by giving a small sum each quarter through the bank of @.',
  'Photographs in & may be bought from our archive at @, which is open to the public on # days a year.',
  'This page of & was made in @ with paper from the mills at @ and with power from # small turbines.',
  'The crossword, the tides at @ and the timetable of the ferries stand on page # of & every morning.',
];
const HEADERS = ['Home – News – Region – Sport – Weather in @ – Small advertisements', 'The newspaper for @ and the valley since the year #', 'Today in &: # pages, the harbour list and the winners of the @ lottery'];

export function drawOutlet(random: Random): Outlet {
  const name = `${random.pick(['The', 'Daily', 'New', 'Free'])} ${properName(random)} ${random.pick(['Courier', 'Herald', 'Times', 'Observer', 'Post', 'Gazette'])}`;
  const fill = (text: string): string => text.replace(/&/g, name).replace(/@/g, () => properName(random)).replace(/#/g, () => String(random.whole(2, 990)));
  return {
    name,
    domain: `${name.toLowerCase().replace(/ /g, '-')}.example`,
    header: random.some(HEADERS, random.whole(0, 1)).map(fill),
    footer: random.some(FOOTERS, random.whole(1, 3)).map(fill),
    agency: `${properName(random)} Press`,
  };
}

/** The page: now and then a headline and a byline over the report, a dateline before its first word. */
export function page(random: Random, outlet: Outlet, text: string, title: string): string {
  const lines = [...outlet.header];
  if (random.chance(0.4)) lines.push(title);
  if (random.chance(0.3)) lines.push(`By ${random.pick(['Ann', 'Carl', 'Dina', 'Emil'])} ${properName(random)}`);
  const dateline = random.chance(0.5) ? `${properName(random).toUpperCase()} (${outlet.agency}) — ` : '';
  return [...lines, dateline + text, ...outlet.footer].join('\n\n');
}
