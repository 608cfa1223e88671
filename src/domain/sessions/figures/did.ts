import { isDelivered, type SessionLine } from '#domain/sessions/session-line.ts';
import { type FiguresAsked, figureBand } from './asked.ts';
import { among, isOfThese } from './cube.ts';
import { lostBy, outcomeOf, type SessionOutcome } from './outcomes.ts';
import type { Attended } from './visits.ts';

/** What was done in a period, in one figure each. */
export type Did = {
  readonly attendances: { readonly named: number; readonly counted: number };
  /** Different people known by name. */
  readonly people: number;
  /** Attendances times the minutes of each session. */
  readonly minutes: number;
  /** Watched or talked to only; not asked for by age or gender. */
  readonly contacts: number;
  readonly sessions: Readonly<Record<SessionOutcome, number>>;
  readonly lost: readonly { readonly reason: string; readonly n: number }[];
  /** Attendances at sessions that were not delivered, such as one that is on now. They stand in no other figure. */
  readonly elsewhere: number;
};

/** Adds up what was done, of those asked for. */
export function didIn({ only }: Pick<FiguresAsked, 'only'>) {
  const people = new Set<string>();
  const lines: SessionLine[] = [];
  const attendances = { named: 0, counted: 0 };
  let [minutes, contacts, elsewhere] = [0, 0, 0];
  return {
    take(visit: Attended): void {
      if (!isOfThese(visit, only)) return;
      const { line } = visit;
      lines.push(line);
      if (isDelivered(line)) contacts += line.contacts;
      for (const { person, n, band, gender } of visit.comers) {
        if (!among(only.ages, figureBand(band)) || !among(only.genders, gender)) continue;
        if (!isDelivered(line)) {
          elsewhere += n;
          continue;
        }
        minutes += n * (line.minutes ?? 0);
        attendances[person === null ? 'counted' : 'named'] += n;
        if (person !== null) people.add(person);
      }
    },
    made(): Did {
      const having = (outcome: SessionOutcome) => lines.filter((line) => outcomeOf(line) === outcome).length;
      return {
        attendances,
        people: people.size,
        ...{ minutes, contacts, elsewhere },
        sessions: {
          delivered: having('delivered'),
          weather: having('weather'),
          lost: having('lost'),
          open: having('open'),
        },
        lost: lostBy(lines),
      };
    },
  };
}
