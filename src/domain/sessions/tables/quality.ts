import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { figureBand } from '#domain/sessions/figures/asked.ts';
import { outcomeOf } from '#domain/sessions/figures/outcomes.ts';
import type { Attended } from '#domain/sessions/figures/visits.ts';

/** How far the figures of a period can be trusted: what is not known, what was guessed, what came late, what was put right. */

/** One thing to know of the figures: so many, of how many. */
export type QualityLine = {
  readonly code: string;
  readonly words: string;
  readonly n: number;
  /** What it is a part of; null where it is of nothing in particular. */
  readonly of: number | null;
  readonly ofWords: string;
};

const lateDays = 7;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Counts what a reader should know, session by session. */
export function qualityOf() {
  const people = new Map<string, { age: boolean; gender: boolean }>();
  const n = { sessions: 0, open: 0, paper: 0, guessed: 0, unread: 0, noTeam: 0, late: 0 };
  return {
    /** @param received when the session's record came in; undefined where that is not known */
    take({ line, comers, team, received }: Attended): void {
      n.sessions += 1;
      if (outcomeOf(line) === 'open') n.open += 1;
      if (line.status === 'cannot be read') n.unread += 1;
      if (line.fromPaper) n.paper += 1;
      if (line.estimated) n.guessed += 1;
      if (outcomeOf(line) !== 'delivered') return;
      if (team.length === 0) n.noTeam += 1;
      if (received !== undefined && daysBetween(`${line.day}T12:00:00.000Z`, received) > lateDays) n.late += 1;
      for (const { person, band, gender } of comers) {
        if (person !== null && !people.has(person))
          people.set(person, { age: figureBand(band) !== 'NK', gender: gender !== 'NK' });
      }
    },
    made(aliases: readonly RowOf<'alias'>[], correctedSinceExport: number): readonly QualityLine[] {
      const all = [...people.values()];
      const ofPeople = { of: all.length, ofWords: 'different young people' };
      const ofSessions = { of: n.sessions, ofWords: 'sessions' };
      const line = (code: string, words: string, count: number, rest: Pick<QualityLine, 'of' | 'ofWords'>) => ({
        ...{ code, words, n: count },
        ...rest,
      });
      return [
        line('no-age', 'Age not known', all.filter(({ age }) => !age).length, ofPeople),
        line('no-gender', 'Gender not recorded', all.filter(({ gender }) => !gender).length, ofPeople),
        line('open', 'Not finished or still to come', n.open, ofSessions),
        line('guessed', 'With a count that is a best guess', n.guessed, ofSessions),
        line('paper', 'Typed in later from paper', n.paper, ofSessions),
        line('no-team', 'Delivered, and nobody written down who ran it', n.noTeam, ofSessions),
        line('late', `Came in more than ${lateDays} days later`, n.late, ofSessions),
        line('unread', 'Cannot be read', n.unread, ofSessions),
        line('merged', 'Badges found to be of somebody with another', mergedIn(aliases), { of: null, ofWords: '' }),
        line('corrected', 'Sessions put right after a file of their days was made', correctedSinceExport, {
          of: null,
          ofWords: '',
        }),
      ];
    },
  };
}

/** Pairs of badges that stand as one person. */
function mergedIn(aliases: readonly RowOf<'alias'>[]): number {
  const facts = aliases
    .filter(({ body }) => body.of === 'person')
    .map(({ id, body }) => ({ id, replaces: listIn(body.replaces), body }));
  return inForce(facts).filter(({ body }) => body.is === 'same').length;
}
