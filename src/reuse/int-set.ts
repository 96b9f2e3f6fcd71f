/** Places that a set begins with. A power of two. */
const FEW = 16;

/**
 * A set of signed 32-bit integers whose low bits are spread as those of hashes are. They stand in one row, each at the place that its
 * low bits say or the next free one: a Set takes several times as long and as much room.
 */
export class IntSet {
  /** 0 where nothing stands. */
  private row: Int32Array;
  private hasZero = false;
  private count = 0;

  /** @param expected how many are likely to come: room for so many is made at once */
  constructor(expected = 0) {
    let room = FEW;
    while (room < 2 * expected) room *= 2;
    this.row = new Int32Array(room);
  }

  get size(): number {
    return this.count;
  }

  has(value: number): boolean {
    return value === 0 ? this.hasZero : this.row[placeOf(this.row, value)] === value;
  }

  add(value: number): void {
    if (this.has(value)) return;
    this.count++;
    if (value === 0) this.hasZero = true;
    else {
      this.row[placeOf(this.row, value)] = value;
      if (2 * this.count > this.row.length) this.grow();
    }
  }

  private grow(): void {
    const row = new Int32Array(2 * this.row.length);
    for (const value of this.row) if (value !== 0) row[placeOf(row, value)] = value;
    this.row = row;
  }
}

/** Where the value stands, or would. At least half of the row is free. */
function placeOf(row: Int32Array, value: number): number {
  const last = row.length - 1;
  let at = value & last;
  while (row[at] !== 0 && row[at] !== value) at = (at + 1) & last;
  return at;
}
