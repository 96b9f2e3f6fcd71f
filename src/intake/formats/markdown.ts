/**
 * Markdown as its reader sees it: paragraphs separated by a blank line, without the marks. Only what news texts use is
 * known: headings, quotes, lists, code fences, rules, links, images, emphasis, code, escapes, comments, inline HTML.
 * Every pattern is linear in the length of the text, so that no file can stall the reading.
 */
import { decodeEntities } from './html-text.js';

const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const HEADING_END = /[ \t]#+[ \t]*$/;
const SETEXT_UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}([*_-])[ \t]*(?:\1[ \t]*){2,}$/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const QUOTE = /^ {0,3}>[ \t]?/;
const BULLET = /^[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]+/;
const REFERENCE = /^ {0,3}\[[^[\]]+\]:[ \t]*\S+/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** How many openers back the partner of a closing mark is looked for, so that odd texts stay linear. */
const MAX_OPENERS_BACK = 8;

interface Run {
  readonly start: number;
  readonly mark: string;
  left: number;
}

/** Removes `*`, `_` and `~~` that open and close emphasis; a mark without its partner is a character of the text. */
function stripEmphasis(text: string): string {
  const openers: Run[] = [];
  const removed: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\*+|_+|~~/g)) {
    const before = text[match.index - 1] ?? ' ';
    const after = text[match.index + match[0].length] ?? ' ';
    const inWord = match[0][0] === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    const run = { start: match.index, mark: match[0][0], left: match[0].length };
    if (!/\s/.test(before) && !inWord) {
      for (let at = openers.length - 1; at >= 0 && run.left > 0 && openers.length - at <= MAX_OPENERS_BACK; at -= 1) {
        const opener = openers[at];
        if (opener.mark !== run.mark) continue;
        const size = Math.min(opener.left, run.left);
        removed.push({ start: opener.start + opener.left - size, end: opener.start + opener.left });
        removed.push({ start: run.start + match[0].length - run.left, end: run.start + match[0].length - run.left + size });
        opener.left -= size;
        run.left -= size;
        openers.length = opener.left > 0 ? at + 1 : at;
      }
    }
    // A run that closed only in part opens nothing: its rest is text.
    if (run.left === match[0].length && !/\s/.test(after) && !inWord) openers.push(run);
  }
  removed.sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of removed) {
    kept.push(text.slice(from, start));
    from = end;
  }
  return kept.join('') + text.slice(from);
}

function inlineText(text: string): string {
  const bare = text
    .replace(ESCAPE, (_, mark: string) => `&#${mark.charCodeAt(0)};`)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/!\[[^[\]]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])/g, '')
    .replace(/\[([^[\]]*)\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/g, '$1')
    .replace(/\[([^[\]]+)\]\[[^[\]\n]*\]/g, '$1')
    .replace(/<(https?:[^<>\s]+)>/gi, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(`{1,3})([^`]+)\1/g, '$2');
  return decodeEntities(stripEmphasis(bare));
}

/** Lines of one paragraph: joined by a space, or by a line end after two spaces or a backslash. */
function joinLines(lines: readonly string[]): string {
  const parts = lines.map((line, index) => {
    if (index === lines.length - 1) return line.trim();
    const hard = line.endsWith('  ') || line.endsWith('\\');
    return (line.endsWith('\\') ? line.slice(0, -1) : line).trim() + (hard ? '\n' : ' ');
  });
  return parts.join('');
}

/** The text of a Markdown document without front matter. Lines end in LF. */
export function markdownToText(markdown: string): string {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const finish = (): void => {
    const text = inlineText(joinLines(lines)).trim();
    if (text !== '') paragraphs.push(text);
    lines = [];
  };
  for (const raw of withoutComments(markdown).split(/\r\n|\r|\n/)) {
    if (FENCE.test(raw)) {
      fenced = !fenced;
      finish();
      continue;
    }
    if (fenced) {
      if (raw.trim() !== '') paragraphs.push(raw.trim());
      continue;
    }
    const line = raw.replace(QUOTE, '').replace(QUOTE, '');
    const underlines = lines.length > 0 && SETEXT_UNDERLINE.test(line);
    if (line.trim() === '' || underlines || RULE.test(line) || REFERENCE.test(line)) finish();
    else if (HEADING.test(line)) {
      finish();
      lines = [line.replace(HEADING, '').replace(HEADING_END, '')];
      finish();
    } else {
      const item = BULLET.test(line);
      if (item) finish();
      lines.push(item ? line.replace(/^[ \t]*[*+-][ \t]+/, '') : line);
    }
  }
  finish();
  return paragraphs.join('\n\n');
}

/** An open comment without its end runs to the end of the document, as in HTML. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    kept.push(text.slice(from, open));
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept.join('');
    from = close + 3;
  }
  return kept.join('') + text.slice(from);
}
