/** Bodies that a transaction has read: matching asks for those of the same few articles for every quote. */

/** UTF-16 units, twice as many bytes: the longest article and several like it. */
const MAX_UNITS = 24_000_000;

export class BodyCache {
  private readonly bodies = new Map<number, string>();
  private units = 0;

  get(articleId: number): string | undefined {
    return this.bodies.get(articleId);
  }

  /** What was kept first goes first where the room ends. */
  keep(articleId: number, body: string): void {
    this.forget(articleId);
    this.bodies.set(articleId, body);
    this.units += body.length;
    for (const [id, old] of this.bodies) {
      if (this.units <= MAX_UNITS || id === articleId) break;
      this.bodies.delete(id);
      this.units -= old.length;
    }
  }

  forget(articleId: number): void {
    this.units -= this.bodies.get(articleId)?.length ?? 0;
    this.bodies.delete(articleId);
  }
}
