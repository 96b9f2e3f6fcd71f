/**
 * Time to place an article in its story as the store grows, without extraction: profiles are generated, with a vocabulary that
 * is as uneven as that of news (Zipf) and names of their own for each happening.
 *
 *   node --import tsx benchmarks/stories.ts [articles]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeInStory } from '../src/app/stories.js';
import type { StoryTerm } from '../src/domain/story-writes.js';
import { openSqliteStore } from '../src/store/index.js';
import { seeded, type Random } from './stories/random.js';

const articles = Number(process.argv[2] ?? 10_000);
const VOCABULARY = 200_000;
const TERMS = 80;
/** Of them, terms that only the happening has, each in so many of its articles. */
const OWN_TERMS = 20;
const OWN_SHARE = 0.5;
const ARTICLES_A_HAPPENING = 6;
const ARTICLES_A_DAY = 300;
const DAY_MS = 86_400_000;
const STEPS = 5;

/** Term r of V with a chance of about 1 / r. */
const zipf = (random: Random): number => Math.floor(VOCABULARY ** random());

function profile(random: Random, happening: number): StoryTerm[] {
  const keys = new Set<number>();
  for (let i = 0; i < OWN_TERMS; i++) if (random() < OWN_SHARE) keys.add(VOCABULARY + happening * OWN_TERMS + i);
  while (keys.size < TERMS) keys.add(zipf(random));
  return [...keys].map((key, i) => ({ key, weight: 3 - i / TERMS }));
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-stories-'));
const store = await openSqliteStore({ folder });
const random = seeded(1);
let [spent, since] = [0, 0];
for (let i = 0; i < articles; i++) {
  // The happenings of a day overlap: articles of several come in turns.
  const happening = Math.floor(i / (ARTICLES_A_HAPPENING * 10)) * 10 + (i % 10);
  const terms = profile(random, happening);
  const publishedAt = new Date(Date.UTC(2030, 0, 1) + Math.floor(i / ARTICLES_A_DAY) * DAY_MS).toISOString();
  await store.write(async (tx) => {
    const id = await tx.insertArticle({ sourceId: null, publisherId: null, url: null, title: null, byline: null, language: null, publishedAt, body: `${i}`, bodyHash: `${i}`, boilerplate: [] });
    const began = performance.now();
    await tx.replaceStoryTerms(id, terms);
    await placeInStory(tx, id);
    spent += performance.now() - began;
  });
  since++;
  if (since < articles / STEPS) continue;
  const stories = await store.read.countStories({});
  console.log(`${i + 1} articles: ${(spent / since).toFixed(1)} ms an article; ${stories} stories; ${(statSync(join(folder, 'onrecord.sqlite')).size / (i + 1)).toFixed(0)} bytes an article`);
  [spent, since] = [0, 0];
}
await store.close();
rmSync(folder, { recursive: true, force: true });
