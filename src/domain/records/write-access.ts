import type { MoveKind, RoleName } from '#domain/codes.ts';
import { isTooLate } from '#domain/days-back.ts';
import { addDays, dayOf, defaultTimeZone } from '#domain/time.ts';
import { coordinates, covers, isCoordinator, type Right, readableScopes, runsProgramme } from './access.ts';
import type { Body, Write } from './entry.ts';
import { isRecordType, type RecordType, shapeOf } from './records.ts';
import type { Row } from './row.ts';
import { familyKinds, kindOf, parseScope, partnerOf, privateScope, programmeScope, type Scope } from './scopes.ts';

/** Who may write what. */

/** What a write is judged on: the row as stored (undefined for a new id), when its phone saved it, and when it arrived. */
export type Judged = {
  readonly write: Write;
  readonly stored: Row | undefined;
  readonly savedAt: string;
  readonly arrivedAt: string;
  /** The session a mark or count is of, where it is known here. */
  readonly session?: Row | undefined;
  /** How many days back the programme allows; more is not asked about. */
  readonly daysBack?: number;
};

/** Whether someone may make a write. Judged on the stored row's scope, never on the one the write names. */
export function mayWrite(rights: readonly Right[], judged: Judged): boolean {
  const { write, stored } = judged;
  const scope = stored?.scope ?? write.scope;
  if (scope === programmeScope) return mayShare(rights, write) ?? mayWriteProgramme(rights, write);
  const partner = partnerOf(scope);
  return partner !== null && rights.some((right) => covers(right, partner) && rules[right.role](judged));
}

/** Whether a coordinator may take in, or give up, writes of somebody else: nothing in them lies outside what they coordinate. */
export function mayResolve(rights: readonly Right[], writes: readonly Pick<Write, 'scope' | 'type'>[]): boolean {
  if (!writes.every(({ scope }) => mayReadFamilies(rights, scope))) return false;
  if (runsProgramme(rights)) return true;
  const own = rights.filter(isCoordinator);
  return writes.every((write) => {
    const scope = parseScope(write.scope);
    if (scope?.kind === 'programme') return mayWriteProgramme(rights, write);
    return scope !== null && own.some((right) => covers(right, scope.partner));
  });
}

/** Whether what lies in a scope of families and permissions is somebody’s to know; of any other scope the rest decides. */
export const mayReadFamilies = (rights: readonly Right[], scope: string): boolean => {
  const partner = partnerOf(scope);
  return (
    !familyKinds.has(kindOf(scope)) ||
    (partner !== null && readableScopes(rights, [partner]).includes(privateScope(partner)))
  );
};

/** Set-up: a partner's coordinator looks after sites, activities and sets; the programme and its partners are the programme's. */
function mayWriteProgramme(rights: readonly Right[], { type }: Pick<Write, 'type'>): boolean {
  if (runsProgramme(rights)) return isWrittenBy(type, 'programme', ['programmeCoordinator', 'coordinator']);
  return coordinates(rights) && isWrittenBy(type, 'programme', ['coordinator']);
}

/** Whether somebody may decide that a partner’s names are shared: its own coordinator alone. Null where a write is not about it. */
function mayShare(rights: readonly Right[], { type, id, op, body }: Write): boolean | null {
  if (type !== 'partner' || !('namesShared' in body)) return null;
  const isAlone = op === 'patch' && Object.keys(body).length === 1;
  return isAlone && rights.some(({ role, partner }) => role === 'partnerCoordinator' && partner === id);
}

type Writer = 'server' | 'programmeCoordinator' | 'coordinator' | 'worker';

/** Who writes each type, beside those above them; a type that is added is asked for here. What a volunteer may is said below. */
const writers = {
  programme: 'programmeCoordinator',
  partner: 'programmeCoordinator',
  site: 'coordinator',
  activity: 'coordinator',
  agency: 'coordinator',
  question: 'coordinator',
  area: 'coordinator',
  set: 'coordinator',
  wording: 'coordinator',
  wordingVersion: 'coordinator',
  approval: 'coordinator',
  recording: 'coordinator',
  member: 'server',
  session: 'worker',
  person: 'worker',
  mark: 'worker',
  tally: 'worker',
  debrief: 'worker',
  correction: 'coordinator',
  note: 'worker',
  idea: 'worker',
  movement: 'worker',
  transfer: 'worker',
  stocktake: 'worker',
  wish: 'worker',
  holder: 'worker',
  delivery: 'worker',
  target: 'coordinator',
  details: 'worker',
  guardian: 'worker',
  eligibility: 'worker',
  turnedAway: 'worker',
  alias: 'coordinator',
  standing: 'server',
  look: 'worker',
  signing: 'worker',
  consent: 'worker',
  gillick: 'worker',
  asked: 'worker',
  enteredInError: 'worker',
  settled: 'coordinator',
  limitsRead: 'coordinator',
  followUp: 'coordinator',
  reason: 'worker',
  form: 'coordinator',
  formVersion: 'coordinator',
  formApproval: 'coordinator',
  formEnded: 'coordinator',
  indicator: 'coordinator',
  assessment: 'worker',
  told: 'worker',
  wordsRead: 'coordinator',
} satisfies Record<RecordType, Writer>;

/** Whether a type lives in scopes of this kind and is written by one of these. */
const isWrittenBy = (type: string, scope: Scope['kind'] | null, by: readonly Writer[]): boolean =>
  isRecordType(type) && shapeOf(type)?.scope === scope && by.includes(writers[type]);

const writing =
  (by: readonly Writer[]) =>
  ({ write, stored }: Judged): boolean =>
    isWrittenBy(write.type, kindOf(stored?.scope ?? write.scope), by);

/** What is said in a coordinator’s name: that somebody else’s answer, or a no, was never given. */
const saysAsCoordinator = ({ type, body }: Write): boolean => type === 'enteredInError' && body.asCoordinator === true;

/** What has its day: a session, and what is said of who came to it. */
const dated: ReadonlySet<string> = new Set<RecordType>(['session', 'mark', 'tally']);

/**
 * Whether it is saved in time by its phone’s own clock: without signal for weeks it still is. No write names another day than the
 * session’s own to get in.
 */
function isInTime({ write, stored, session, savedAt, arrivedAt, daysBack }: Judged): boolean {
  if (!dated.has(write.type) || daysBack === undefined) return true;
  // Nothing is saved after it arrived: a clock that is years ahead makes nothing late.
  const at = savedAt < arrivedAt ? savedAt : arrivedAt;
  return ![write.body.day, stored?.body.day, session?.body.day].some((day) => isTooLate(day, at, daysBack));
}

const asWorker = (judged: Judged): boolean =>
  writing(['worker'])(judged) && !saysAsCoordinator(judged.write) && isInTime(judged);
const asCoordinator = writing(['worker', 'coordinator']);

/** How long a volunteer's phone may be without signal, and how far its clock ahead, before a coordinator looks at it first. */
const longestOnTheWay = 14;
const furthestAhead = 1;

/**
 * A session's day, or the day before it by the phone's clock: an evening's writes may be saved after midnight. And saved not
 * long before it arrived: who dates an entry back does not open an old session by that.
 */
const isOfToday = (body: Body, { savedAt, arrivedAt }: Judged): boolean => {
  const savedOn = dayOf(savedAt, defaultTimeZone);
  const arrivedOn = dayOf(arrivedAt, defaultTimeZone);
  if (savedOn < addDays(arrivedOn, -longestOnTheWay) || savedOn > addDays(arrivedOn, furthestAhead)) return false;
  return body.day === savedOn || body.day === addDays(savedOn, -1);
};

/** What a volunteer may change of a session: start it, run it, finish it. Not move, cancel or reopen it. */
const volunteerMaySet =
  /^(status|actualStart|actualEnd|weather|light|everyoneOffSite|noIncidents|noConcerns|minutesLost|parentsPresent|parentsTakingPart|fewAdultsBecause|(team|activity|firstAider|check|disruption)\/.+)$/;

function volunteerRunsSession(judged: Judged): boolean {
  const { write, stored } = judged;
  const status = write.body.status as { is?: string; reopened?: number } | undefined; // the shape is checked apart
  if (status && (!['running', 'finished', 'shortened'].includes(status.is ?? '') || status.reopened !== 0))
    return false;
  if (!stored) return write.op === 'create' && isOfToday(write.body, judged);
  return (
    isOfToday(stored.body, judged) &&
    Object.keys(write.body).every((field) => volunteerMaySet.test(field) || same(stored, write, field))
  );
}

/** A create that meets a live id names fields again; naming what already stands is no change. */
const same = (stored: Row, write: Write, field: string): boolean => stored.body[field] === write.body[field];

function asVolunteer(judged: Judged): boolean {
  const { write, stored } = judged;
  if (!isInTime(judged)) return false;
  const kind = kindOf(stored?.scope ?? write.scope);
  if (kind === 'private') return bringsWithdrawal(judged);
  if (kind !== 'partner') return false;
  if (write.type === 'session') return volunteerRunsSession(judged);
  if (write.type === 'person') return write.op === 'create' && !stored;
  if (write.type === 'movement') return volunteerMoves.has(String(write.body.kind));
  return ['mark', 'tally', 'wish', 'turnedAway'].includes(write.type);
}

/** A parent tells whoever is there that they have changed their mind. A volunteer passes it on, and reads nothing. */
const bringsWithdrawal = ({ write: { type, op, body } }: Judged): boolean =>
  type === 'consent' && op === 'fact' && body.decision === 'withdrawn' && body.giver === undefined;

/** Of the stock, a volunteer gives out and lends, and takes back. */
const volunteerMoves: ReadonlySet<string> = new Set<MoveKind>(['given out', 'returned', 'lent', 'brought back']);

/** Families and permissions, which running the programme gives no right to. */
const isPrivate = ({ write, stored }: Judged): boolean => familyKinds.has(kindOf(stored?.scope ?? write.scope));

const rules: Record<RoleName, (judged: Judged) => boolean> = {
  volunteer: asVolunteer,
  worker: asWorker,
  safeguardingLead: () => false,
  partnerCoordinator: asCoordinator,
  programmeCoordinator: (judged) => !isPrivate(judged) && asCoordinator(judged),
};
