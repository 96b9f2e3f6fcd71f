import { expect, it } from 'vitest';
import { startService } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';

const INGEST = 'mutation ($articles: [ArticleInput!]!) { ingestArticles(articles: $articles) { results { status article { id } } } }';

const REPORTED_BEFORE_KILL = 5;
/** Long enough for a request to begin, short enough for it not to be the last of all. */
const SOON_MS = 200;

/** Invented articles, each with words of its own. */
const article = (n: number): object => ({
  publisherId: `crash-${n}`,
  sourceName: 'Crash Courier',
  publishedAt: '2025-03-04',
  body: `Number ${n} of the town's wells was opened.\n\n“Well wordnumber${n} gives clear water,” said Mayor Ines Calloway. She added that pump ${n} would follow.`,
});

it('kill -9 in the middle of an ingest loses nothing that was reported as in, and leaves nothing half-written', async () => {
  const folder = temporaryFolder();
  const service = await startService(['--data', folder, '--no-seeds']);
  const reported: string[] = [];
  let killed: Promise<void> | null = null;
  for (let n = 0; ; n++) {
    // However fast the machine is: some are in, and one is on its way.
    if (reported.length === REPORTED_BEFORE_KILL) killed ??= new Promise((resolve) => setTimeout(() => void service.kill().then(() => resolve()), SOON_MS));
    try {
      const { data } = await service.graphql<{ ingestArticles: { results: { article: { id: string } }[] } }>(INGEST, { articles: [article(n)] });
      reported.push(data!.ingestArticles.results[0].article.id);
    } catch {
      break; // the service is gone
    }
  }
  await killed;
  expect(reported.length).toBeGreaterThanOrEqual(REPORTED_BEFORE_KILL);

  const again = await startService(['--data', folder, '--no-seeds']);
  try {
    for (let from = 0; from < reported.length; from += 100) {
      const { data } = await again.graphql<{ nodes: ({ quotes: { totalCount: number } } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { quotes { totalCount } } } }',
        { ids: reported.slice(from, from + 100) },
      );
      for (const found of data!.nodes) expect(found?.quotes.totalCount).toBeGreaterThan(0);
    }
    const last = reported.length - 1;
    const { data } = await again.graphql<{ articles: { totalCount: number }; indexStatus: { pending: number }; search: { totalCount: number } }>(
      `{ articles { totalCount } indexStatus { pending } search(query: "wordnumber${last} ", types: [QUOTE]) { totalCount } }`,
    );
    // At most the one that was under way when the process died is in without having been reported.
    expect(data!.articles.totalCount - reported.length).toBeLessThanOrEqual(1);
    expect(data!.indexStatus.pending).toBe(0);
    expect(data!.search.totalCount).toBeGreaterThan(0);
  } finally {
    await again.stop();
  }
});
