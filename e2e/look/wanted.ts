import type { Size } from '../browser.ts';
import { allLights, type Light } from '../judge.ts';

/** What is wanted of the contact sheet: which lights, which sizes, which screens. Given to the walk in its environment. */

export type Shape = Size & {
  /** `360x740`, `desk-1280`: what it is asked for by, and what its pictures are filed under. */
  readonly name: string;
  readonly of: 'phone' | 'desk';
  /** Of the browser's own size of letters, per cent. */
  readonly text?: number;
};

const phone = (width: number, height: number, more: Partial<Shape> = {}): Shape => ({
  ...{ name: `${width}x${height}`, of: 'phone', width, height },
  ...more,
});
const desk = (width: number): Shape => ({ name: `desk-${width}`, of: 'desk', width, height: 800 });

const shapes: readonly Shape[] = [
  phone(360, 740),
  phone(320, 640),
  phone(740, 360),
  phone(360, 740, { name: '360x740-large', text: 200 }),
  ...[1280, 1024, 1000, 640].map(desk),
];

export type Wanted = {
  readonly lights: readonly Light[];
  readonly shapes: readonly Shape[];
  /** Part of the address, or of the name of a door. */
  readonly only: string;
};

type Asked = {
  readonly light?: string | undefined;
  readonly size?: string | undefined;
  readonly only?: string | undefined;
};

/** Reads a list with commas; throws where there is no such light or size. */
function chosen<T>(list: string | undefined, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (!list) return all;
  return list.split(',').map((name) => {
    const found = all.find((one) => nameOf(one) === name);
    if (found === undefined) throw new Error(`there is no ${name}: choose of ${all.map(nameOf).join(', ')}`);
    return found;
  });
}

export function readWanted({ light, size, only = '' }: Asked): Wanted {
  return {
    lights: chosen(light, allLights, (one) => one),
    shapes: chosen(size, shapes, ({ name }) => name),
    only,
  };
}

/** What the walk was started with. */
export const wanted = (): Wanted =>
  readWanted({ light: process.env.LOOK_LIGHT, size: process.env.LOOK_SIZE, only: process.env.LOOK_ONLY });
