import type { Attended } from '#domain/sessions/figures/visits.ts';
import { isDelivered } from '#domain/sessions/session-line.ts';

/** Everybody named, as their visits add up: how often, how regularly, and whether they came back. Memory grows with people alone. */

/** So often within so many days is regular. */
export const regularly = { times: 4, days: 56 } as const;
/** Whoever comes again so many days after their first time was kept. */
export const keptAfterDays = 28;

/** How often somebody came in the period. */
export const segments = [
  ['1', 'Once', 1],
  ['2-4', '2 to 4 times', 4],
  ['5-9', '5 to 9 times', 9],
  ['10+', '10 times or more', Number.POSITIVE_INFINITY],
] as const;

type Person = { first: string; inPeriod: number; lately: readonly string[]; regular: boolean; kept: boolean };

/** What the people of a period come to. */
export type PersonFigures = {
  readonly people: number;
  /** Whose first attendance ever falls in the period. */
  readonly isNew: number;
  readonly bySegment: readonly number[];
  readonly regular: number;
  /** Of the new: who came again four weeks or more after their first time, up to the day of the report. */
  readonly kept: number;
  /** Of the new: whose first time is four weeks back, so that they can have come again. */
  readonly couldBeKept: number;
};

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** @param period its days @param today of the report; visits are handed over in order of day, those before and after it as well */
export function persons({ from, to }: { readonly from: string; readonly to: string }, today: string) {
  const known = new Map<string, Person>();

  function came(id: string, day: string): void {
    const person = known.get(id) ?? { first: day, inPeriod: 0, lately: [], regular: false, kept: false };
    known.set(id, person);
    if (daysBetween(person.first, day) >= keptAfterDays) person.kept = true;
    if (day < from || day > to) return;
    person.inPeriod += 1;
    person.lately = [...person.lately, day].slice(-regularly.times);
    const [earliest = day] = person.lately;
    if (person.lately.length === regularly.times && daysBetween(earliest, day) < regularly.days) person.regular = true;
  }

  return {
    take({ line, comers }: Attended): void {
      if (!isDelivered(line)) return;
      for (const { person } of comers) if (person !== null) came(person, line.day);
    },
    made(): PersonFigures {
      const people = [...known.values()].filter(({ inPeriod }) => inPeriod > 0);
      const fresh = people.filter(({ first }) => first >= from);
      const segmentOf = ({ inPeriod }: Person) => segments.findIndex(([, , most]) => inPeriod <= most);
      return {
        people: people.length,
        isNew: fresh.length,
        bySegment: segments.map((_, at) => people.filter((person) => segmentOf(person) === at).length),
        regular: people.filter(({ regular }) => regular).length,
        kept: fresh.filter(({ kept }) => kept).length,
        couldBeKept: fresh.filter(({ first }) => daysBetween(first, today) >= keptAfterDays).length,
      };
    },
  };
}
