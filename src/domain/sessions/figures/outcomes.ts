import { codesOf, type Reason, reasons } from '#domain/codes.ts';
import { isDelivered, type SessionLine } from '#domain/sessions/session-line.ts';

/** What became of sessions: each stands under one heading, so that they add up to all that were planned. */

/** Reasons that funders ask for as one: `weather or light`. */
export const weatherReasons: readonly Reason[] = ['rain/wind', 'heat', 'lightning', 'fading light'];
export const isWeather = (reason: string): boolean => weatherReasons.some((each) => each === reason);

/** What a session came to. */
export const outcomes = [
  ['delivered', 'Delivered'],
  ['weather', 'Lost to weather or light'],
  ['lost', 'Lost for another reason'],
  ['open', 'Not finished or still to come'],
] as const;
export type SessionOutcome = (typeof outcomes)[number][0];

/** A session that ended without a minute delivered was lost too. */
export function outcomeOf(line: SessionLine): SessionOutcome {
  if (isDelivered(line)) return 'delivered';
  if (['planned', 'running', 'cannot be read'].includes(line.status)) return 'open';
  return isWeather(line.reason) ? 'weather' : 'lost';
}

/** Why a session was lost; nobody may have said. */
export const lostReasons = [...reasons, ['', 'No reason given']] as const;

/** How many were lost for each reason; only those that any was lost for, the reasons in the order of their list. */
export function lostBy(lines: readonly SessionLine[]): readonly { readonly reason: string; readonly n: number }[] {
  const lost = lines.filter((line) => ['weather', 'lost'].includes(outcomeOf(line)));
  const known: readonly string[] = codesOf(reasons);
  const reasonOf = ({ reason }: SessionLine) => (known.includes(reason) ? reason : '');
  return lostReasons
    .map(([reason]) => ({ reason, n: lost.filter((line) => reasonOf(line) === reason).length }))
    .filter(({ n }) => n > 0);
}
