import { expect, test } from 'vitest';
import {
  everWorkedFor,
  handsIn,
  mayCountEquality,
  mayHandIn,
  type Right,
  readableScopes,
  rightsOf,
  withShared,
} from '#domain/records/access.ts';
import { applyEntry } from '#domain/records/apply.ts';
import type { Body, Write } from '#domain/records/entry.ts';
import type { Row } from '#domain/records/row.ts';
import { mayWrite } from '#domain/records/write-access.ts';

/** Who may read and write what, as a table written by hand from the design (records, Scopes and roles). */

const partners = ['a', 'b'];
const roles: Record<string, Right[]> = {
  'volunteer at A': [{ role: 'volunteer', partner: 'a' }],
  'worker at A': [{ role: 'worker', partner: 'a' }],
  'coordinator of A': [{ role: 'partnerCoordinator', partner: 'a' }],
  'programme coordinator': [{ role: 'programmeCoordinator', partner: null }],
  'programme coordinator, A shares names': [
    ...withShared(
      [{ role: 'programmeCoordinator', partner: null }],
      [
        { id: 'a', body: { namesShared: true } },
        { id: 'b', body: { namesShared: false } },
      ],
    ),
  ],
  'lead at A': [{ role: 'safeguardingLead', partner: 'a' }],
  'lead of all': [{ role: 'safeguardingLead', partner: null }],
  'worker at A, volunteer at B': [
    { role: 'worker', partner: 'a' },
    { role: 'volunteer', partner: 'b' },
  ],
  'someone who has left': [],
};

const readable: Record<string, string[]> = {
  'volunteer at A': ['programme', 'partner/a'],
  'worker at A': ['programme', 'partner/a', 'partner/a/team', 'partner/a/private'],
  'coordinator of A': ['programme', 'partner/a', 'partner/a/team', 'partner/a/private', 'partner/a/reasons'],
  'programme coordinator': ['programme', 'partner/a', 'partner/a/team', 'partner/b', 'partner/b/team'],
  'programme coordinator, A shares names': [
    'programme',
    ...['partner/a', 'partner/a/team', 'partner/a/private', 'partner/a/reasons'],
    ...['partner/b', 'partner/b/team'],
  ],
  'lead at A': ['programme', 'partner/a', 'partner/a/team', 'partner/a/private'],
  'lead of all': [
    'programme',
    ...['partner/a', 'partner/a/team', 'partner/a/private'],
    ...['partner/b', 'partner/b/team', 'partner/b/private'],
  ],
  'worker at A, volunteer at B': ['programme', 'partner/a', 'partner/a/team', 'partner/a/private', 'partner/b'],
  'someone who has left': [],
};

test.each(Object.entries(readable))('%s reads these scopes and no other', (who, scopes) => {
  expect(readableScopes(roles[who] ?? [], partners).sort()).toEqual(scopes.sort());
});

/** What people say of their own background: who hands an answer in, who counts them. Nobody reads one. */
const equality: Record<string, { readonly handIn: string[]; readonly count: string[] }> = {
  'volunteer at A': { handIn: [], count: [] },
  'worker at A': { handIn: ['a'], count: [] },
  'coordinator of A': { handIn: ['a'], count: ['a'] },
  'programme coordinator': { handIn: [], count: [] },
  'programme coordinator, A shares names': { handIn: ['a'], count: ['a'] },
  'lead at A': { handIn: [], count: [] },
  'lead of all': { handIn: [], count: [] },
  'worker at A, volunteer at B': { handIn: ['a'], count: [] },
  'someone who has left': { handIn: [], count: [] },
};

test.each(Object.entries(equality))('%s hands in and counts answers where they may', (who, { handIn, count }) => {
  const rights = roles[who] ?? [];
  expect(partners.filter((partner) => mayHandIn(rights, `partner/${partner}/equality`))).toEqual(handIn);
  expect(partners.filter((partner) => mayCountEquality(rights, partner))).toEqual(count);
  for (const scope of ['partner/a', 'partner/a/private', 'programme', '', 'equality', 'answers'])
    expect(mayHandIn(rights, scope)).toBe(false);
});

/** What people answered to a form: everybody of the partner hands it in. */
const forms: Record<string, string[]> = {
  'volunteer at A': ['a'],
  'worker at A': ['a'],
  'coordinator of A': ['a'],
  'programme coordinator': ['a', 'b'],
  'programme coordinator, A shares names': ['a', 'b'],
  'lead at A': [],
  'lead of all': [],
  'worker at A, volunteer at B': ['a', 'b'],
  'someone who has left': [],
};

test.each(Object.entries(forms))('%s hands in what was answered to a form', (who, handIn) => {
  const rights = roles[who] ?? [];
  expect(partners.filter((partner) => mayHandIn(rights, `partner/${partner}/answers`))).toEqual(handIn);
  expect(handsIn(rights)).toBe(handIn.length > 0);
});

const savedAt = '2026-11-22T15:00:00.000Z';
const stored = (type: string, scope: string, body: Body): Row => ({
  id: 'some-id',
  type,
  scope,
  body,
  stamps: {},
  by: 'x',
  device: 'y',
  at: savedAt,
});
const write = (op: Write['op'], type: string, scope: string, body: Body): Write => ({
  op,
  type,
  id: 'some-id',
  scope,
  body,
});
const finished = { is: 'finished', reopened: 0 };
const planned = { is: 'planned', reopened: 0 };

/** What is tried: the write, and the row it meets. */
const actions: Record<string, { write: Write; stored?: Row }> = {
  'start a session of today at A': {
    write: write('create', 'session', 'partner/a', { day: '2026-11-22', status: { is: 'running', reopened: 0 } }),
  },
  'start a session of yesterday at A': {
    write: write('create', 'session', 'partner/a', { day: '2026-11-21', status: { is: 'running', reopened: 0 } }),
  },
  'plan a session of today at A': {
    write: write('create', 'session', 'partner/a', { day: '2026-11-22', status: planned }),
  },
  'plan a session of next week at A': {
    write: write('create', 'session', 'partner/a', { day: '2026-11-29', status: planned }),
  },
  'finish today’s session at A': {
    write: write('patch', 'session', 'partner/a', { status: finished, everyoneOffSite: true, 'check/id': 'yes' }),
    stored: stored('session', 'partner/a', { day: '2026-11-22' }),
  },
  'finish last week’s session at A': {
    write: write('patch', 'session', 'partner/a', { status: finished }),
    stored: stored('session', 'partner/a', { day: '2026-11-15' }),
  },
  'cancel today’s session at A': {
    write: write('patch', 'session', 'partner/a', { status: { is: 'cancelled', reopened: 0 } }),
    stored: stored('session', 'partner/a', { day: '2026-11-22' }),
  },
  'reopen today’s session at A': {
    write: write('patch', 'session', 'partner/a', { status: { is: 'running', reopened: 1 } }),
    stored: stored('session', 'partner/a', { day: '2026-11-22' }),
  },
  'move today’s session at A to another site': {
    write: write('patch', 'session', 'partner/a', { site: 'quarry' }),
    stored: stored('session', 'partner/a', { day: '2026-11-22', site: 'hill' }),
  },
  'add a person at A': { write: write('create', 'person', 'partner/a', {}) },
  'change a person at A': {
    write: write('patch', 'person', 'partner/a', { knownAs: 'Jo' }),
    stored: stored('person', 'partner/a', {}),
  },
  'mark at A': { write: write('fact', 'mark', 'partner/a', {}) },
  'count at A': { write: write('fact', 'tally', 'partner/a', {}) },
  'write a debrief at A': { write: write('create', 'debrief', 'partner/a/team', {}) },
  'note at A': { write: write('fact', 'note', 'partner/a/team', {}) },
  'say why a session of A was put right': { write: write('fact', 'correction', 'partner/a/team', { reason: 'x' }) },
  'mark in A’s team scope': { write: write('fact', 'mark', 'partner/a/team', {}) },
  'note in A’s own scope': { write: write('fact', 'note', 'partner/a', {}) },
  'mark at B': { write: write('fact', 'mark', 'partner/b', {}) },
  'add a person at B': { write: write('create', 'person', 'partner/b', {}) },
  'note at B': { write: write('fact', 'note', 'partner/b/team', {}) },
  'change B’s person, naming A': {
    write: write('patch', 'person', 'partner/a', { knownAs: 'Jo' }),
    stored: stored('person', 'partner/b', {}),
  },
  'add a site': { write: write('create', 'site', 'programme', {}) },
  'add an agency': { write: write('create', 'agency', 'programme', { name: 'Food bank' }) },
  'keep a question': { write: write('create', 'question', 'programme', { name: 'Return', asked: 'rows=age' }) },
  'add a ward': { write: write('create', 'area', 'programme', { name: 'Chalk' }) },
  'draft a wording': { write: write('create', 'wording', 'programme', {}) },
  'change a draft': { write: write('patch', 'wording', 'programme', {}), stored: stored('wording', 'programme', {}) },
  'make a version of a wording': { write: write('fact', 'wordingVersion', 'programme', {}) },
  'approve a wording': { write: write('fact', 'approval', 'programme', {}) },
  'read a wording aloud': { write: write('fact', 'recording', 'programme', {}) },
  'approve a wording at A alone': { write: write('fact', 'approval', 'partner/a', {}) },
  'change an activity': {
    write: write('patch', 'activity', 'programme', {}),
    stored: stored('activity', 'programme', {}),
  },
  'rename the programme': {
    write: write('patch', 'programme', 'programme', { name: 'x' }),
    stored: stored('programme', 'programme', {}),
  },
  'add a partner': { write: write('create', 'partner', 'programme', {}) },
  'change the team': {
    write: write('patch', 'member', 'programme', { 'role/programmeCoordinator:all': true }),
    stored: stored('member', 'programme', {}),
  },
  'give out a box at A': { write: write('fact', 'movement', 'partner/a', { kind: 'given out' }) },
  'take a box back at A': { write: write('fact', 'movement', 'partner/a', { kind: 'returned' }) },
  'lend balls at A': { write: write('fact', 'movement', 'partner/a', { kind: 'lent' }) },
  'bring balls back at A': { write: write('fact', 'movement', 'partner/a', { kind: 'brought back' }) },
  'receive a delivery at A': { write: write('fact', 'movement', 'partner/a', { kind: 'received' }) },
  'build boxes at A': { write: write('fact', 'movement', 'partner/a', { kind: 'built' }) },
  'supply a part at A': { write: write('fact', 'movement', 'partner/a', { kind: 'part supplied later' }) },
  'load the van at A': { write: write('fact', 'movement', 'partner/a', { kind: 'loaded' }) },
  'write off a ball at A': { write: write('fact', 'movement', 'partner/a', { kind: 'lost' }) },
  'put the stock right at A': { write: write('fact', 'movement', 'partner/a', { kind: 'adjusted' }) },
  'give out a box at B': { write: write('fact', 'movement', 'partner/b', { kind: 'given out' }) },
  'hand boxes of A over to B': { write: { ...write('fact', 'transfer', 'partner/a', {}), alsoScope: 'partner/b' } },
  'hand boxes of B over to A': { write: { ...write('fact', 'transfer', 'partner/b', {}), alsoScope: 'partner/a' } },
  'count the stock at A': { write: write('fact', 'stocktake', 'partner/a', {}) },
  'note a wish at A': { write: write('fact', 'wish', 'partner/a', {}) },
  'add a place at A': { write: write('create', 'holder', 'partner/a', {}) },
  'order a delivery at A': { write: write('create', 'delivery', 'partner/a', {}) },
  'set a target at A': { write: write('create', 'target', 'partner/a', {}) },
  'raise a need at A': { write: write('create', 'idea', 'partner/a/team', {}) },
  'define a box': { write: write('create', 'set', 'programme', {}) },
  'change a box': { write: write('patch', 'set', 'programme', {}), stored: stored('set', 'programme', {}) },
  'change the age of the boxes': {
    write: write('patch', 'programme', 'programme', { boxAge: 11 }),
    stored: stored('programme', 'programme', {}),
  },
  'draft a form': { write: write('create', 'form', 'programme', {}) },
  'make a version of a form': { write: write('fact', 'formVersion', 'programme', {}) },
  'approve a form': { write: write('fact', 'formApproval', 'programme', {}) },
  'end a form': { write: write('fact', 'formEnded', 'programme', {}) },
  'add an indicator': { write: write('create', 'indicator', 'programme', {}) },
  'assess somebody at A': { write: write('fact', 'assessment', 'partner/a/private', {}) },
  'tell people at A': { write: write('fact', 'told', 'partner/a/team', {}) },
  'read own words at A': { write: write('fact', 'wordsRead', 'partner/a/answers', {}) },
  'turn somebody away at A': { write: write('fact', 'turnedAway', 'partner/a', {}) },
  'keep details at A': { write: write('create', 'details', 'partner/a/private', {}) },
  'change a parent at A': {
    write: write('patch', 'guardian', 'partner/a/private', {}),
    stored: stored('guardian', 'partner/a/private', {}),
  },
  'take a permission at A': { write: write('fact', 'consent', 'partner/a/private', { decision: 'given', giver: 'g' }) },
  'bring a withdrawal at A': { write: write('fact', 'consent', 'partner/a/private', { decision: 'withdrawn' }) },
  'withdraw in a parent’s name at A': {
    write: write('fact', 'consent', 'partner/a/private', { decision: 'withdrawn', giver: 'g' }),
  },
  'sign at A': { write: write('fact', 'signing', 'partner/a/private', {}) },
  'keep details at B': { write: write('create', 'details', 'partner/b/private', {}) },
  'say why at A': { write: write('fact', 'reason', 'partner/a/reasons', {}) },
  'look who to call at A': { write: write('fact', 'look', 'partner/a/reasons', {}) },
  'say why at B': { write: write('fact', 'reason', 'partner/b/reasons', {}) },
  'call an own answer a mistake at A': { write: write('fact', 'enteredInError', 'partner/a/private', {}) },
  'call another’s answer a mistake at A': {
    write: write('fact', 'enteredInError', 'partner/a/private', { asCoordinator: true }),
  },
  'settle between parents at A': { write: write('fact', 'settled', 'partner/a/private', {}) },
  'read limits at A': { write: write('fact', 'limitsRead', 'partner/a/private', {}) },
  'follow up a withdrawal at A': { write: write('fact', 'followUp', 'partner/a/private', {}) },
  'say that two are one at A': { write: write('fact', 'alias', 'partner/a', {}) },
  'put a standing at A': { write: write('create', 'standing', 'partner/a', {}) },
  'share A’s names': {
    write: { ...write('patch', 'partner', 'programme', { namesShared: true }), id: 'a' },
    stored: { ...stored('partner', 'programme', {}), id: 'a' },
  },
  'share B’s names': {
    write: { ...write('patch', 'partner', 'programme', { namesShared: true }), id: 'b' },
    stored: { ...stored('partner', 'programme', {}), id: 'b' },
  },
  'write into the sealed scope': { write: write('fact', 'note', 'sealed', {}) },
};

const ofFamilies = [
  'keep details at A',
  'change a parent at A',
  'take a permission at A',
  'bring a withdrawal at A',
  'withdraw in a parent’s name at A',
  'sign at A',
  'say why at A',
  'look who to call at A',
  'call an own answer a mistake at A',
  'assess somebody at A',
];
const settling = [
  'call another’s answer a mistake at A',
  'settle between parents at A',
  'read limits at A',
  'follow up a withdrawal at A',
];
const workersMay = [
  ...ofFamilies,
  'start a session of today at A',
  'start a session of yesterday at A',
  'plan a session of today at A',
  'plan a session of next week at A',
  'finish today’s session at A',
  'finish last week’s session at A',
  'cancel today’s session at A',
  'reopen today’s session at A',
  'move today’s session at A to another site',
  'add a person at A',
  'change a person at A',
  'mark at A',
  'count at A',
  'write a debrief at A',
  'note at A',
  'give out a box at A',
  'take a box back at A',
  'lend balls at A',
  'bring balls back at A',
  'receive a delivery at A',
  'build boxes at A',
  'supply a part at A',
  'load the van at A',
  'write off a ball at A',
  'put the stock right at A',
  'hand boxes of A over to B',
  'count the stock at A',
  'note a wish at A',
  'add a place at A',
  'order a delivery at A',
  'raise a need at A',
  'tell people at A',
  'turn somebody away at A',
];
const setUp = [
  'add a site',
  'add an agency',
  'keep a question',
  'add a ward',
  'draft a wording',
  'change a draft',
  'make a version of a wording',
  'approve a wording',
  'read a wording aloud',
  'change an activity',
  'define a box',
  'change a box',
  'set a target at A',
  'draft a form',
  'make a version of a form',
  'approve a form',
  'end a form',
  'add an indicator',
  'read own words at A',
];

const runningAll = [
  'say why a session of A was put right',
  ...workersMay.filter((each) => !ofFamilies.includes(each)),
  ...setUp,
  'say that two are one at A',
  'rename the programme',
  'change the age of the boxes',
  'add a partner',
  'give out a box at B',
  'hand boxes of B over to A',
  'mark at B',
  'add a person at B',
  'note at B',
  'change B’s person, naming A',
];

const mayDo: Record<string, string[]> = {
  'volunteer at A': [
    'start a session of today at A',
    'start a session of yesterday at A',
    'finish today’s session at A',
    'add a person at A',
    'mark at A',
    'count at A',
    'give out a box at A',
    'take a box back at A',
    'lend balls at A',
    'bring balls back at A',
    'note a wish at A',
    'turn somebody away at A',
    'bring a withdrawal at A',
  ],
  'worker at A': workersMay,
  'coordinator of A': [
    ...workersMay,
    'say why a session of A was put right',
    ...setUp,
    ...settling,
    'say that two are one at A',
    'share A’s names',
  ],
  'programme coordinator': runningAll,
  'programme coordinator, A shares names': [...runningAll, ...ofFamilies, ...settling, 'share A’s names'],
  'lead at A': [],
  'lead of all': [],
  'worker at A, volunteer at B': [...workersMay, 'mark at B', 'add a person at B', 'give out a box at B'],
  'someone who has left': [],
};

test.each(Object.entries(mayDo))('%s may do these things and no other', (who, allowed) => {
  const did = Object.entries(actions)
    .filter(([, { write, stored }]) => mayWrite(roles[who] ?? [], { write, stored, savedAt, arrivedAt: savedAt }))
    .map(([action]) => action);
  expect(did.sort()).toEqual([...allowed].sort());
});

test('a record is refused in a scope of another kind, whoever writes it', () => {
  for (const scope of ['partner/a/private', 'partner/a/reasons', 'partner/a/equality', 'partner/a/team', 'programme']) {
    const body = { knownAs: 'Jo', leaf: 1, colour: 1 };
    const author = { member: 'member-one', device: 'phone-one', rights: roles['programme coordinator'] ?? [] };
    const entry = { id: 'entry-one', by: author.member, device: author.device, clock: 1, at: savedAt, schema: 1 };
    const written = { op: 'create', type: 'person', id: 'person-one', scope, body } as const;
    const applied = applyEntry({ ...entry, writes: [written] }, author, new Map(), 1);
    expect(applied).toMatchObject({ ok: false, code: 'invalid' });
  }
});

test('an evening’s session is still today’s just after midnight, and not two days later', () => {
  const volunteer = roles['volunteer at A'] ?? [];
  const finishing = {
    write: write('patch', 'session', 'partner/a', { status: finished }),
    stored: stored('session', 'partner/a', { day: '2026-11-22' }),
  };
  const saved = (at: string) => mayWrite(volunteer, { ...finishing, savedAt: at, arrivedAt: at });
  expect(saved('2026-11-23T00:20:00.000Z')).toBe(true);
  expect(saved('2026-11-24T00:20:00.000Z')).toBe(false);
});

test('dating an entry back or ahead opens no other day’s session to a volunteer, and a fortnight without signal still does', () => {
  const volunteer = roles['volunteer at A'] ?? [];
  const on = (day: string, arrivedAt: string, who = volunteer) =>
    mayWrite(who, {
      write: write('patch', 'session', 'partner/a', { minutesLost: 5 }),
      stored: stored('session', 'partner/a', { day }),
      savedAt: `${day}T16:00:00.000Z`,
      arrivedAt,
    });
  expect(on('2026-11-22', '2026-11-22T16:00:05.000Z')).toBe(true);
  expect(on('2026-11-22', '2026-12-06T09:00:00.000Z')).toBe(true);
  expect(on('2026-11-22', '2026-12-07T09:00:00.000Z')).toBe(false);
  expect(on('2026-10-06', '2026-11-25T12:00:00.000Z')).toBe(false);
  expect(on('2026-12-06', '2026-11-25T12:00:00.000Z')).toBe(false);
  expect(on('2026-10-06', '2026-11-25T12:00:00.000Z', roles['worker at A'])).toBe(true);
});

test('a worker enters what is at most so many days back by their phone’s clock, however late it arrives; a coordinator any day', () => {
  const saved = (who: string, day: string, savedAt: string, more: object = {}) =>
    mayWrite(roles[who] ?? [], {
      write: write('fact', 'mark', 'partner/a', { day }),
      ...{ stored: undefined, savedAt, arrivedAt: '2026-12-25T09:00:00.000Z', daysBack: 14, ...more },
    });
  const november = '2026-11-22T16:00:00.000Z';
  expect(saved('worker at A', '2026-11-08', november)).toBe(true);
  expect(saved('worker at A', '2026-11-07', november)).toBe(false);
  expect(saved('volunteer at A', '2026-11-07', november)).toBe(false);
  expect(saved('coordinator of A', '2026-10-07', november)).toBe(true);
  expect(saved('worker at A', '2026-11-21', november, { daysBack: 0 })).toBe(false);
  // The session’s own day counts, whatever a write says of it.
  const session = stored('session', 'partner/a', { day: '2026-10-01' });
  expect(saved('worker at A', '2026-11-22', november, { session })).toBe(false);
  // A clock that is years ahead makes nothing late.
  expect(saved('worker at A', '2026-12-24', '2029-12-24T16:00:00.000Z')).toBe(true);
});

test('a role taken away still says where somebody worked', () => {
  const member = { 'role/worker:a': false, 'role/worker:b': true };
  expect(['a', 'b', 'c', 'all'].map((partner) => everWorkedFor(member, partner))).toEqual([true, true, false, false]);
  expect(everWorkedFor({ 'role/programmeCoordinator:all': true }, 'c')).toBe(true);
});

test('roles are read from a member’s record; a role taken away, unknown or without a partner is none', () => {
  const member = {
    name: 'Will',
    'role/worker:a': true,
    'role/volunteer:b': false,
    'role/wizard:a': true,
    'role/worker': true,
    'role/programmeCoordinator:all': true,
  };
  expect(rightsOf(member)).toEqual([
    { role: 'worker', partner: 'a' },
    { role: 'programmeCoordinator', partner: null },
  ]);
});
