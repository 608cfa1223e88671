import * as v from 'valibot';
import { ageBands, codesOf, genders, levels, markStates, roleNames, tallyBands } from './codes.ts';
import { consentAnswers } from './people/consents/answers.ts';
import { linkAnswers } from './people/consents/link-answers.ts';
import { erasedSchema, erasingSchema } from './people/erasing.ts';
import { refusals } from './records/apply.ts';
import { changeTypes, undoStates } from './records/set-up/changes.ts';
import { byCode, list, number, object, text, truth } from './reports/answer.ts';
import { contentsSchema } from './reports/pack/contents.ts';
import { writtenAnswers } from './reports/pack/written.ts';
import type { Report, ReportAnswer } from './reports/report.ts';
import { resultSchema, roundSchema, sealedResultSchema } from './reports/round-answers.ts';
import { alikeFields } from './sessions/corrections/asked.ts';
import { happeningSchema } from './sessions/history.ts';
import { countSchema, sessionLineSchema, totalsSchema } from './sessions/session-line.ts';

import { ownPhoneAnswers } from './voice/feedback/own-phone.ts';
import { wordsAnswers } from './voice/feedback/words-answers.ts';

/**
 * What the server answers at each address that is neither a report nor a view. Instants are UTC text, days `2026-11-22`. The
 * server's handlers, its OpenAPI description, the desk and the test that looks at every answer read this one list.
 */

const named = object({ id: text, name: text });
const body = v.record(text, v.unknown());
const rights = list(object({ role: v.picklist(codesOf(roleNames)), partner: v.nullable(text) }));
const unsent = { phonesWithUnsent: number, oldestUnsentAt: v.nullable(text) };
const code = { expiresAt: v.nullable(text) };
/** 204: it is done, and there is nothing to say. */
const nothing = v.undefined();

/** What is said of the server’s life beside results. */
const life = {
  epoch: text,
  now: number,
  head: number,
  backedUpSeq: number,
  serverKeys: list(object({ keyId: text, publicKey: text })),
  directive: v.null(),
};

const enrolled = object({
  member: named,
  device: text,
  programme: named,
  sendToken: text,
  fullToken: text,
  serverPublicKey: text,
  epoch: text,
  now: number,
});

const overview = object({
  from: text,
  to: text,
  dataAsAt: text,
  totals: totalsSchema,
  /** Whether any session was ever held. */
  hasBegun: truth,
  /** Different people on the register who took part. */
  people: number,
  partners: list(object({ id: text, name: text, totals: totalsSchema })),
  phones: object({ all: number, ...unsent }),
  inbox: number,
});

const session = object({
  session: object({ id: text, scope: text, body, line: sessionLineSchema }),
  people: list(
    object({
      person: text,
      name: text,
      /** The marker on the badge, where it has one. */
      leaf: v.optional(number),
      colour: v.optional(number),
      ageBand: v.picklist(codesOf(ageBands)),
      gender: v.picklist(codesOf(genders)),
      state: v.picklist(markStates),
      level: v.picklist(codesOf(levels)),
      arrived: text,
      left: text,
      minutes: v.nullable(number),
    }),
  ),
  counts: object({
    bands: byCode(codesOf(tallyBands), countSchema),
    all: countSchema,
    contacts: number,
    surplus: list(object({ band: v.picklist(codesOf(tallyBands)), n: number })),
  }),
  /** How many stand counted, by kind. */
  tallies: list(object({ ...alikeFields, n: number })),
  /** What happened in order, undone things too. `byName` is whoever saved it. */
  history: list(object({ ...happeningSchema.entries, byName: text })),
  debrief: v.nullable(body),
  notes: list(object({ id: text, text, at: text, by: text, byName: text })),
});

/** One change of one record of the set-up. `byName` is whoever saved it; empty where nobody kept it. */
const setUpChange = object({
  entry: text,
  record: text,
  type: v.picklist(changeTypes),
  /** What the record is called now; empty where it has no name. */
  name: text,
  /** Of a target: whose it is. */
  partnerName: text,
  at: text,
  by: text,
  byName: text,
  isNew: truth,
  undo: v.picklist(undoStates),
  /** The entry that it puts back. */
  undoes: v.optional(text),
  changes: list(object({ field: text, before: v.unknown(), after: v.unknown() })),
});

const member = object({
  id: text,
  name: text,
  active: truth,
  vetted: truth,
  firstAider: truth,
  roles: rights,
  hasPassphrase: truth,
});

const phone = object({
  id: text,
  label: text,
  member: object({ id: text, name: text, active: truth }),
  enrolledAt: text,
  lastContactAt: text,
  version: text,
  unsent: number,
  oldestUnsentAt: v.nullable(text),
  /** From before its owner left: it is given nothing any more. */
  ended: truth,
});

const kept = object({
  id: text,
  code: v.picklist(refusals),
  why: text,
  seq: number,
  /** The member who sent it. */
  by: text,
  byName: text,
  device: text,
  partner: v.nullable(text),
  partnerName: text,
  receivedAt: text,
  /** As it came; text where it is no entry. */
  entry: v.unknown(),
});

const settled = object({
  /** The line of the log it stands in, by which it is undone. */
  line: number,
  at: text,
  byName: text,
  fromName: text,
  how: v.picklist(['taken in', 'given up']),
  reason: text,
  entries: number,
  session: text,
  site: text,
  day: text,
  undone: truth,
});

const token = object({
  id: text,
  name: text,
  named: truth,
  createdBy: text,
  createdByName: text,
  createdAt: text,
  /** An instant; null: without an end. */
  expiresAt: v.nullable(text),
  /** Names of reports and ids of partners; null: all that its maker may read. */
  reports: v.nullable(list(text)),
  partners: v.nullable(list(text)),
  /** How often it fetched something, and what the last time: the lines of the log. */
  fetches: number,
  last: v.nullable(object({ at: text, report: text, as: text, rows: v.nullable(number) })),
});

const auditLine = object({
  n: number,
  at: text,
  actor: text,
  actorName: text,
  action: text,
  detail: body,
  hash: text,
});

/** What every address answers in place of that where something is wrong; the words are for people. */
export const problemSchema = object({ type: text, title: text, status: number, detail: text });

/** By method and address, as the route table has it. */
export const answers = {
  'GET /api/health': object({ ok: truth, setUp: truth, now: number }),
  'GET /api/openapi.json': object({ openapi: text, info: body, paths: body, components: body }),
  'POST /api/setup': object({ enrolCode: text, ...code, programme: named, member: named }),
  'POST /api/enrol': v.union([enrolled, object({ here: text })]),
  'POST /api/recover': object({ dataKey: text, fullToken: v.optional(text) }),
  'POST /api/recovery-box': object({ told: v.literal(true) }),
  'POST /api/sign-in': object({ member: named, device: text }),
  'POST /api/sign-out': nothing,
  'GET /api/me': object({ member: named, device: text, rights, programme: named, keepsNothing: truth }),
  'POST /api/sync/1': roundSchema,
  'POST /api/sealed': object({ results: list(sealedResultSchema), ...life }),
  'POST /api/answers': object({
    results: list(object({ t: text, result: v.picklist(['ok', 'kept', 'refused']) })),
    ...life,
  }),
  'POST /api/entries': object({ results: list(resultSchema) }),
  'GET /api/records': object({ records: list(object({ id: text, type: text, body, seq: number })) }),
  'GET /api/set-up/changes': object({ changes: list(setUpChange), more: truth }),
  'POST /api/set-up/changes/undo': nothing,
  'GET /api/sessions': object({
    from: text,
    to: text,
    dataAsAt: text,
    sessions: list(sessionLineSchema),
    totals: totalsSchema,
  }),
  'GET /api/sessions/:id': session,
  'POST /api/sessions/:id/corrections': nothing,
  'POST /api/sessions/:id/corrections/:correction/put-back': nothing,
  'GET /api/overview': overview,
  /** `people`: to the nearest five; null where they or those of the other partners are few. */
  'GET /api/together': object({
    ...{ from: text, to: text, partners: number },
    people: v.nullable(v.union([number, v.literal('few')])),
  }),
  'GET /api/team': object({ members: list(member) }),
  'POST /api/team': object({ id: text }),
  'PATCH /api/team/:id': nothing,
  'POST /api/team/:id/codes': object({ code: text, ...code }),
  'POST /api/team/:id/leave': nothing,
  'GET /api/phones': object({ phones: list(phone) }),
  'GET /api/inbox': object({
    entries: list(kept),
    /** Those the entries are of, as they stand; and what the people in them are called, of one's own partners. */
    sessions: list(sessionLineSchema),
    people: list(object({ id: text, name: text, leaf: v.optional(number), colour: v.optional(number) })),
  }),
  'POST /api/inbox/take': object({ session: v.nullable(sessionLineSchema) }),
  'POST /api/inbox/give-up': nothing,
  'GET /api/inbox/done': object({ done: list(settled) }),
  'POST /api/inbox/done/:line/undo': nothing,
  'POST /api/inbox/:id/accept': object({ result: v.optional(resultSchema) }),
  'POST /api/inbox/:id/discard': nothing,
  'GET /api/export-tokens': object({ tokens: list(token) }),
  'POST /api/export-tokens': object({ id: text, token: text, name: text, named: truth }),
  'POST /api/export-tokens/:id/renew': object({ expiresAt: v.nullable(text) }),
  'DELETE /api/export-tokens/:id': nothing,
  'PUT /api/files/:id': nothing,
  ...linkAnswers,
  ...consentAnswers,
  ...wordsAnswers,
  'GET /api/papers/contents': contentsSchema,
  ...writtenAnswers,
  ...ownPhoneAnswers,
  'GET /api/people/:id/erasing': erasingSchema,
  'POST /api/people/:id/erase': erasedSchema,
  'POST /api/guardians/:id/erase': erasedSchema,
  'GET /api/audit': object({ lines: list(auditLine), more: truth }),
} as const satisfies Record<string, v.GenericSchema>;

type Answers = typeof answers;
export type AnsweredAt = keyof Answers;

/** What the route of an address answers: `AnswerTo<'GET /api/team'>`. */
export type AnswerTo<Address extends AnsweredAt> = v.InferOutput<Answers[Address]>;

/** An address as it is asked for: its ids filled in, and what may stand behind it. */
type Filled<Address extends string> = Address extends `${infer Before}:id${infer After}`
  ? `${Before}${string}${After}`
  : Address;
type AskedAs<Address extends string> = Filled<Address> | `${Filled<Address>}?${string}`;

type AtAddress<Asked extends string> = {
  [Address in AnsweredAt]: Asked extends AskedAs<Address> ? AnswerTo<Address> : never;
}[AnsweredAt];

/** What is answered to what is asked: `AnswerFor<'GET', '/api/audit?after=500'>`; never where there is no such address. */
export type AnswerFor<Method extends string, Path extends string> = Path extends `/api/reports/${string}`
  ? ReportAnswer<Report>
  : AtAddress<`${Method} ${Path}`>;
