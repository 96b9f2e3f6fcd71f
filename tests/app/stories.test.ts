/** Articles come in one by one and find their stories; what changes or goes is put right. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bCubed } from '../../benchmarks/stories/partitions.js';
import { generateStories } from '../../benchmarks/stories/generator.js';
import { deleteArticle } from '../../src/app/ingest.js';
import type { ArticleDraft } from '../../src/app/types.js';
import type { StoryRecord } from '../../src/domain/records.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

const FLOOD = 'The river Sorn burst its banks at Quenby on Monday night and swept away the footbridge by the old tannery. Two hundred residents of Quenby slept in the Tolland gymnasium. “The water came up to the piano,” said Berta Lindholm, a music teacher.';
const FLOOD_TOO = 'Residents of Quenby returned from the Tolland gymnasium on Tuesday to find mud in their kitchens. The footbridge over the Sorn lies a mile below the tannery. Berta Lindholm, a music teacher, said that the water had come up to her piano.';
const STRIKE = 'Tram drivers in Ostervik parked their carriages at midnight and walked out over rest breaks. The depot on Hale Street stayed dark, and commuters queued for buses. “We are people, not timetables,” said Radek Moll, a driver.';

const draft = (publisherId: string, body: string, day: number, fields: Partial<ArticleDraft> = {}): ArticleDraft =>
  ({ publisherId, sourceName: `Outlet ${publisherId}`, title: body.split(/[ .]/).slice(0, 7).join(' '), body, publishedAt: `2032-03-${String(day).padStart(2, '0')}`, ...fields });

describe('the story of an article', () => {
  let room: Newsroom;
  beforeEach(async () => void (room = await openNewsroom()));
  afterEach(() => room.close());

  const storyOf = async (articleId: number): Promise<number | null> => (await room.app.store.read.articles([articleId]))[0]!.storyId;
  const story = async (id: number | null): Promise<StoryRecord | null> => (await room.app.store.read.stories([id!]))[0];

  it('is the one of its happening, or its own', async () => {
    const [flood, strike, again] = [await room.put(draft('a', FLOOD, 1)), await room.put(draft('b', STRIKE, 1)), await room.put(draft('c', FLOOD_TOO, 2))];
    expect(await storyOf(again)).toBe(await storyOf(flood));
    expect(await storyOf(strike)).not.toBe(await storyOf(flood));
    expect(await story(await storyOf(flood))).toMatchObject({ articleCount: 2, sourceCount: 2, firstAt: '2032-03-01T00:00:00.000Z', lastAt: '2032-03-02T00:00:00.000Z' });
    expect(await room.app.store.read.countStories({})).toBe(2);
  });

  it('is another where weeks lie between', async () => {
    const [then, now] = [await room.put(draft('a', FLOOD, 1)), await room.put(draft('b', FLOOD_TOO, 28))];
    expect(await storyOf(now)).not.toBe(await storyOf(then));
  });

  it('changes with its text, and with its date', async () => {
    const [flood, other] = [await room.put(draft('a', FLOOD, 1)), await room.put(draft('b', FLOOD_TOO, 2))];
    const before = await storyOf(flood);
    await room.put(draft('b', STRIKE, 2));
    expect(await storyOf(other)).not.toBe(await storyOf(flood));
    expect(await story(before)).toMatchObject({ representativeId: flood, articleCount: 1 });
    await room.put(draft('b', FLOOD_TOO, 2));
    expect([await storyOf(flood), await storyOf(other)]).toEqual([before, before]);
    await room.put(draft('b', FLOOD_TOO, 30));
    expect(await storyOf(other)).not.toBe(before);
    expect(await story(before)).toMatchObject({ articleCount: 1, lastAt: '2032-03-01T00:00:00.000Z' });
  });

  it('goes with its last article', async () => {
    const [flood, other] = [await room.put(draft('a', FLOOD, 1)), await room.put(draft('b', FLOOD_TOO, 2))];
    const id = await storyOf(flood);
    await deleteArticle(room.app, flood);
    expect(await story(id)).toMatchObject({ representativeId: other, articleCount: 1, sourceCount: 1 });
    await deleteArticle(room.app, other);
    expect(await story(id)).toBeNull();
  });

  it('is joined with another by a later article that is like both, and the old id leads on', async () => {
    const early = 'Berta Lindholm, a music teacher in Quenby, lost her piano to the river Sorn. She has played at the Tolland gymnasium each Easter.';
    const late = 'The footbridge by the tannery is gone, swept down the Sorn below Quenby. Engineers from Hallam will measure the banks.';
    const [one, two] = [await room.put(draft('a', early, 1, { title: null })), await room.put(draft('b', late, 1, { title: null }))];
    const [storyOne, storyTwo] = [await storyOf(one), await storyOf(two)];
    const bridge = await room.put(draft('c', `${FLOOD}\n\n${early}\n\n${late}`, 1));
    const joined = await storyOf(bridge);
    expect([await storyOf(one), await storyOf(two)]).toEqual([joined, joined]);
    expect([(await story(storyOne))!.id, (await story(storyTwo))!.id]).toEqual([joined, joined]);
    expect(await story(joined)).toMatchObject({ representativeId: bridge, articleCount: 3 });
  });

  it('is not drawn to another by a digest that tells of both', async () => {
    const [flood, strike] = [await room.put(draft('a', FLOOD, 1)), await room.put(draft('b', STRIKE, 1))];
    await room.put(draft('c', `${FLOOD}\n\n${STRIKE}`, 1, { title: 'What happened overnight' }));
    expect(await storyOf(flood)).not.toBe(await storyOf(strike));
  });
});

describe('in another order', () => {
  it('articles find nearly the same stories', async () => {
    const articles = generateStories(3, 6);
    const partition = async (order: typeof articles): Promise<number[]> => {
      const room = await openNewsroom();
      try {
        const ids = new Map<object, number>();
        for (const article of order) ids.set(article, await room.put(article.draft));
        return (await room.app.store.read.articles(articles.map((article) => ids.get(article)!))).map((record) => record!.storyId!);
      } finally {
        await room.close();
      }
    };
    const [forth, back] = [await partition(articles), await partition([...articles].reverse())];
    expect(bCubed(forth, articles.map(({ happening }) => happening)).f1).toBeGreaterThan(0.85);
    expect(bCubed(forth, back).f1).toBeGreaterThan(0.9);
  }, 120_000);
});
