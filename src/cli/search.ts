import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { drainOutbox } from '../app/feed.js';
import { searchDocuments } from '../app/index-documents.js';
import { leaseOwner } from '../app/lease.js';
import { search } from '../app/search.js';
import type { App, SearchAnswer } from '../app/types.js';
import { OnRecordError } from '../domain/errors.js';
import type { SearchType } from '../domain/filters.js';
import { encodeId } from '../domain/ids.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../domain/paging.js';
import type { HighlightText, SearchDocument } from '../domain/search-index.js';
import { beginning } from '../text/spans.js';
import { EXIT, type CommandContext } from './main.js';
import { Output, warn, withoutControls } from './output.js';

const TYPES: Readonly<Record<string, SearchType>> = { quotes: 'QUOTE', articles: 'ARTICLE', speakers: 'SPEAKER', statements: 'STATEMENT' };

/** Only for a terminal: picocolors alone would colour a pipe too where CI or FORCE_COLOR is set. */
const ink = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);

const HELP = `
Words match in any order and form, the last one as a prefix too; "in quotation marks" they stand together as written.
--json gives {"totalCount","totalIsExact","tookMs","hits":[{"type","id","score","label","note","highlights"}]}, a highlight being
{"field","text","start","spans":[{"start","end"}]}.

  $ onrecord search 'compensation' --types quotes,statements --first 5
  $ onrecord search '"air defence"' --json | jq -r '.hits[].id'`;

interface Options {
  types?: SearchType[];
  first?: number;
  json?: boolean;
  data?: string;
}

export const searchCommand = (context: CommandContext, finish: (code: number) => void): Command =>
  new Command('search')
    .description('search quotes, articles, speakers and statements')
    .argument('<query>', 'what to look for; blank shows the newest')
    .option('--types <list>', `which of ${Object.keys(TYPES).join(',')} (default: all)`, typesOf)
    .option('--first <n>', `how many hits, at most ${MAX_PAGE} (default: ${DEFAULT_PAGE})`, pageSize)
    .option('--json', 'print one JSON object')
    .addHelpText('after', HELP)
    .action(async (query: string, options: Options) => {
      const { openExistingApp } = await import('./open-app.js');
      const { app, close } = await openExistingApp(context.config({ data: options.data }));
      try {
        await catchUp(app);
        const answer = await search(app, {
          query, types: options.types ?? null, filter: {}, facets: [], order: 'RELEVANCE', first: options.first ?? null, after: null,
        });
        await print(app, answer, options.json ?? false);
        finish(EXIT.OK);
      } finally {
        await close();
      }
    });

function typesOf(list: string): SearchType[] {
  return list.split(',').map((name) => {
    const type = TYPES[name.trim().toLowerCase()];
    if (!type) throw new InvalidArgumentError(`"${name}" is none of ${Object.keys(TYPES).join(', ')}.`);
    return type;
  });
}

function pageSize(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > MAX_PAGE) throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_PAGE}.`);
  return Number(text);
}

/** An index that nobody has fed yet is fed first; one that cannot be is searched as it is. */
async function catchUp(app: App): Promise<void> {
  try {
    await drainOutbox(app, leaseOwner());
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    warn(error.message);
  }
}

async function print(app: App, answer: SearchAnswer, asJson: boolean): Promise<void> {
  const output = new Output();
  const documents = new Map((await searchDocuments(app.store.read, answer.edges)).map((document) => [`${document.type} ${document.id}`, document]));
  // A hit whose record is gone is left out.
  const hits = answer.edges.flatMap((edge) => {
    const document = documents.get(`${edge.type} ${edge.id}`);
    return document ? [{ edge, document }] : [];
  });
  if (asJson) {
    await output.json({
      totalCount: answer.totalCount,
      totalIsExact: answer.totalIsExact,
      tookMs: answer.tookMs,
      hits: hits.map(({ edge, document }) => ({
        type: edge.type,
        id: encodeId(edge.type, edge.id),
        score: edge.score,
        label: labelOf(document),
        note: noteOf(document),
        highlights: edge.highlights,
      })),
    });
  } else {
    for (const { edge, document } of hits) {
      await output.line(`${ink.cyan(edge.type.toLowerCase().padEnd(9))} ${ink.bold(onOneLine(noteOf(document)))}`);
      const [shown = { field: '', text: labelOf(document), start: null, spans: [] }] = edge.highlights;
      await output.line(`          ${marked(shown)}`);
    }
    const about = answer.totalIsExact ? '' : 'about ';
    await output.line(ink.dim(`${about}${answer.totalCount} found in ${answer.tookMs.toFixed(1)} ms`));
  }
  await output.flush();
}

const onOneLine = (text: string): string => withoutControls(text).replaceAll(/\s+/g, ' ');

function marked({ text, spans }: HighlightText): string {
  let line = '';
  let at = 0;
  for (const { start, end } of spans) {
    line += onOneLine(text.slice(at, start)) + ink.inverse(onOneLine(text.slice(start, end)));
    at = end;
  }
  return line + onOneLine(text.slice(at));
}

const LABEL_UNITS = 200;

function labelOf(document: SearchDocument): string {
  switch (document.type) {
    case 'ARTICLE': return document.title ?? beginning(document.body, LABEL_UNITS);
    case 'SPEAKER': return document.name;
    default: return document.text;
  }
}

function noteOf(document: SearchDocument): string {
  const day = document.date?.slice(0, 10);
  switch (document.type) {
    case 'ARTICLE': return joined(document.title, document.sourceName, day);
    case 'QUOTE': return joined(document.speakerName ?? 'speaker unknown', document.sourceName, day);
    case 'SPEAKER': return joined(document.name, counted(document.quoteCount, 'quote'));
    case 'STATEMENT': return joined(document.speakerName ?? 'speaker unknown', counted(document.sourceCount, 'source'), day);
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
