/** How well near duplicates are grouped under noise, beside MinHash on the same texts. */
import { groupNearDuplicates } from '../../src/app/near-duplicates.js';
import type { Extractor } from '../../src/extraction/types.js';
import { bestOfMinHash } from './minhash.js';
import { withNewsdesk } from './newsdesk.js';
import { misprinted, thinned } from './noise.js';
import { drawOutlet, page } from './outlets.js';
import { adjustedRandIndex } from './rand-index.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import { Ids, printed, writeReport } from './report.js';
import { drawHappening, drawSentence } from './sentences.js';
import { drawSpeech } from './speech.js';
import { TOPICS } from './vocabulary.js';

const HAPPENINGS = 12;
/** Independent reports of one happening, that quote the same speech. */
const MOST_REPORTS = 4;
const MOST_VERSIONS = 5;
const MOST_DROPPED = 0.4;
const CHANGED_CHARACTERS = 0.02;
const OUTLETS = 8;

interface Version {
  readonly group: number;
  readonly outlet: { readonly name: string; readonly domain: string };
  readonly title: string;
  readonly body: string;
}

/** Reports of some happenings, each printed by several outlets that lose sentences and letters of it. */
function drawVersions(random: Random): Version[] {
  const ids = new Ids();
  const outlets = Array.from({ length: OUTLETS }, () => drawOutlet(random));
  const versions: Version[] = [];
  let group = 0;
  for (let h = 0; h < HAPPENINGS; h++) {
    const happening = drawHappening(random, TOPICS[h % TOPICS.length]);
    const speech = drawSpeech(random, happening, ids.next());
    for (let reports = random.whole(1, MOST_REPORTS); reports > 0; reports--, group++) {
      const report = writeReport(random, ids, happening, random.whole(2, 9), [{ speech, rendering: 'DIRECT' }]);
      for (let left = random.whole(1, MOST_VERSIONS); left > 0; left--) {
        const outlet = random.pick(outlets);
        const title = drawSentence(random, happening)[0].split(' ').slice(0, random.whole(5, 9)).join(' ');
        const text = misprinted(random, printed(thinned(random, report, random.between(0, MOST_DROPPED))), CHANGED_CHARACTERS);
        versions.push({ group, outlet, title, body: page(random, outlet, text, title) });
      }
    }
  }
  return random.some(versions, versions.length);
}

export interface NearDuplicateMeasure {
  readonly articles: number;
  readonly ours: number;
  readonly minHash: number;
  readonly threshold: number;
}

export async function measureNearDuplicates(extractor: Extractor, seed: number): Promise<NearDuplicateMeasure> {
  const versions = drawVersions(randomFrom(seed));
  const truth = versions.map((version) => version.group);
  const drafts = versions.map(({ outlet, title, body }) => ({ sourceName: outlet.name, sourceDomain: outlet.domain, title, body, publishedAt: '2025-05-01' }));
  return withNewsdesk(extractor, drafts, async (desk) => {
    const places = new Map(desk.ids.map((id, i) => [id, i]));
    const groups = (await groupNearDuplicates(desk.app.store.read, desk.ids)).map((group) => group.map((id) => places.get(id)!));
    const { index, threshold } = bestOfMinHash(versions.map((version) => version.body), truth);
    return { articles: versions.length, ours: adjustedRandIndex(groups, truth), minHash: index, threshold };
  });
}
