/**
 * Who said what, in which outlet, in whose words: all renderings of the statements of one speaker that several outlets
 * report. Run it beside a service:
 *
 *   npm start &
 *   node --import tsx examples/client/who-said-what.ts "Vladimir Putin"
 */
import { pathToFileURL } from 'node:url';
import { createClient } from './client.js';
import { graphql } from './generated/index.js';

const StatementsOf = graphql(`
  query StatementsOf($name: String!, $minSources: Int!) {
    speaker(name: $name) {
      name
      type
      statements(filter: { minSources: $minSources }, orderBy: MOST_SOURCES, first: 10) {
        totalCount
        nodes {
          id
          sourceCount
          renderings {
            nodes {
              match
              similarity
              quote {
                kind
                text
                article {
                  publishedAt
                  source {
                    name
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** A line a rendering, gathered by statement; null where nobody of that name is known. */
export async function whoSaidWhat(url: string, name: string): Promise<string[] | null> {
  const { speaker } = await createClient(url)(StatementsOf, { name, minSources: 2 });
  if (!speaker) return null;
  return speaker.statements.nodes.flatMap((statement) => [
    `${speaker.name}, in ${statement.sourceCount} outlets:`,
    ...statement.renderings.nodes.map(
      ({ match, quote }) => `  ${quote.article.source?.name ?? 'unknown outlet'} (${quote.kind.toLowerCase()}, ${match.toLowerCase().replace('_', ' ')}): ${quote.text}`,
    ),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name = 'Vladimir Putin', url = 'http://localhost:4000/graphql'] = process.argv.slice(2);
  const lines = await whoSaidWhat(url, name);
  console.log(lines?.join('\n') ?? `Nobody called ${name} is on record.`);
}
