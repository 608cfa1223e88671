import { mostPoints, mostStrokeBytes, type Strokes } from '#domain/records/shapes/consent.ts';

/**
 * What a finger draws, as data: whole numbers on a grid of 4096 either way, in the order they were drawn, without pressure and
 * without times. The shape is the evidence; the rhythm of a hand is a biometric that nobody needs.
 */

export const grid = 4095;

/** A point of the pad, both from 0 to 1. */
export type PadPoint = readonly [x: number, y: number];

/** A point as it is kept: a finger that leaves the pad stays on its edge. */
export const onGrid = ([x, y]: PadPoint): [number, number] => [place(x), place(y)];
const place = (part: number): number => Math.round(Math.min(1, Math.max(0, Number.isFinite(part) ? part : 0)) * grid);

const pointsIn = ({ strokes }: Strokes): number => strokes.reduce((sum, { length }) => sum + length, 0);

/** How much of the pad’s width the drawing goes through, over all its strokes: 1 is once across. */
export function lengthOf({ strokes, aspect }: Strokes): number {
  const tall = 1000 / aspect;
  const along = strokes.flatMap((stroke) =>
    stroke.slice(1).map(([x, y], at) => {
      const [beforeX, beforeY] = stroke[at] ?? [x, y];
      return Math.hypot(x - beforeX, (y - beforeY) * tall);
    }),
  );
  return along.reduce((sum, each) => sum + each, 0) / grid;
}

/** A tap, or two dots: fewer than 8 points or 0.3 of the width is asked about, and may be a mark. */
export const isTooLittle = (drawn: Strokes): boolean => pointsIn(drawn) < 8 || lengthOf(drawn) < 0.3;

/** Whether there is nothing at all. */
export const isEmpty = (drawn: Strokes | null | undefined): boolean => !drawn || pointsIn(drawn) === 0;

/** Fits a long drawing into what is kept: every second point of the longest strokes goes, their ends never. */
export function thinned(drawn: Strokes): Strokes {
  let { strokes } = drawn;
  const fits = () => {
    const next = { ...drawn, strokes };
    return pointsIn(next) <= mostPoints && JSON.stringify(next).length <= mostStrokeBytes;
  };
  while (!fits()) {
    const longest = Math.max(...strokes.map(({ length }) => length));
    strokes =
      longest > 2
        ? strokes.map((stroke) =>
            stroke.length > longest / 2 ? stroke.filter((_, at) => at % 2 === 0 || at === stroke.length - 1) : stroke,
          )
        : strokes.slice(0, mostPoints / 2);
  }
  return { ...drawn, strokes };
}
