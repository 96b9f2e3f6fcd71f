/** The form of seeds/expected.json; seeds/README.md explains it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ArticleRelation, Manner, QuoteKind, SpeakerType, UnattributedReason } from '../../src/domain/records.js';

export const ARTICLES_FOLDER = fileURLToPath(new URL('../../seeds/articles', import.meta.url));

/** What a reader finds and the engine need not find yet. */
interface Reach {
  readonly reach?: boolean;
}

export interface ExpectedQuote extends Reach {
  readonly content: string;
  readonly kind: QuoteKind;
  readonly speaker: string | null;
  readonly reason?: UnattributedReason;
  readonly manner?: Manner;
}

/** Page furniture. No quote may come from it; `reach` is about its mark as boilerplate. */
export interface ExpectedNoise extends Reach {
  readonly text: string;
}

export interface ExpectedArticle {
  readonly quotes: readonly ExpectedQuote[];
  readonly noise: readonly ExpectedNoise[];
  /** Words that nobody says, though a careless reader might think so. */
  readonly notQuotes: readonly ExpectedNoise[];
}

export interface ExpectedSpeaker extends Reach {
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
}

export interface ExpectedRendering extends Reach {
  readonly file: string;
  readonly content: string;
}

export interface ExpectedOverlap extends Reach {
  readonly a: string;
  readonly b: string;
  readonly relation: ArticleRelation;
}

export interface Expected {
  /** How many expectations marked `reach` are met at least. */
  readonly reached: number;
  readonly speakers: readonly ExpectedSpeaker[];
  readonly articles: Readonly<Record<string, ExpectedArticle>>;
  readonly statements: {
    readonly same: readonly { readonly about: string; readonly renderings: readonly ExpectedRendering[] }[];
    readonly apart: readonly { readonly about: string; readonly quotes: readonly ExpectedRendering[] }[];
  };
  readonly overlaps: readonly ExpectedOverlap[];
  readonly sourceOverlaps: readonly { readonly a: string; readonly b: string; readonly reprints: number }[];
}

export const expected = JSON.parse(readFileSync(new URL('../../seeds/expected.json', import.meta.url), 'utf8')) as Expected;
