/** What a page may consist of, counted before a document is made of it: the document's time grows with the square of some of it. */
import { Parser } from 'htmlparser2';
import { OnRecordError } from '../../domain/errors.js';

/** Elements within each other. Browsers stop at 512, but they close what people leave open (<font>, <b>) more often than the parser does. */
const MAX_DEPTH = 1_000;
/** Elements, pieces of text and character references. A page of a whole book has some hundred thousand. */
const MAX_NODES = 1_000_000;
/** Of one element. */
const MAX_ATTRIBUTES = 1_000;
/** UTF-16 units of HTML that can hold nothing that takes long, whatever it is. */
const SHORT_UNITS = 20_000;
/** Units handed to the parser at once: between them it is asked whether to go on. */
const CHUNK_UNITS = 16_384;

/** @throws OnRecordError INVALID_ARTICLE where the HTML is over one of the bounds */
export function refuseOverBounds(html: string): void {
  if (html.length <= SHORT_UNITS) return;
  let [depth, nodes] = [0, 0];
  let problem: string | null = null;
  const node = (): void => {
    nodes += 1;
    if (nodes > MAX_NODES) problem = `holds more than ${MAX_NODES} elements and pieces of text`;
  };
  // The parser that the document is made with, so that both close the same elements.
  const parser = new Parser({
    onopentag: (_name, attributes) => {
      node();
      depth += 1;
      if (depth > MAX_DEPTH) problem = `nests its elements more than ${MAX_DEPTH} deep`;
      else if (Object.keys(attributes).length > MAX_ATTRIBUTES) problem = `has an element with more than ${MAX_ATTRIBUTES} attributes`;
    },
    onclosetag: () => {
      depth -= 1;
    },
    ontext: node,
    oncomment: node,
  });
  for (let from = 0; from < html.length && problem === null; from += CHUNK_UNITS) parser.write(html.slice(from, from + CHUNK_UNITS));
  if (problem !== null) throw new OnRecordError('INVALID_ARTICLE', `The HTML ${problem as string}: no page that is meant to be read does.`);
}
