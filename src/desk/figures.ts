import { reasons, sessionStates, wordsOf } from '#domain/codes.ts';
import { isOnNow, wasMissed } from '#domain/sessions/session.ts';
import { isDelivered, type SessionLine } from '#domain/sessions/session-line.ts';

/** Sessions as the desk sorts them. */

/** How sessions may be filtered; the code stands in the address. */
export const sessionGroups = [
  ['all', 'Every state'],
  ['delivered', 'Delivered'],
  ['lost', 'Lost'],
  ['others', 'Came, not delivered'],
  ['unfinished', 'Not finished'],
  ['running', 'Running'],
  ['planned', 'Planned'],
  ['few', 'One adult or none, unexplained'],
] as const;
export type SessionGroup = (typeof sessionGroups)[number][0];

/** Called off, or given up on the way. */
export const isLost = ({ status }: SessionLine): boolean => status === 'cancelled' || status === 'abandoned';

/** Left running on an earlier day, or planned for one and never started: somebody has to say what became of it. */
export function isUnfinished({ status, ...line }: SessionLine, nowMs: number): boolean {
  if (status === 'cannot be read') return false;
  const { day, plannedStart, plannedEnd, actualStart, actualEnd } = line;
  const body = { day, plannedStart, plannedEnd, actualStart, actualEnd, status: { is: status, reopened: 0 } };
  return (status === 'running' && !isOnNow(body, nowMs)) || wasMissed(body, nowMs);
}

/** Went on with fewer than two people on its team. */
export const hasFewAdults = (line: SessionLine): boolean =>
  line.team < 2 && (isDelivered(line) || line.status === 'running');

/** And nobody has said why: somebody has to. */
const isUnexplained = (line: SessionLine): boolean => hasFewAdults(line) && line.fewAdultsBecause === '';

const tests: Record<SessionGroup, (line: SessionLine, nowMs: number) => boolean> = {
  all: () => true,
  delivered: isDelivered,
  lost: isLost,
  others: (line) => !isDelivered(line) && line.attendances > 0,
  unfinished: isUnfinished,
  running: ({ status }) => status === 'running',
  planned: ({ status }) => status === 'planned',
  few: isUnexplained,
};

/** The lines of a group, in the order they came. */
export const inGroup = (group: SessionGroup, lines: readonly SessionLine[], nowMs: number): SessionLine[] =>
  lines.filter((line) => tests[group](line, nowMs));

/** Counted and not named afterwards, so that named and counted add up to the attendances. */
export const countedOnly = ({ counted, alreadyCounted }: Pick<SessionLine, 'counted' | 'alreadyCounted'>): number =>
  counted - alreadyCounted;

/** `2 rain or wind, 1 fading light` */
export function lostWords(lines: readonly SessionLine[]): string {
  const byReason = Map.groupBy(lines.filter(isLost), ({ reason }) => reason);
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, own]) => `${own.length} ${(reason ? wordsOf(reasons, reason) : 'no reason given').toLowerCase()}`)
    .join(', ');
}

/** What became of a session, in words: `Finished`, `Cancelled: rain or wind`. */
export function statusWords({ status, reason }: Pick<SessionLine, 'status' | 'reason'>): string {
  const words = wordsOf(sessionStates, status);
  return reason ? `${words}: ${wordsOf(reasons, reason).toLowerCase()}` : words;
}

/** When it began, or is meant to: an instant, or nothing. */
export const startOf = ({ actualStart, plannedStart }: SessionLine): string => actualStart || plannedStart;

/** By when it started, or its day where that is not known; the id decides between equals. */
export const newestFirst = (a: SessionLine, b: SessionLine): number =>
  (startOf(b) || b.day).localeCompare(startOf(a) || a.day) || (a.session < b.session ? -1 : 1);

/** Things to look at in a session's row. */
export function flagsOf(line: SessionLine, nowMs: number): string[] {
  return [
    ...(isUnfinished(line, nowMs) ? [line.status === 'planned' ? 'Never started' : 'Not finished'] : []),
    ...(isUnexplained(line) ? [line.team === 1 ? 'One adult' : 'No team named'] : []),
    ...(line.estimated ? ['Best guess'] : []),
    ...(line.fromPaper ? ['From paper'] : []),
  ];
}

const inGroups = new Intl.NumberFormat('en-GB');

/** A figure as it is read: `19,427`. */
export const figure = (n: number): string => inGroups.format(n);
