import { type MoveKind, type RoleName, roleNames } from './codes.ts';
import type { Body, Write } from './entry.ts';
import { elements } from './records.ts';
import type { Row } from './row.ts';
import { kindOf, partnerOf, partnerScope, programmeScope, teamScope } from './scopes.ts';
import { addDays, dayOf, defaultTimeZone } from './time.ts';

/**
 * Who may read and write what: the one rules file. The phone uses it to choose what to show; the server uses it to decide,
 * and the server's decision counts. `test/domain/access.test.ts` holds the same rules as a table written by hand.
 */

/** One role of a member; `partner` is null for roles of the whole programme. */
export type Right = { readonly role: RoleName; readonly partner: string | null };

/** Roles as a member's record carries them: `role/worker:<partner>: true`, or `role/programmeCoordinator:all: true`. */
export function rightsOf(member: Body): Right[] {
  return elements(member, 'role').flatMap((each) => {
    const [role = '', partner = ''] = each.split(':');
    const known = roleNames.find(([code]) => code === role);
    return known && partner ? [{ role: known[0], partner: partner === 'all' ? null : partner }] : [];
  });
}

const isCoordinator = ({ role }: Right): boolean => role === 'programmeCoordinator' || role === 'partnerCoordinator';

/** Whether any role makes a coordinator, of the programme or of a partner. */
export const coordinates = (rights: readonly Right[]): boolean => rights.some(isCoordinator);
export const runsProgramme = (rights: readonly Right[]): boolean =>
  rights.some(({ role }) => role === 'programmeCoordinator');
/** Whether volunteer is all someone is: the three-button home. */
export const volunteersOnly = (rights: readonly Right[]): boolean =>
  rights.length > 0 && rights.every(({ role }) => role === 'volunteer');

const covers = (right: Right, partner: string): boolean => right.partner === null || right.partner === partner;

/** The partners someone works for; a programme coordinator's are all of them. */
export function partnersOf(rights: readonly Right[], all: readonly string[]): string[] {
  return all.filter((partner) => rights.some((right) => covers(right, partner)));
}

/** The partners someone coordinates: whose records they read at a desk, not those where they only work. */
export const coordinatedBy = (rights: readonly Right[], all: readonly string[]): string[] =>
  partnersOf(rights.filter(isCoordinator), all);

/** The scopes a person may read, each whole: there is never a filter inside a scope. */
export function readableScopes(rights: readonly Right[], allPartners: readonly string[]): string[] {
  if (rights.length === 0) return [];
  const scopes = [programmeScope];
  for (const partner of partnersOf(rights, allPartners)) {
    scopes.push(partnerScope(partner));
    if (rights.some((right) => covers(right, partner) && right.role !== 'volunteer')) scopes.push(teamScope(partner));
  }
  return scopes;
}

/** What a write is judged on: the row as stored (undefined for a new id), and the day the entry was saved on its phone. */
export type Judged = { readonly write: Write; readonly stored: Row | undefined; readonly savedAt: string };

/** Whether someone may make a write. Judged on the stored row's scope, never on the one the write names. */
export function mayWrite(rights: readonly Right[], judged: Judged): boolean {
  const { write, stored } = judged;
  const scope = stored?.scope ?? write.scope;
  if (scope === programmeScope) return mayWriteProgramme(rights, write);
  const partner = partnerOf(scope);
  return partner !== null && rights.some((right) => covers(right, partner) && rules[right.role](judged));
}

/** Set-up: a partner's coordinator looks after sites and activities; the programme and its partners are the programme's. */
function mayWriteProgramme(rights: readonly Right[], write: Write): boolean {
  if (runsProgramme(rights)) return ['programme', 'partner', 'site', 'activity', 'set'].includes(write.type);
  return coordinates(rights) && ['site', 'activity', 'set'].includes(write.type);
}

type TypesByScope = Readonly<Record<string, readonly string[]>>;

const partnerTypes = [
  'session',
  'person',
  'mark',
  'tally',
  'movement',
  'transfer',
  'stocktake',
  'wish',
  'holder',
  'delivery',
];
const teamTypes = ['debrief', 'note', 'idea'];

/** By kind of scope; what is not named here (private, equality) nobody writes yet. */
const workerTypes: TypesByScope = { partner: partnerTypes, team: teamTypes };
const coordinatorTypes: TypesByScope = { partner: [...partnerTypes, 'target'], team: teamTypes };

const writing =
  (types: TypesByScope) =>
  ({ write, stored }: Judged): boolean =>
    types[kindOf(stored?.scope ?? write.scope)]?.includes(write.type) ?? false;

const asWorker = writing(workerTypes);
const asCoordinator = writing(coordinatorTypes);

/** A session's day, or the day before it by the phone's clock: an evening's writes may be saved after midnight. */
const isOfToday = (body: Body, savedAt: string): boolean => {
  const savedOn = dayOf(savedAt, defaultTimeZone);
  return body.day === savedOn || body.day === addDays(savedOn, -1);
};

/** What a volunteer may change of a session: start it, run it, finish it. Not move, cancel or reopen it. */
const volunteerMaySet =
  /^(status|actualStart|actualEnd|weather|light|everyoneOffSite|noIncidents|noConcerns|minutesLost|parentsPresent|parentsTakingPart|fewAdultsBecause|(team|activity|firstAider|check|disruption)\/.+)$/;

function volunteerRunsSession({ write, stored, savedAt }: Judged): boolean {
  const status = write.body.status as { is?: string; reopened?: number } | undefined; // the shape is checked apart
  if (status && (!['running', 'finished', 'shortened'].includes(status.is ?? '') || status.reopened !== 0))
    return false;
  if (!stored) return write.op === 'create' && isOfToday(write.body, savedAt);
  return (
    isOfToday(stored.body, savedAt) &&
    Object.keys(write.body).every((field) => volunteerMaySet.test(field) || same(stored, write, field))
  );
}

/** A create that meets a live id names fields again; naming what already stands is no change. */
const same = (stored: Row, write: Write, field: string): boolean => stored.body[field] === write.body[field];

function asVolunteer(judged: Judged): boolean {
  const { write, stored } = judged;
  if (kindOf(stored?.scope ?? write.scope) !== 'partner') return false;
  if (write.type === 'session') return volunteerRunsSession(judged);
  if (write.type === 'person') return write.op === 'create' && !stored;
  if (write.type === 'movement') return volunteerMoves.has(String(write.body.kind));
  return ['mark', 'tally', 'wish'].includes(write.type);
}

/** Of the stock, a volunteer gives out and lends, and takes back. */
const volunteerMoves: ReadonlySet<string> = new Set<MoveKind>(['given out', 'returned', 'lent', 'brought back']);

const rules: Record<RoleName, (judged: Judged) => boolean> = {
  volunteer: asVolunteer,
  worker: asWorker,
  safeguardingLead: () => false,
  partnerCoordinator: asCoordinator,
  programmeCoordinator: asCoordinator,
};
