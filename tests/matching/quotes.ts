import type { MatchableQuote } from '../../src/matching/index.js';

/** An invented quote; what a test does not name is the same for all. */
export function quote(id: number, text: string, more: Partial<MatchableQuote> = {}): MatchableQuote {
  return {
    id,
    articleId: id,
    kind: /^[“"]/.test(text) ? 'DIRECT' : 'INDIRECT',
    text,
    speakerId: 1,
    speakerName: 'Oda Lindqvist',
    publishedAt: '2031-03-04',
    before: '',
    about: [],
    after: '',
    confidence: 0.9,
    ...more,
  };
}

/** One promise of an invented harbour minister, as four outlets with four translators would give it. */
export const PROMISE = [
  quote(1, '“The harbour authority will naturally do everything to pay compensation and to give a legal assessment of what every responsible official did,”'),
  quote(2, '“The authority will take all necessary steps to compensate for the damage and ensure legal accountability of those responsible,”'),
  quote(3, '“The authority will do everything necessary after such accidents to pay compensation, and what all the officials did will be legally assessed,”'),
  quote(4, 'that the harbour authority would make every effort to make amends, including paying compensation and a legal review of all the officials’ conduct'),
] as const;

/** What she said besides on that day. */
export const FERRIES = [
  quote(5, '“I trust that the ferries will not only sail again but sail more often, in the spirit of our old friendship,”'),
  quote(6, '“I hope our ferries will sail again, and more often than before, in the spirit of friendship,”'),
] as const;
export const MOURNING = quote(7, '“Such words after this accident may console the families, yet they give nobody back the people who were lost.”');
