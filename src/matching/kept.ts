/** UTF-16 units; longer texts are rare and would fill the memory. */
const KEPT_LENGTH = 2_000;

/** What is made of texts, kept for those asked for last: by what they say, so that it is never stale. */
export class Kept<Made> {
  private readonly known = new Map<string, Made>();

  /** @param most texts that are kept */
  constructor(private readonly most: number, private readonly make: (text: string) => Made) {}

  of(text: string): Made {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const made = this.make(text);
    if (text.length > KEPT_LENGTH) return made;
    // The oldest goes first: a Map keeps the order of insertion.
    if (this.known.size >= this.most) this.known.delete(this.known.keys().next().value!);
    this.known.set(text, made);
    return made;
  }
}
