import type { RowOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import type { Attended } from '#domain/sessions/figures/visits.ts';
import { isDelivered } from '#domain/sessions/session-line.ts';

/** Hours of whoever ran the sessions; volunteers stand apart. */

/** What somebody is to a programme; of whom no record is known it is not recorded. */
export const teamKinds = [
  ['staff', 'Staff'],
  ['volunteer', 'Volunteers'],
  ['-', 'Not recorded'],
] as const;
type TeamKind = (typeof teamKinds)[number][0];

/** One kind of team: how many, at how many sessions, for how long. */
export type TeamLine = {
  readonly kind: TeamKind;
  readonly words: string;
  readonly people: number;
  /** Times that one of them was at a session. */
  readonly turns: number;
  readonly minutes: number;
};

/** Volunteers are who hold that role and no other. */
const kindOf = (member: RowOf<'member'> | undefined): TeamKind => {
  if (!member) return '-';
  const roles = elements(member.body, 'role').map((role) => role.split(':')[0]);
  return roles.length > 0 && roles.every((role) => role === 'volunteer') ? 'volunteer' : 'staff';
};

/** Adds up the hours of a team. */
export function teamHours(members: readonly RowOf<'member'>[]) {
  const byId = new Map(members.map((member) => [member.id, member]));
  const people = new Map<TeamKind, Set<string>>();
  const sums = new Map<TeamKind, { turns: number; minutes: number }>();
  return {
    take({ line, team }: Attended): void {
      if (!isDelivered(line)) return;
      for (const id of team) {
        const kind = kindOf(byId.get(id));
        people.set(kind, (people.get(kind) ?? new Set()).add(id));
        const { turns = 0, minutes = 0 } = sums.get(kind) ?? {};
        sums.set(kind, { turns: turns + 1, minutes: minutes + (line.minutes ?? 0) });
      }
    },
    made: (): readonly TeamLine[] =>
      teamKinds
        .map(([kind, words]) => ({
          ...{ kind, words, people: people.get(kind)?.size ?? 0 },
          ...(sums.get(kind) ?? { turns: 0, minutes: 0 }),
        }))
        .filter(({ kind, turns }) => kind !== '-' || turns > 0),
  };
}
