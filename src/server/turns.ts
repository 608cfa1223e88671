import { Problem } from './problem.ts';

/**
 * Lets few do at once what costs much; the others wait in line, and where the line is long are asked to come back.
 * @param mostWaiting a longer line is a flood
 */
export function turns(atOnce: number, mostWaiting: number) {
  let running = 0;
  const line: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1;
    else if (line.length >= mostWaiting)
      throw new Problem(503, 'busy', 'The server is busy. Try again in a moment.', 2);
    else await new Promise<void>((turn) => line.push(turn));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
