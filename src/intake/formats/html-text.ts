/**
 * HTML to plain text: a paragraph for each block, separated by a blank line; line breaks kept; everything that is no text
 * left out. The walk keeps its own stack, so that deep nesting cannot exhaust the program's.
 */
import { parseHTML } from 'linkedom';
import { refuseOverBounds } from './html-bounds.js';

const BLOCKS = new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 '
    + 'HEADER HGROUP HR HTML LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL').split(' '),
);
const NO_TEXT = new Set(
  'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MAP MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(' '),
);

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;

/** A document, whether the text is a whole page or a piece of one. @throws OnRecordError INVALID_ARTICLE where it is over the bounds */
export function openDocument(html: string): Document {
  refuseOverBounds(html);
  const whole = /<(?:html|body|head)[\s>]/i.test(html);
  return parseHTML(whole ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`).document as unknown as Document;
}

/** White space as HTML has it; a no-break space is a space too, because words are all that counts here. */
const collapse = (text: string): string => text.replace(/[ \t\n\r\f\u00a0]+/g, ' ');

class Paragraphs {
  readonly #done: string[] = [];
  #open: string[] = [];

  add(text: string): void {
    this.#open.push(text);
  }

  close(): void {
    const lines = this.#open.join('').split('\n').map((line) => collapse(line).trim());
    const text = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
    if (text !== '') this.#done.push(text);
    this.#open = [];
  }

  text(): string {
    this.close();
    return this.#done.join('\n\n');
  }
}

/** The text of a node and all below it. `skip` leaves out the elements for which it answers true. */
export function textOfNode(root: Node, skip: (element: Element) => boolean = () => false): string {
  const paragraphs = new Paragraphs();
  // A string on the stack is what follows the nodes above it: the end of a block, a closing quotation mark.
  const stack: (Node | string)[] = [root];
  const END_OF_BLOCK = '\0block';
  while (stack.length > 0) {
    const item = stack.pop()!;
    if (item === END_OF_BLOCK) paragraphs.close();
    else if (typeof item === 'string') paragraphs.add(item);
    else if (item.nodeType === TEXT) paragraphs.add(isPreformatted(item) ? (item.nodeValue ?? '') : collapse(item.nodeValue ?? ''));
    else if (item.nodeType === ELEMENT || item.nodeType === DOCUMENT || item.nodeType === FRAGMENT) {
      const name = item.nodeName.toUpperCase();
      if (NO_TEXT.has(name) || (item.nodeType === ELEMENT && (isHidden(item as Element) || skip(item as Element)))) continue;
      if (name === 'BR') paragraphs.add('\n');
      // Browsers print the quotation marks of a <q>.
      if (name === 'Q') {
        paragraphs.add('“');
        stack.push('”');
      }
      if (BLOCKS.has(name)) {
        paragraphs.close();
        stack.push(END_OF_BLOCK);
      }
      for (let child = item.lastChild; child; child = child.previousSibling) stack.push(child);
    }
  }
  return paragraphs.text();
}

const isPreformatted = (node: Node): boolean => node.parentNode?.nodeName.toUpperCase() === 'PRE';

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');

/** The text of a piece of HTML. */
export const htmlToText = (html: string): string => textOfNode(openDocument(html).body);

/** Does a text hold tags or character references? */
export const looksLikeHtml = (text: string): boolean => /<\/?[a-z][^<>]{0,2000}>|&(?:[a-z]{2,31}|#\d{1,7}|#x[\da-f]{1,6});/i.test(text);

/** Character references (&amp; &#8220;) as the characters they stand for; `<` stays what it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return openDocument(`<p>${text.replaceAll('<', '&lt;')}</p>`).body.textContent ?? text;
}
