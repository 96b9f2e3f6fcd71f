/** Families of articles about one happening: an original, what others made of it, and reports of their own. */
import { drawOutlet, page } from './outlets.js';
import type { Outlet } from './outlets.js';
import type { Random } from './random.js';
import { edited, Ids, printed, rewrittenReport, writeReport } from './report.js';
import type { Report } from './report.js';
import { drawHappening, drawSentence } from './sentences.js';
import type { Happening } from './sentences.js';
import { drawSpeech } from './speech.js';
import type { Speech } from './speech.js';
import { TOPICS } from './vocabulary.js';

export type Making = 'ORIGINAL' | 'REPRINT' | 'PARTIAL' | 'REWRITE' | 'COMMON' | 'OWN';

export interface GeneratedArticle {
  readonly family: number;
  readonly making: Making;
  readonly outlet: Outlet;
  readonly title: string;
  readonly report: Report;
  readonly body: string;
  readonly publishedAt: string;
}

/** Of the words of a reprint at most so many are changed, and of a copied part. */
const MOST_EDITED = 0.2;
/** A reprint may lose this share of its paragraphs at the bottom. */
const MOST_CUT = 0.45;
const MOST_LEFT_OUT_OF_A_REWRITE = 0.2;
const OUTLETS = 8;
const MINUTES_A_DAY = 1_440;

/** @param families number of happenings; two have a topic in common */
export function drawFamilies(random: Random, families: number): GeneratedArticle[] {
  const ids = new Ids();
  const outlets = Array.from({ length: OUTLETS }, () => drawOutlet(random));
  const articles: GeneratedArticle[] = [];
  for (let family = 0; family < families; family++) {
    const happening = drawHappening(random, TOPICS[family % TOPICS.length]);
    const day = random.whole(1, 20);
    for (const [making, report] of makeFamily(random, ids, happening)) {
      const outlet = random.pick(outlets);
      const title = drawSentence(random, happening)[0].split(' ').slice(0, random.whole(5, 9)).join(' ').replace(/[.,]$/, '');
      const minute = day * MINUTES_A_DAY + (making === 'ORIGINAL' ? 0 : random.whole(20, 2 * MINUTES_A_DAY));
      const publishedAt = new Date(Date.UTC(2025, 4, 1, 0, minute)).toISOString();
      articles.push({ family, making, outlet, title, report, body: page(random, outlet, printed(report), title), publishedAt });
    }
  }
  return random.some(articles, articles.length);
}

function makeFamily(random: Random, ids: Ids, happening: Happening): [Making, Report][] {
  const speeches = Array.from({ length: random.whole(1, 3) }, (): Speech => drawSpeech(random, happening, ids.next()));
  const direct = (some: readonly Speech[]) => some.map((speech) => ({ speech, rendering: 'DIRECT' as const }));
  const own = (parts = direct([])): Report => writeReport(random, ids, happening, random.whole(3, 9), parts);
  const ownSpeech = (): Speech => drawSpeech(random, happening, ids.next());

  const original = writeReport(random, ids, happening, random.whole(4, 11), direct(speeches));
  const reprint = (): Report => {
    const rate = random.chance(0.3) ? 0 : random.between(0, MOST_EDITED);
    const kept = Math.ceil(original.length * (random.chance(0.5) ? 1 : random.between(1 - MOST_CUT, 1)));
    return original.slice(0, kept).map((paragraph) => edited(random, ids, paragraph, rate));
  };
  const partial = (): Report => {
    const plain = original.filter((paragraph) => paragraph.speech === null);
    const from = random.whole(0, plain.length - 1);
    const lifted = plain.slice(from, from + random.whole(1, plain.length)).map((paragraph) => edited(random, ids, paragraph, random.between(0, MOST_EDITED / 2)));
    const around = own(random.chance(0.3) ? direct([ownSpeech()]) : []);
    const at = random.whole(0, around.length);
    return [...around.slice(0, at), ...lifted, ...around.slice(at)];
  };
  // Of one speech one report at most speaks indirectly: the same indirect words in two would be a copy.
  const indirectly = random.chance(0.5) ? random.whole(0, 1) : null;
  const common = (place: number): Report => writeReport(random, ids, happening, random.whole(3, 9), speeches.slice(0, random.whole(1, speeches.length))
    .map((speech) => ({ speech, rendering: place === indirectly ? 'INDIRECT' : random.pick(['DIRECT', 'DIRECT', 'TRIMMED']) })));
  return [
    ['ORIGINAL', original],
    ['REPRINT', reprint()],
    ['REPRINT', reprint()],
    ['PARTIAL', partial()],
    ['PARTIAL', partial()],
    ['REWRITE', rewrittenReport(random, ids, original, random.between(0, MOST_LEFT_OUT_OF_A_REWRITE))],
    ['COMMON', common(0)],
    ['COMMON', common(1)],
    ['OWN', own(random.chance(0.5) ? direct([ownSpeech()]) : [])],
    ['OWN', own(random.chance(0.5) ? direct([ownSpeech()]) : [])],
  ];
}
