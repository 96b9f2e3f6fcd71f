/** The labelled pairs of the kit as the matcher measures them, with speakers worked out by the engine and with the annotators'. */
import { PairMatcher } from '../src/app/match-pairs.js';
import { openExtractor } from '../src/cli/extractor.js';
import type { Extraction, Extractor } from '../src/extraction/types.js';
import { measurePair } from '../src/matching/index.js';
import type { PairMeasure } from '../src/matching/index.js';
import { readLines } from '../benchmarks/accuracy/kit.js';
import type { Kit } from '../benchmarks/accuracy/kit.js';

/** Whose speakers the matcher sees. */
export type Speakers = 'engine' | 'gold';

export interface LabelledPair {
  readonly n: number;
  readonly same: boolean;
  /** The two articles are reprints or updates of one text. */
  readonly reprints: boolean;
  readonly articles: readonly [string, string];
  readonly measures: Readonly<Record<Speakers, PairMeasure>>;
}

/** As the kit keeps it. */
interface KitPair {
  readonly n: number;
  readonly label: 'SAME' | 'RELATED' | 'DIFFERENT';
  readonly dupArticles?: boolean;
  readonly a: { readonly id: string };
  readonly b: { readonly id: string };
}

/** An extractor that reads each text once. */
function remembering(extractor: Extractor): Extractor {
  const known = new Map<string, Extraction>();
  return {
    extract(text, options) {
      const found = known.get(text) ?? extractor.extract(text, options);
      known.set(text, found);
      return found;
    },
  };
}

export async function readLabelledPairs(kit: Kit): Promise<LabelledPair[]> {
  const { toInput } = await kit.pairScorer();
  const pairs = readLines<KitPair>(kit.path('pairs', 'pairs-open.jsonl'));
  const articles = readLines(kit.path('polnear', 'train.jsonl'));
  const extractor = remembering(openExtractor());
  const measured = (goldSpeakers: boolean): PairMeasure[] => {
    const matcher = new PairMatcher(extractor);
    return toInput(pairs, articles, goldSpeakers).map((input) => {
      const { a, b } = matcher.read(input.a, input.b);
      return measurePair(a, b);
    });
  };
  const [engine, gold] = [measured(false), measured(true)];
  return pairs.map(({ n, label, dupArticles = false, a, b }, i) => (
    { n, same: label === 'SAME', reprints: dupArticles, articles: [a.id, b.id], measures: { engine: engine[i], gold: gold[i] } }));
}
