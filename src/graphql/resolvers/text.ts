/** Questions about a text that the client brings. */
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { findRenderings, reasonsOfRendering } from '../../app/renderings.js';
import { OnRecordError } from '../../domain/errors.js';
import { pageRequest } from '../../domain/paging.js';
import { textOf } from '../../text/spans.js';
import { Connection, RenderingConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { RenderingSearchArgs } from '../inputs/lists.js';
import { quoteFilter } from '../inputs/mapping.js';
import { MAX_EXTRACTED_QUOTES, MAX_EXTRACTION_UNITS } from '../limits/bounds.js';
import { pageAtHand } from '../page-at-hand.js';
import { ExtractedQuote } from '../types/extraction.js';
import { Rendering } from '../types/statement.js';

/** UTF-16 units. No quote is as long as that; a whole article is not a quote. */
const MAX_RENDERING_LENGTH = 10_000;

function checkLength(text: string, limit: number): void {
  if (text.length > limit) throw new OnRecordError('INVALID_ARGUMENT', `text has ${text.length} characters; at most ${limit} are allowed.`);
}

@Resolver()
export class TextResolver {
  @Query(() => RenderingConnection, { description: 'Stored quotes that render this text, closest first; match and similarity are against the text. Quotes that deny it or share little with it are left out. None means that there is no record, not that it was never said.' })
  async findRenderings(@Ctx() { app, records }: GraphQLContext, @Args(() => RenderingSearchArgs) args: RenderingSearchArgs) {
    checkLength(args.text, MAX_RENDERING_LENGTH);
    const page = pageRequest(args);
    const answers = await findRenderings(app, args.text, await quoteFilter(records, args.filter));
    return new Connection(
      () => Promise.resolve(pageAtHand(answers, ({ quote }) => quote.id, page)),
      () => Promise.resolve(answers.length),
      (answer) => new Rendering(answer.quote, answer, () => reasonsOfRendering(args.text, answer.quote)),
    );
  }

  @Query(() => [ExtractedQuote], { description: 'The quotes in a text, in its order, at most 1,000. Nothing is stored.' })
  extractQuotes(@Ctx() { app }: GraphQLContext, @Arg('text', () => String, { description: 'The text, plain; at most 1,000,000 UTF-16 units.' }) text: string): ExtractedQuote[] {
    checkLength(text, MAX_EXTRACTION_UNITS);
    const { quotes, speakers } = app.extractor.extract(text);
    return quotes.slice(0, MAX_EXTRACTED_QUOTES).map((quote) => {
      const said = quote.speakers.map((index) => ({ name: speakers[index].name, type: speakers[index].type }));
      return {
        kind: quote.kind,
        manner: quote.manner,
        text: textOf(text, quote.content),
        content: quote.content,
        cue: quote.cue,
        mention: quote.mention.length > 0 ? { text: textOf(text, quote.mention), spans: quote.mention } : null,
        speakerName: said[0]?.name ?? null,
        speakerType: said[0]?.type ?? null,
        speakers: said,
        confidence: quote.confidence,
      };
    });
  }
}
