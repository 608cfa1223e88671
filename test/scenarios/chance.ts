/** Chance and a trace, both from one seed: the same seed is the same run, to the last step. */

export class Luck {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, not with, `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** Whether something happens that has this share of a hundred. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  one<T>(of: readonly T[]): T {
    const found = of[this.below(of.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** One of several, each as often as its weight says. */
  weighed<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return this.one(choices)[1];
  }
}

/** Everything that happened, as one number and, on request, as lines to read. */
export class Trace {
  #hash = 0xcbf29ce484222325n;
  readonly lines: string[] | null;

  constructor(keep: boolean) {
    this.lines = keep ? [] : null;
  }

  /** FNV-1a over the line's UTF-16 units. */
  say(line: string): void {
    let [high, low] = [Number(this.#hash >> 32n), Number(this.#hash & 0xffffffffn)];
    for (let at = 0; at < line.length; at += 1) {
      low = Math.imul(low ^ line.charCodeAt(at), 0x01000193) >>> 0;
      high = Math.imul(high ^ low, 0x01000193) >>> 0;
    }
    this.#hash = (BigInt(high) << 32n) | BigInt(low);
    this.lines?.push(line);
  }

  get hash(): string {
    return this.#hash.toString(16).padStart(16, '0');
  }
}
