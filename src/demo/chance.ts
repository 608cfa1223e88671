/** Chance that repeats, a number from 0 to below 1: the same seed draws the same demo. */
export type Chance = () => number;

/** Mulberry32: small, and good enough to invent a park. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to below `to`. */
export const drawn = (chance: Chance, to: number): number => Math.floor(chance() * to);

export function pickedFrom<T>(chance: Chance, list: readonly T[]): T {
  const picked = list[drawn(chance, list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** An id that is drawn, of the form of a UUIDv7 of that time. */
export function drawnId(chance: Chance, nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0');
  const hex = (digits: number) => Array.from({ length: digits }, () => drawn(chance, 16).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[drawn(chance, 4)]}${hex(3)}-${hex(12)}`;
}
