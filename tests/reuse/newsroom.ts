/** A seeded writer of invented wire copy, and what other outlets make of it. The same seed writes the same. */
export interface Copy {
  readonly paragraphs: readonly (readonly Sentence[])[];
}
/** A sentence in two wordings that share content words but no run of them. */
interface Sentence {
  readonly plain: string;
  readonly reworded: string;
}

/** mulberry32: a small generator of numbers in 0..1 from a 32-bit seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ba ren tol mi sha dor ku vel pra ni gos lem tar ui fon de kar zo bri hal'.split(' ');

export function newsroom(seed: number): { write(paragraphs: number): Copy; pick<T>(from: readonly T[]): T; random(): number } {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const name = (): string => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
    return word[0].toUpperCase() + word.slice(1);
  };
  const templates: ((a: string, b: string, c: string, n: number) => Sentence)[] = [
    (a, b, c, n) => ({ plain: `The council of ${a} approved a budget of ${n} crowns for the bridge to ${b} despite warnings from engineer ${c}.`, reworded: `Engineer ${c} warned against it, but ${n} crowns of budget for a ${b} bridge were approved when councillors met in ${a}.` }),
    (a, b, c, n) => ({ plain: `Farmers near ${a} lost ${n} sheep when the river ${b} flooded meadows belonging to the ${c} estate.`, reworded: `Some ${n} sheep of ${a} farmers were lost on ${c} meadows in a flood of the ${b} river.` }),
    (a, b, c, n) => ({ plain: `A museum in ${a} returned ${n} carved masks that collector ${b} had bought at an auction in ${c}.`, reworded: `Bought once by collector ${b} at auction in ${c}, ${n} masks have left the ${a} museum, which returned every carved piece.` }),
    (a, b, c, n) => ({ plain: `Striking drivers blocked ${n} depots between ${a} and ${b} until the mediator ${c} promised new shifts.`, reworded: `New shifts promised by ${c}, a mediator, ended it: drivers on strike had kept ${n} depots from ${a} to ${b} blocked.` }),
    (a, b, c, n) => ({ plain: `Police arrested ${n} smugglers aboard the trawler ${a} after a chase along the coast of ${b} led by captain ${c}.`, reworded: `Led by captain ${c}, police chased the ${a} trawler off ${b} and had ${n} smugglers arrested.` }),
    (a, b, c, n) => ({ plain: `The observatory on mount ${a} counted ${n} meteors while astronomer ${b} filmed them from the roof of ${c} college.`, reworded: `Astronomer ${b} was filming at ${c} college, on its roof, as ${n} meteors were counted by mount ${a} observatory staff.` }),
  ];
  return {
    random,
    pick,
    write: (paragraphs) => ({
      paragraphs: Array.from({ length: paragraphs }, () => Array.from({ length: 2 }, () => pick(templates)(name(), name(), name(), 10 + Math.floor(random() * 900)))),
    }),
  };
}

const laidOut = (copy: Copy, wording: (sentence: Sentence) => string): string => copy.paragraphs.map((p) => p.map(wording).join(' ')).join('\n\n');
export const printed = (copy: Copy): string => laidOut(copy, (sentence) => sentence.plain);
export const rewritten = (copy: Copy): string => laidOut(copy, (sentence) => sentence.reworded);
