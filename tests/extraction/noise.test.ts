import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { ExtractionHints } from '../../src/extraction/types.js';

const noiseOf = (text: string, hints?: ExtractionHints) => createExtractor().extract(text, hints).noise.map((n) => [n.kind, text.slice(n.start, n.end)]);

describe('page noise', () => {
  it.each([
    ['LINK', 'READ MORE: Minister says dam is safe'],
    ['LINK', 'Related: Minister says dam is safe'],
    ['SHARE', 'Share.'],
    ['PROMOTION', 'Subscribe to our newsletter and get news delivered to your mailbox.'],
    ['PROMOTION', 'Follow Ana Reyes on Twitter'],
    ['IMAGE_CREDIT', 'Marta Quill speaks in Lund (Image: Harbour Press)'],
    ['IMAGE_CREDIT', 'Photo: Harbour Press'],
    ['BYLINE', 'By Ana Reyes and Tom Hale'],
    ['BYLINE', 'Ana Reyes, Transport Correspondent'],
    ['DATELINE', 'Monday November 3 2031, 6.40pm'],
    ['IMAGE_CREDIT', 'Water over the dam in Lund. Picture: Harbour Press'],
    ['PROMOTION', '"Follow Ana Reyes on Twitter @anareyes."'],
    ['PROMOTION', 'Follow the Harbour Press on social media'],
    ['PROMOTION', 'Got a story? Email desk@harbour.example'],
    ['OTHER', 'If you wish to raise a matter of accuracy, write to the editor.'],
    ['OTHER', '© 2031 Harbour Press. All rights reserved.'],
  ])('%s: %s', (kind, line) => {
    expect(noiseOf(`The dam held.\n\n${line}\n\nIt rained.`)).toEqual([[kind, line]]);
  });

  it('knows the headline said twice, and the one that the caller gives', () => {
    expect(noiseOf('Dam holds in Lund\n\nDam holds in Lund\n\nIt rained.')).toEqual([['HEADLINE', 'Dam holds in Lund']]);
    expect(noiseOf('Dam holds in Lund\n\nIt rained.', { title: 'Dam Holds in Lund' })).toEqual([['HEADLINE', 'Dam holds in Lund']]);
  });

  it('marks links glued into a paragraph, and no word before them', () => {
    const text = 'The dam held.READ MORE: Quill says all is wellREAD MORE: Orr claims the road is lost';
    expect(noiseOf(text).map(([kind]) => kind)).toEqual(['LINK', 'LINK']);
    expect(createExtractor().extract(text).quotes).toEqual([]);
  });

  it('takes a list behind a link for links, and any other list for text', () => {
    expect(noiseOf('The dam held.\n\nREAD MORE\n• Quill says all is well\n• Orr claims the road is lost\n\nIt rained.').map(([kind]) => kind)).toEqual(['LINK', 'LINK', 'LINK']);
    expect(noiseOf('The dam held.\n• Quill says all is well\n• Orr claims the road is lost')).toEqual([]);
  });

  it('marks the dateline and leaves the sentence behind it', () => {
    const text = 'LUND, Nov. 3 (HP) — Marta Quill said the dam was safe.';
    expect(noiseOf(text)).toEqual([['DATELINE', 'LUND, Nov. 3 (HP) —']]);
    expect(createExtractor().extract(text).quotes).toHaveLength(1);
  });

  it('takes a sentence about sharing or following for text', () => {
    expect(noiseOf('Share prices fell, and follow-up talks will be held in Lund.')).toEqual([]);
  });
});
