/** Answers JSONL line by line, for the commands that touch no store: what is wrong with one line is its answer. */
import { OnRecordError } from '../domain/errors.js';
import { linesOf, type GivenInput } from './input.js';
import { Output, startProgress, warn, type Progress } from './output.js';

/** What names a line in its answer: {"id"} or {"n"}, as the line gave it. */
export type LineName = Readonly<Record<string, unknown>>;

/** Writes results, and errors in their place: {name.., "line", "error": {"code", "message"}}. */
export class LineAnswers {
  private readonly output = new Output();
  private readonly progress: Progress;
  private answered = 0;
  private failed = 0;

  /** @param nothing the name of a line that could not be read */
  constructor(what: string, unit: string, private readonly input: GivenInput, private readonly nothing: LineName) {
    this.progress = startProgress(what, unit, { besideResults: true });
  }

  /** @param work gives the answer; `named` may be told first what names the line */
  async answer(line: number | null, work: (named: (name: LineName) => void) => object | Promise<object>): Promise<void> {
    let name = this.nothing;
    try {
      await this.output.json(await work((known) => (name = known)));
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      this.failed++;
      await this.output.json({ ...name, line, error: { code: error.code, message: error.message } });
    }
    this.progress.update(++this.answered, this.input.share());
  }

  /** All lines of the input. */
  async answerLines(bytes: AsyncIterable<Uint8Array>, work: (object: Record<string, unknown>, named: (name: LineName) => void) => object): Promise<void> {
    try {
      for await (const { line, object } of linesOf(bytes)) await this.answer(line, (named) => work(object(), named));
    } catch (error) {
      // The input as a whole: it is empty, or could not be read on.
      await this.answer(null, () => Promise.reject(error));
    }
  }

  /** @returns how many could not be answered */
  async end(): Promise<number> {
    this.progress.stop();
    await this.output.flush();
    if (this.failed > 0) warn(`${this.failed} of ${this.answered} could not be read; each says why in its line.`);
    return this.failed;
  }
}
