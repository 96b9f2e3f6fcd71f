/** Articles in any order, whole or in batches, once or twice: the same speakers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeSpeakers } from '../../src/app/corrections.js';
import type { ArticleDraft } from '../../src/app/types.js';
import { openNewsroom, type Newsroom } from './newsroom.js';
import { ARTICLES, DRAFT_REVISED, LATER, SAME_DAY } from './order.articles.js';

/** All that clients see of speakers, without ids and without anything that tells when an article came. */
async function picture({ app: { store }, quotes }: Newsroom) {
  const all = await quotes();
  const named = all.flatMap((q) => [q.speakerId ?? [], q.jointSpeakerIds, q.attribution.candidates.map((c) => c.speakerId)].flat());
  // Candidates may stand under the id of one who was merged into another.
  const speakers = [...new Map((await store.read.speakers(named)).map((speaker) => [speaker!.id, speaker!])).values()];
  const ids = speakers.map((speaker) => speaker.id);
  const rolesOf = await store.read.roles(ids);
  const articles = new Map((await store.read.articles([...new Set([...all.map((q) => q.articleId), ...rolesOf.flat().map((r) => r.articleId)])])).map((a) => [a!.id, a!.publisherId]));
  const place = (q: (typeof all)[number]): string => `${articles.get(q.articleId)}@${q.content[0].start} ${q.text}`;
  const statements = await store.read.statements(all.map((q) => q.statementId));
  const nameOf = new Map(speakers.map((s, i) => [ids[i], `${s.type} ${s.name}`]));
  const sorted = (lines: string[]): string[] => [...lines].sort();
  return {
    speakers: speakers.map(({ name, type, aliases, quoteCount }, i) => ({
      name, type, aliases, quoteCount,
      roles: rolesOf[i].map(({ title, firstSeen, lastSeen, articleId, span }) => ({ title, firstSeen, lastSeen, article: articles.get(articleId), span })),
      says: sorted(all.filter((q) => q.speakerId === ids[i]).map(place)),
      saysToo: sorted(all.filter((q) => q.jointSpeakerIds.includes(ids[i])).map(place)),
    })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    quotes: sorted(all.map((q, i) => `${place(q)}: ${nameOf.get(q.speakerId ?? -1) ?? q.attribution.reason}; statement by ${nameOf.get(statements[i]!.speakerId ?? -1) ?? 'nobody'}`)),
    statements: sorted([...new Set(all.map((q) => q.statementId))].map((id) => sorted(all.filter((q) => q.statementId === id).map(place)).join(' | '))),
  };
}

const present = async ({ app: { store } }: Newsroom) => (await store.read.speakers(await store.read.idsAfter('SPEAKER', 0, 1_000))).map((speaker) => speaker!);

/** Seeded (mulberry32), so that a failure comes again. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return values.map((value) => ({ value, at: random() })).sort((a, b) => a.at - b.at).map(({ value }) => value);
}

async function inRoom<T>(task: (room: Newsroom) => Promise<T>): Promise<T> {
  const room = await openNewsroom();
  try {
    return await task(room);
  } finally {
    await room.close();
  }
}

const putAll = async (room: Newsroom, drafts: readonly ArticleDraft[]): Promise<void> => {
  for (const draft of drafts) await room.put(draft);
};
const pictureOf = (...batches: (readonly ArticleDraft[])[]) => inRoom(async (room) => {
  for (const batch of batches) await putAll(room, batch);
  return picture(room);
});

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const ALL = [...ARTICLES, ...SAME_DAY];

let inOrder: Awaited<ReturnType<typeof pictureOf>>;
beforeAll(async () => void (inOrder = await pictureOf(ALL)));

it('is told of speakers who go by other names from article to article', () => {
  const speaker = (name: string) => inOrder.speakers.find((s) => s.name === name);
  expect(inOrder.speakers.map((s) => `${s.type} ${s.name}`)).toEqual([
    'ORGANISATION HSB', 'PERSON Hale', 'ORGANISATION Harbour Safety Board', 'PERSON Ingrid Vik', 'PERSON Jose Garcia', 'PERSON Lena Hale', 'PERSON Martha Oquist',
    'ORGANISATION Moscow', 'PERSON Nils Berg', 'PERSON Pia Lund', 'PERSON Robert Hale',
  ]);
  expect(speaker('Robert Hale')).toMatchObject({ quoteCount: 7, aliases: ['ROBERT HALE', 'Hale', 'Robert F. Hale Jr.'] });
  expect(speaker('Martha Oquist')).toMatchObject({ quoteCount: 4, aliases: ['MARTHA OQUIST', 'Martha “Marty” Oquist', 'Oquist'], saysToo: [expect.stringMatching(/^joint@/)] });
});

it.each(SEEDS)('are the same in order %i', async (seed) => {
  expect(await pictureOf(shuffled(ALL, seed))).toEqual(inOrder);
});

it('are the same in two batches, and when all comes again', async () => {
  const [first, second] = [ALL.slice(0, 5), ALL.slice(5)];
  expect(await pictureOf(second, first)).toEqual(inOrder);
  expect(await pictureOf(first, ALL, shuffled(ALL, 9))).toEqual(inOrder);
});

describe('with a revision that names one fewer', () => {
  const isRevised = (draft: ArticleDraft): boolean => draft.publisherId === DRAFT_REVISED.publisherId;
  let alone: typeof inOrder;
  beforeAll(async () => void (alone = await pictureOf([...ALL.filter((draft) => !isRevised(draft)), DRAFT_REVISED])));

  it.each(SEEDS)('are those of the revision in order %i', async (seed) => {
    expect(alone.speakers.map((s) => s.name)).not.toContain('Pia Lund');
    const order = shuffled(ALL, seed);
    const at = 1 + order.findIndex(isRevised);
    expect(await pictureOf(order.slice(0, at), [DRAFT_REVISED], order.slice(at))).toEqual(alone);
  });
});

describe('with speakers merged', () => {
  const merged = (before: readonly ArticleDraft[], after: readonly ArticleDraft[]) => inRoom(async (room) => {
    await putAll(room, before);
    const speakers = new Map((await present(room)).map(({ id, name }) => [name, id]));
    for (const [from, into] of [['Hale', 'Robert Hale'], ['Harbour Safety Board', 'HSB']]) {
      expect((await mergeSpeakers(room.app, speakers.get(from)!, speakers.get(into)!)).problems).toEqual([]);
    }
    await putAll(room, after);
    return picture(room);
  });
  let usual: typeof inOrder;
  beforeAll(async () => void (usual = await merged(ALL, LATER)));

  it('take what later articles say of either, under the name of the one that stayed', () => {
    expect(usual.speakers.map((s) => s.name)).not.toContain('Hale');
    expect(usual.speakers.find((s) => s.name === 'Robert Hale')).toMatchObject({ quoteCount: 10 });
    expect(usual.speakers.find((s) => s.name === 'HSB')).toMatchObject({ quoteCount: 5, aliases: ['Harbour Safety Board'] });
  });

  it('have titles with the dates of the first and the last article that gives them, the latest first', () => {
    const rolesOf = (name: string) => usual.speakers.find((s) => s.name === name)!.roles.map((r) => [r.title, r.firstSeen?.slice(0, 10), r.lastSeen?.slice(0, 10), r.article]);
    expect(rolesOf('Robert Hale')).toEqual([['former mayor', '2025-05-02', '2025-05-02', 'later-full'], ['Mayor', '2025-03-01', '2025-03-11', 'full-name']]);
    // Two articles of one day write it each its own way: the text tells which is the first.
    expect(rolesOf('Nils Berg')).toEqual([[expect.stringMatching(/^mayor$/i), '2025-04-01', '2025-04-01', expect.stringMatching(/^titles-/)], ['harbour master', '2025-03-12', '2025-03-12', 'draft']]);
  });

  it.each(SEEDS)('are the same whether articles come before or after the merge, in order %i', async (seed) => {
    const needed = new Set(['full-name', 'surname-only', 'acronym']);
    const early = ALL.filter((draft) => needed.has(draft.publisherId!));
    const late = [...ALL.filter((draft) => !needed.has(draft.publisherId!)), ...LATER];
    expect(await merged(shuffled(early, seed), shuffled(late, seed))).toEqual(usual);
    expect(await merged(shuffled(ALL, seed), [...LATER, ...shuffled(ALL, seed + 1)])).toEqual(usual);
  });
});
