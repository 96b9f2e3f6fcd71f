import { describe, expect, it } from 'vitest';
import { quotation, quotedSpans } from '../../src/text/quotation.js';

const inner = (text: string): string[] => quotation(text).pairs.map((p) => text.slice(p.innerStart, p.innerEnd));
const problems = (text: string): string[] => quotation(text).diagnostics.map((d) => d.problem);

describe('quotation marks', () => {
  it.each([
    ['curly', 'She said “the dam holds” twice.'],
    ['straight', 'She said "the dam holds" twice.'],
    ['guillemets', 'She said «the dam holds» twice.'],
    ['reversed guillemets', 'She said »the dam holds« twice.'],
    ['low and high', 'She said „the dam holds“ twice.'],
    ['doubled apostrophes', "She said ''the dam holds'' twice."],
    ['backticks', "She said ``the dam holds'' twice."],
    ['single curly', 'She said ‘the dam holds’ twice.'],
    ['single straight', "She said 'the dam holds' twice."],
  ])('pairs %s marks', (_style, text) => {
    expect(inner(text)).toEqual(['the dam holds']);
    expect(problems(text)).toEqual([]);
  });

  it('pairs marks of mixed styles and says so', () => {
    expect(inner('He called it “a triumph" of sorts.')).toEqual(['a triumph']);
    expect(problems('He called it “a triumph" of sorts.')).toEqual(['MIXED_STYLES']);
  });

  it('keeps a nested quotation inside its outer one', () => {
    const { pairs } = quotation('“They told me ‘go home’ and I went,” Ora said.');
    expect(pairs.map((p) => p.depth)).toEqual([0, 1]);
    expect(pairs[1].start).toBeGreaterThan(pairs[0].start);
    expect(pairs[1].end).toBeLessThan(pairs[0].end);
  });

  it('tells apostrophes from quotation marks', () => {
    expect(inner("The miners' pay didn't rise in the '90s, Hale's office says.")).toEqual([]);
    expect(inner('The miners’ pay didn’t rise in the ’90s.')).toEqual([]);
    expect(inner("She called it 'the miners' last stand' and left.")).toEqual(["the miners' last stand"]);
  });

  it('takes an inch sign for no mark', () => {
    expect(inner(`The plank was 6'2" long and 4'1" wide.`)).toEqual([]);
  });

  it('takes an opening mark behind a word, where only a closing one can stand, for one', () => {
    const text = '“Do you want a dam?“ she asked. “Apparently not,“ he said. “A leopard has spots.”';
    expect(inner(text)).toEqual(['Do you want a dam?', 'Apparently not,', 'A leopard has spots.']);
    expect(problems(text)).toEqual(['MIXED_STYLES', 'MIXED_STYLES']);
  });

  it('ends a quotation at a single mark behind its sentence where no double one follows', () => {
    const text = 'Orr tweeted: “Let’s go. We’re here.’ He stood by the dam. He likes “Days of Rain.”';
    expect(inner(text)).toEqual(['Let’s go. We’re here.', 'Days of Rain.']);
    expect(problems(text)).toEqual(['MIXED_STYLES']);
    expect(inner('She said, “The miners’ cause.’ Then she left.')).toEqual(['The miners’ cause.']);
    expect(inner('She said, “The miners.’ Then I left.”')).toEqual(['The miners.’ Then I left.']);
  });

  it('carries a quotation over paragraphs that open their mark again', () => {
    const text = '“The first part.\n\n“The second part,” he said.';
    const { pairs, diagnostics } = quotation(text);
    expect(pairs.map((p) => [p.closed, p.continues])).toEqual([[false, false], [true, true]]);
    expect(diagnostics).toEqual([]);
  });

  it('reports marks without a partner, and ends what is open with its paragraph', () => {
    expect(problems('“It never closed.\n\nNext paragraph.')).toEqual(['UNCLOSED']);
    expect(inner('“It never closed.\n\nNext paragraph.')).toEqual(['It never closed.']);
    expect(problems('It never opened” at all.')).toEqual(['UNOPENED']);
  });

  it('gives the outermost quoted stretches, apart and in order', () => {
    const text = 'A “one ‘two’ three” b "four".';
    expect(quotedSpans(text).map((s) => text.slice(s.start, s.end))).toEqual(['“one ‘two’ three”', '"four"']);
  });

  it('comes to an end on a hundred thousand marks of any kind', () => {
    for (const mark of ['“', '"', "'a ", '‘', '« ']) {
      const { pairs, diagnostics } = quotation(mark.repeat(100_000 / mark.length));
      for (const { start, end } of [...pairs, ...diagnostics]) expect(start < end && end <= 100_000).toBe(true);
    }
  });
});
