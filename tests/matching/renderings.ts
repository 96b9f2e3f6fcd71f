import type { PlacedRendering } from '../../src/matching/index.js';
import { textOf } from '../../src/text/spans.js';
import type { Span } from '../../src/text/spans.js';

export interface Told {
  readonly body: string;
  readonly rendering: PlacedRendering;
}

/**
 * A rendering in an invented article, marked in its text: [content], {cue}, <mention>. What is left out of `more` is that the
 * same Oda Lindqvist speaks.
 */
export function told(marked: string, more: Partial<PlacedRendering> = {}): Told {
  const marks: Record<string, Span[]> = { '[': [], '{': [], '<': [] };
  const opened: { mark: string; start: number }[] = [];
  let body = '';
  for (const character of marked) {
    if (character in marks) opened.push({ mark: character, start: body.length });
    else if (']}>'.includes(character)) {
      const { mark, start } = opened.pop()!;
      marks[mark].push({ start, end: body.length });
    } else body += character;
  }
  const [content, cue, mention] = [marks['['], marks['{'], marks['<']];
  const rendering: PlacedRendering = {
    text: textOf(body, content), content,
    kind: /^[“"]/.test(body.slice(content[0].start)) ? 'DIRECT' : 'INDIRECT',
    manner: 'SPEECH',
    cue: { text: textOf(body, cue), spans: cue },
    mention: mention.length === 0 ? null : { text: textOf(body, mention), spans: mention },
    speakerId: 1, speakerName: 'Oda Lindqvist',
    before: body.slice(0, content[0].start),
    ...more,
  };
  return { body, rendering };
}

/** A content alone, as she {said} it. */
export const says = (content: string): Told => told(`<Lindqvist> {said} [${content}].`);
