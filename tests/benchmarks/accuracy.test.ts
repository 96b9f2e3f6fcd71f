/** The measure of accuracy: what it counts as gained and lost, and what its baseline holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BASELINE, readBaseline, updateBaseline } from '../../benchmarks/accuracy/baseline.js';
import { changesSince, countAspects } from '../../benchmarks/accuracy/changes.js';
import { compare } from '../../benchmarks/accuracy/figures.js';
import { CONTENT, Judge, SPEAKER } from '../../benchmarks/accuracy/judge.js';
import type { JudgedArticle, JudgedPrediction, Verdict } from '../../benchmarks/accuracy/judge.js';
import type { QuoteScorer } from '../../benchmarks/accuracy/kit.js';
import { worstMisses } from '../../benchmarks/accuracy/misses.js';
import type { Prediction } from '../../benchmarks/accuracy/predictions.js';
import { reliability } from '../../benchmarks/accuracy/reliability.js';
import { packContents, packVerdicts, unmatchedContents, unpackContents, unpackVerdicts } from '../../benchmarks/accuracy/states.js';
import type { SpanPair } from '../../src/text/spans.js';
import { corpus, WITHOUT_CORPUS } from '../support/corpus.js';
import { temporaryFolder } from '../support/folder.js';

const MISSED: Verdict = { content: CONTENT.missed, cue: false, mention: false, speaker: SPEAKER.unjudged };
const EXACT: Verdict = { content: CONTENT.exact, cue: true, mention: true, speaker: SPEAKER.right };

const prediction = (content: readonly SpanPair[], more: Partial<Prediction> = {}): Prediction => (
  { kind: 'INDIRECT', manner: 'SPEECH', content, cue: [], source: [], speaker: null, reason: null, confidence: 0.5, ...more });
const unfound = (content: readonly SpanPair[], confidence = 0.5): JudgedPrediction => ({ prediction: prediction(content, { confidence }), gold: null, found: false, right: false });

const judged = (golds: readonly Verdict[], predictions: readonly JudgedPrediction[] = []): JudgedArticle => ({
  article: { id: 'a', text: 'x'.repeat(1000), attributions: golds.map((_, i) => ({ source: [], cue: [], content: [[10 * i, 10 * i + 5]] })) },
  golds,
  predictions,
});
const packed = (article: JudgedArticle) => ({ verdicts: [packVerdicts(article.golds)], unmatched: [packContents(unmatchedContents(article))] });

describe('the states of the baseline', () => {
  it('every verdict comes back from its letter', () => {
    const all: Verdict[] = [];
    for (const content of Object.values(CONTENT)) for (const cue of [false, true]) for (const mention of [false, true]) for (const speaker of Object.values(SPEAKER)) all.push({ content, cue, mention, speaker });
    expect(new Set(packVerdicts(all)).size).toBe(64);
    expect(unpackVerdicts(packVerdicts(all))).toEqual(all);
  });

  it.each([[[]], [[[[3, 9]]]], [[[[3, 9], [12, 20]], [[30, 31]]]]] as SpanPair[][][][])('contents %j come back', (contents) => {
    expect(unpackContents(packContents(contents))).toEqual(contents);
  });

  it('the committed file holds figures, letters and places, and no words but labels', () => {
    const { extraction, pairs, stories } = readBaseline();
    expect(readFileSync(BASELINE).length).toBeLessThan(200_000);
    expect(extraction!.verdicts.join('')).toMatch(/^[\w-]+$/);
    for (const places of extraction!.unmatched) expect(places).toMatch(/^[\d, -]*$/);
    for (const decisions of Object.values(pairs!.right)) expect(decisions).toMatch(/^[01]+$/);
    for (const figure of [...Object.values(extraction!.figures), ...Object.values(pairs!.figures), ...Object.values(stories!.figures)]) expect(figure).toBeTypeOf('number');
  });

  it('what is not measured stays when the baseline is written anew', () => {
    const file = join(temporaryFolder(), 'baseline.json');
    const extraction = { gold: 'x', figures: { f: 1 }, verdicts: ['A'], unmatched: [''] };
    const pairs = { gold: 'y', figures: {}, right: { engine: '1', gold: '0' } };
    updateBaseline({ extraction }, file);
    updateBaseline({ pairs }, file);
    expect(readBaseline(file)).toEqual({ extraction, pairs });
  });
});

describe('gained and lost', () => {
  it('nothing where nothing changed', () => {
    const article = judged([EXACT, MISSED], [unfound([[700, 720]])]);
    expect(changesSince(packed(article), [article])).toEqual({ gained: [], lost: [] });
  });

  it('an attribution newly found, and one no longer found, in all that changed of them', () => {
    const { gained, lost } = changesSince(packed(judged([MISSED, EXACT])), [judged([EXACT, MISSED])]);
    expect(gained).toEqual([{ article: 'a', gold: 0, spans: [[0, 5]], what: ['content', 'extent', 'cue', 'mention', 'speaker'] }]);
    expect(lost).toEqual([{ article: 'a', gold: 1, spans: [[10, 15]], what: ['content', 'extent', 'cue', 'mention', 'speaker'] }]);
    expect(countAspects([...gained, ...lost])).toMatchObject({ content: 2, speaker: 2 });
  });

  it('one attribution may gain its cue and lose its extent', () => {
    const before = judged([{ ...EXACT, cue: false }]);
    const now = judged([{ ...EXACT, content: CONTENT.found }]);
    expect(changesSince(packed(before), [now])).toMatchObject({ gained: [{ what: ['cue'] }], lost: [{ what: ['extent'] }] });
  });

  it('a wrong speaker is worse than nobody, and nobody than the right one', () => {
    const withSpeaker = (speaker: Verdict['speaker']): JudgedArticle => judged([{ ...EXACT, speaker }]);
    const kinds = (from: Verdict['speaker'], to: Verdict['speaker']): number[] => {
      const { gained, lost } = changesSince(packed(withSpeaker(from)), [withSpeaker(to)]);
      return [gained.length, lost.length];
    };
    expect(kinds(SPEAKER.wrong, SPEAKER.nobody)).toEqual([1, 0]);
    expect(kinds(SPEAKER.nobody, SPEAKER.right)).toEqual([1, 0]);
    expect(kinds(SPEAKER.right, SPEAKER.wrong)).toEqual([0, 1]);
    expect(kinds(SPEAKER.unjudged, SPEAKER.nobody)).toEqual([0, 0]);
  });

  it('a prediction that finds nothing is new only where none stood before', () => {
    const before = judged([], [unfound([[100, 120]]), unfound([[300, 310]])]);
    const now = judged([], [unfound([[110, 140]]), unfound([[500, 510]])]);
    expect(changesSince(packed(before), [now])).toEqual({
      gained: [{ article: 'a', gold: null, spans: [[300, 310]], what: ['unmatched'] }],
      lost: [{ article: 'a', gold: null, spans: [[500, 510]], what: ['unmatched'] }],
    });
  });

  it('a figure stands beside its baseline, one without a baseline alone', () => {
    expect(compare({ f1: 0.71236, none: null, young: 1 }, { f1: 0.7, none: 0.5 })).toEqual([
      { figure: 'f1', value: 0.7124, baseline: 0.7, difference: 0.0124 },
      { figure: 'none', value: null, baseline: 0.5, difference: null },
      { figure: 'young', value: 1, baseline: null, difference: null },
    ]);
  });
});

describe('reliability', () => {
  const told = (confidence: number, right: number, count: number) => Array.from({ length: count }, (_, i) => ({ confidence, right: i < right }));

  it('gathers by tenths, with 1 in the last', () => {
    const { bins } = reliability([...told(0.3, 1, 4), ...told(0.29, 1, 1), ...told(1, 2, 2), ...told(0.9, 0, 2)]);
    expect(bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0.2, count: 1, meanConfidence: 0.29, right: 1 },
      { from: 0.3, count: 4, meanConfidence: 0.3, right: 0.25 },
      { from: 0.9, count: 4, meanConfidence: 0.95, right: 0.5 },
    ]);
  });

  it('the error weighs each bin by what it holds', () => {
    expect(reliability([...told(0.9, 9, 10), ...told(0.5, 5, 10)]).expectedCalibrationError).toBeCloseTo(0, 10);
    expect(reliability([...told(0.9, 6, 10), ...told(0.5, 15, 30)]).expectedCalibrationError).toBeCloseTo(0.3 / 4, 10);
    expect(reliability([]).expectedCalibrationError).toBeNull();
  });
});

const kitScorer = corpus('quotation-eval/score.mjs');
describe.skipIf(!kitScorer)(`one by one, as the kit has it (${kitScorer ? 'with the kit' : WITHOUT_CORPUS})`, () => {
  const text = 'Ada Brook said the dam was safe. Jonas Orr, an engineer, said “it leaks”.';
  const at = (words: string): SpanPair[] => [[text.indexOf(words), text.indexOf(words) + words.length]];
  const article = { id: 'a', text, attributions: [
    { source: at('Ada Brook'), cue: at('said'), content: at('the dam was safe') },
    { source: at('Jonas Orr, an engineer,'), cue: at('said “').map(([s]): SpanPair => [s, s + 4]), content: at('“it leaks”') },
  ] };
  const scorer = (): Promise<QuoteScorer> => import(pathToFileURL(kitScorer!).href) as Promise<QuoteScorer>;
  const judge = async (...quotes: Prediction[]): Promise<JudgedArticle> => new Judge(await scorer()).judge(article, quotes);

  it('exact with cue and mention', async () => {
    const { golds, predictions } = await judge(prediction(at('the dam was safe'), { cue: at('said'), source: at('Brook') }));
    expect(golds).toEqual([{ content: CONTENT.exact, cue: true, mention: true, speaker: SPEAKER.unjudged }, MISSED]);
    expect(predictions).toMatchObject([{ gold: 0, found: true, right: true }]);
  });

  it('half of the tokens is found, less only overlaps', async () => {
    expect((await judge(prediction(at('dam was')))).golds[0].content).toBe(CONTENT.found);
    expect((await judge(prediction(at('dam')))).golds[0].content).toBe(CONTENT.overlapping);
  });

  it('found under another\'s name is not right; either half of an apposition is', async () => {
    expect((await judge(prediction(at('the dam was safe'), { source: at('Jonas Orr') }))).predictions[0]).toMatchObject({ found: true, right: false });
    expect((await judge(prediction(at('“it leaks”'), { source: at('an engineer') }))).predictions[0]).toMatchObject({ gold: 1, right: true });
  });

  it('of two predictions of one content the better one finds it', async () => {
    const { predictions } = await judge(prediction(at('the dam was')), prediction(at('the dam was safe')));
    expect(predictions.map(({ gold }) => gold)).toEqual([null, 0]);
  });

  it('the worst misses are the surest of the wrong and the quoted of the missed', async () => {
    const found = await judge(prediction(at('Ada'), { confidence: 0.4 }), prediction(at('engineer'), { confidence: 0.9 }));
    const misses = worstMisses([found], 3, await scorer());
    expect(misses.map(({ prediction: given, gold }) => given?.confidence ?? gold?.content)).toEqual([0.9, 0.4, at('“it leaks”')]);
  });
});
