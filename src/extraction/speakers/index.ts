/** Stage 5: the speakers of an article, and which of them each mention means. */
import type { Document } from '../document.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Link, Outer } from '../linking/link.js';
import { speakerKey } from '../../text/names.js';
import type { ExtractedSpeaker } from '../types.js';
import type { Attribution } from './attribution.js';
import { castOf } from './cluster.js';
import type { Figure } from './cluster.js';
import { jointSpeakers } from './joint.js';
import { findOccurrences, spanOfTokens } from './occurrences.js';
import { resolveMention } from './resolve.js';
import type { Resolution } from './resolve.js';
import { rolesAt } from './roles.js';
import type { Role } from './roles.js';
import type { LastSpeaker, Scene } from './scene.js';

/** Roles kept of one speaker. */
const MAX_ROLES = 20;
const MAX_CANDIDATES = 5;

export function findSpeakers(doc: Document, links: readonly Link[]): { speakers: ExtractedSpeaker[]; attributions: Attribution[] } {
  const occurrences = findOccurrences(doc);
  const cast = castOf(doc, occurrences);
  const rolesOf = new Map<Figure, Role[]>();
  occurrences.forEach((o, i) => {
    const figure = cast.figureOf[i];
    if (figure) rolesOf.set(figure, [...(rolesOf.get(figure) ?? []), ...rolesAt(doc, o)].slice(0, MAX_ROLES));
  });
  for (const [figure, roles] of rolesOf) if (roles.length > 0 && figure.type === 'UNKNOWN') figure.type = 'PERSON';
  const scene: Scene = { doc, occurrences, cast, rolesOf };

  const list = new SpeakerList(doc, rolesOf);
  let last: LastSpeaker = null;
  let previous: Spoken | null = null;
  const order = links.flatMap((link, i) => (link.outer ? [] : [i])).sort((a, b) => links[a].sentence - links[b].sentence || (links[a].mention?.from ?? 0) - (links[b].mention?.from ?? 0));
  const resolved = new Map<Link, Resolution>();
  const attributions: Attribution[] = new Array<Attribution>(links.length);
  for (const i of order) {
    const { mention, sentence } = links[i];
    const before = last;
    const own: Resolution = mention ? resolveMention(scene, mention, sentence, before) : NO_MENTION;
    const resolution: Resolution = mention ? goesOn(doc, mention, sentence, previous) ?? own : own;
    previous = mention ? { resolution, sentence } : null;
    if (resolution.figure && resolution.figure.type !== 'ORGANISATION') last = { figure: resolution.figure, sentence };
    const joint = mention && resolution === own ? jointSpeakers(scene, mention, sentence, before, own) : [];
    attributions[i] = list.attribution(resolution, joint);
    resolved.set(links[i], resolution);
  }
  links.forEach((link, i) => {
    if (!link.outer || !link.mention) return;
    const resolution = resolveInner(scene, link.mention, link.sentence, link.outer, resolved.get(link.outer.link) ?? NO_MENTION);
    attributions[i] = list.attribution(resolution, jointSpeakers(scene, link.mention, link.sentence, null, resolution));
  });
  return { speakers: list.speakers, attributions };
}

interface Spoken {
  readonly resolution: Resolution;
  readonly sentence: number;
}

/** "The report says that ... It recommends": "it" is what spoke in the sentence before, where that is no person. */
function goesOn(doc: Document, mention: TokenRange, sentence: number, previous: Spoken | null): Resolution | null {
  if (!previous || mention.to - mention.from !== 1 || doc.tokens[mention.from].lower !== 'it') return null;
  if (sentence !== previous.sentence + 1 || doc.sentences[sentence].paragraph !== doc.sentences[previous.sentence].paragraph) return null;
  const { figure, named, evidence } = previous.resolution;
  if (!named && figure?.type !== 'ORGANISATION') return null;
  return { ...previous.resolution, evidence: [[spanOfTokens(doc, mention.from, mention.to)], ...evidence] };
}

/** Who is reported inside what somebody else says: "I" is the one who says it, and "he" inside quotation marks never is. */
function resolveInner(scene: Scene, mention: TokenRange, sentence: number, outer: Outer, said: Resolution): Resolution {
  const { doc } = scene;
  const span = spanOfTokens(doc, mention.from, mention.to);
  const alone = mention.to - mention.from === 1 && doc.tags[mention.from] === 'PRONOUN';
  if (outer.quoted && alone && doc.tokens[mention.from].lower === 'i') return { ...said, evidence: [[span], ...said.evidence] };
  const found = resolveMention(scene, mention, sentence, said.figure ? { figure: said.figure, sentence } : null);
  const himself = outer.quoted && alone && found.figure !== null && found.figure === said.figure;
  return himself ? { ...NO_MENTION, reason: 'UNNAMED', evidence: [[span]] } : found;
}

const NO_MENTION: Resolution = { figure: null, named: null, reason: 'NO_MENTION', evidence: [], ranked: [], confidence: 0 };

/** The speakers in the order in which quotes first need them. */
class SpeakerList {
  readonly speakers: ExtractedSpeaker[] = [];
  private readonly indexOf = new Map<Figure | string, number>();

  constructor(
    private readonly doc: Document,
    private readonly rolesOf: ReadonlyMap<Figure, readonly Role[]>,
  ) {}

  /** @param joint those who say it together with the one meant, who may be among them */
  attribution(resolution: Resolution, joint: readonly Resolution[]): Attribution {
    const { reason, evidence, ranked, confidence } = resolution;
    const speaker = this.of(resolution);
    const speakers = [speaker, ...joint.map((other) => this.of(other))].filter((index) => index !== null);
    return {
      speaker, reason, evidence, confidence,
      speakers: [...new Set(speakers)],
      candidates: ranked.slice(0, MAX_CANDIDATES).map((c) => ({ speaker: this.ofFigure(c.figure), confidence: c.confidence })),
    };
  }

  private of({ figure, named }: Resolution): number | null {
    return figure ? this.ofFigure(figure) : named ? this.ofDescription(named.name, named) : null;
  }

  private ofFigure(figure: Figure): number {
    const known = this.indexOf.get(figure);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    for (const { name } of figure.occurrences) counts.set(flat(name), (counts.get(flat(name)) ?? 0) + 1);
    const forms = [...counts].map(([form, count]) => ({ form, count }));
    const name = forms.reduce((a, b) => (b.form.length > a.form.length ? b : a)).form;
    return this.add(figure, { name, type: figure.type, forms, roles: distinct(this.rolesOf.get(figure) ?? []) });
  }

  private ofDescription(name: string, { type }: { readonly type: ExtractedSpeaker['type'] }): number {
    const key = `${type} ${speakerKey(name)}`;
    const known = this.indexOf.get(key);
    if (known !== undefined) return known;
    const count = this.doc.text.split(name).length - 1;
    return this.add(key, { name, type, forms: [{ form: name, count: Math.max(1, count) }], roles: [] });
  }

  private add(key: Figure | string, speaker: ExtractedSpeaker): number {
    this.indexOf.set(key, this.speakers.length);
    return this.speakers.push(speaker) - 1;
  }
}

const flat = (name: string): string => name.replace(/\s+/gu, ' ');

/** Each title once, where it first stands. */
function distinct(roles: readonly Role[]): { title: string; span: Role['span'] }[] {
  const seen = new Set<string>();
  return roles.flatMap(({ title, span }) => {
    const key = title.toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ title, span }];
  });
}
