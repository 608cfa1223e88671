import { type InForceState, inForceStates, type Purpose } from '#domain/people-codes.ts';
import type { InForce } from './in-force.ts';

/** How many of everybody permit what: each person stands once in each purpose, so that every row adds up to everybody. */

/** One purpose over everybody. */
export type CoverageRow = {
  readonly purpose: Purpose;
  readonly by: Readonly<Record<InForceState, number>>;
  readonly everybody: number;
};

/** @param people what is in force of each person */
export function coverageOf(
  people: readonly Readonly<Record<Purpose, InForce>>[],
  purposes: readonly Purpose[],
): CoverageRow[] {
  return purposes.map((purpose) => {
    const by = Object.fromEntries(inForceStates.map(([state]) => [state, 0])) as Record<InForceState, number>; // every state
    for (const each of people) by[each[purpose].state] += 1;
    return { purpose, by, everybody: people.length };
  });
}
