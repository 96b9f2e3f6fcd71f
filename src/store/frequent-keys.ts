/**
 * Keys that many quotes of a period have, so that nobody counts them again: most of those of an arriving article do, and to
 * count one costs as much as to find another. A key can only get rarer where quotes go, so what stands here holds until
 * this connection takes keys away (`remove`), another connection commits, or a transaction is undone (`forget`).
 */

/** Keys of all periods together; news of two months has some thousands. */
const MAX_KEPT = 100_000;

export class FrequentKeys {
  /** By period and key: so many quotes have it, or more. */
  private readonly periods = new Map<number, Map<number, number>>();
  private size = 0;

  /** Is it known that more than so many quotes of the period have the key? */
  has(period: number, key: number, most: number): boolean {
    return (this.periods.get(period)?.get(key) ?? 0) > most;
  }

  /** @param uses so many have it, or more */
  add(period: number, key: number, uses: number): void {
    if (this.size >= MAX_KEPT) this.forget();
    const keys = this.periods.get(period) ?? new Map<number, number>();
    this.periods.set(period, keys);
    if (!keys.has(key)) this.size++;
    keys.set(key, uses);
  }

  remove(period: number, keys: readonly number[]): void {
    const known = this.periods.get(period);
    if (known) for (const key of keys) if (known.delete(key)) this.size--;
  }

  forget(): void {
    this.periods.clear();
    this.size = 0;
  }
}
