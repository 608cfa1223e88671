import type { LinkKind } from '#domain/people/consents/link.ts';
import type { ErasureReason } from '#domain/people-codes.ts';
import type { Refusal } from '#domain/records/apply.ts';
import type { FigureMeasure } from '#domain/reports/disclosure/sums-between.ts';

/** The database as the code sees it. Ids are text, instants are epoch ms, truth is 0 or 1, JSON is text nobody queries into. */

/** One row per programme: the one order of its writes. */
type Head = {
  programme: string;
  seq: number;
  /** Changes when the database went back in time: phones then send again what it lost. */
  epoch: string;
  /** The same value lies in a file beside the database; a restored copy is recognised by the difference. */
  generation: string;
};

/** A synced record. `day` and `key` find it: its day, and the session that a mark, tally, note or debrief belongs to. */
export type StoredRow = {
  programme: string;
  id: string;
  type: string;
  day: string | null;
  key: string;
  scope: string;
  also_scope: string | null;
  seq: number;
  body: string;
  stamps: string;
  author: string;
  device: string;
  at: string;
  /** Facts only. */
  hash: string | null;
  /** When it first came in; kept through every change. */
  received: string | null;
  deleted: number;
};

type AppliedRow = {
  programme: string;
  id: string;
  seq: number;
  clock: number;
  /** Who saved it, and when by their phone's clock; null unless it writes a session. */
  author: string | null;
  at: string | null;
};

/** An entry kept for people to resolve, as it came. `partner` is null where it names none. */
export type InboxRow = {
  programme: string;
  id: string;
  code: Refusal;
  why: string;
  seq: number;
  author: string;
  device: string;
  partner: string | null;
  body: string;
  closed: number;
  received_at: number;
};

/**
 * An answer, named by a random id. `key` is what joins it to a person, where anything does; `cell` is the group of five and more of which
 * it is shown, empty before there is one.
 */
export type AnswerRow = {
  programme: string;
  id: string;
  type: string;
  scope: string;
  key: string;
  body: string;
  cell: string;
};

/** A box nothing could be made of, with what opens it. */
type UnreadAnswerRow = { programme: string; t: string; v: number; key_id: string; box: Uint8Array };

type HistoryRow = { row_id: string; seq: number; field: string; value: string; clock: number; entry: string };

/** A coordinator's passphrase. `folded_name` is unique, so that a name signs in one person. */
type MemberAuth = { member: string; folded_name: string; hash: string; changed_at: number };

type CodeRow = {
  hash: string;
  purpose: 'enrol' | 'setup';
  /** Null for the setup code. */
  member: string | null;
  created_at: number;
  /** Null: valid until used. */
  expires_at: number | null;
  used_at: number | null;
};

/** An enrolled phone or laptop; of its tokens only the hashes. */
export type PhoneRow = {
  id: string;
  member: string;
  label: string;
  send_token_hash: string;
  full_token_hash: string;
  created_at: number;
  last_contact: number;
  version: string;
  unsent: number;
  oldest_unsent_at: string | null;
  /** Of the one recovery box that is opened for this phone; null until the phone has said it. */
  recovery_hash: string | null;
  /** Not null: its owner left. It may still hand in what it holds, for the inbox, and is never given anything again. */
  revoked_at: number | null;
};

type DeskRow = {
  id: string;
  cookie_hash: string;
  member: string;
  created_at: number;
  expires_at: number;
  /** When somebody last used it. */
  seen_at: number;
};

/** The public halves of the keys in server.key, by which a start knows whether the file is the right one. */
type ServerKeyRow = { id: string; public_key: string; first_seen: number };

/** The bytes of a recording, under their SHA-256. */
type FileRow = { programme: string; sha256: string; bytes: Uint8Array; author: string; received_at: number };

type ExportTokenRow = {
  id: string;
  hash: string;
  name: string;
  /** Whether it may get names. */
  named: number;
  created_by: string;
  created_at: number;
  revoked_at: number | null;
  /** Null: without an end. */
  expires_at: number | null;
  /** Reports by name and partners by id, as JSON; null is all that its maker may read. */
  reports: string | null;
  partners: string | null;
};

/** A line of the log. `detail` is canonical JSON; `hash` covers the line and the hash before it. */
export type AuditRow = {
  n: number;
  at: number;
  actor: string;
  action: string;
  detail: string;
  hash: string;
  /** 1: the hash is an HMAC under a key of the server; 0 on lines from before that. */
  keyed: number;
};

/** Somebody who was erased, by their id. `swept`: nothing of it lies in the database’s files any more. */
type ErasureRow = {
  programme: string;
  id: string;
  type: 'person' | 'guardian';
  day: string;
  reason: ErasureReason;
  swept: number;
};

/** Somebody whom an export named; `line` is its line in the log. */
type NamedExportRow = { programme: string; line: number; person: string };

/** A figure as it was given away; `name` says what it is of, `shown` is JSON. A number may have been shown to the nearest five. */
export type PublishedRow = {
  programme: string;
  name: string;
  measure: FigureMeasure;
  from_day: string;
  to_day: string;
  dimensions: string;
  shown: string;
  rounded: number;
  given_at: number;
};

/** A text for the papers of a period, or a line of a debrief chosen for them; `sure` is a list of what may stand in it, as JSON. */
export type WrittenRow = {
  programme: string;
  /** Partners by id, or `*` for all of them. */
  of: string;
  from_day: string;
  to_day: string;
  kind: string;
  /** The debrief and its field; empty for a text. */
  source: string;
  text: string;
  author: string;
  at: number;
  sure: string;
};

/** A chain of evidence; `after` is where the one before it stood, as JSON. */
export type ChainRow = {
  id: string;
  programme: string;
  /** 1 is the first there was. */
  place: number;
  /** The life of the database it belongs to. */
  epoch: string;
  began_at: number;
  after: string | null;
};
/** The hash of a fact at its place, and the head it makes. */
export type LinkRow = { chain: string; n: number; hash: string; head: string };

/** What a check of a partner’s consents found, as JSON without names. */
type ConsentCheckRow = { programme: string; partner: string; at: number; found: string };

/** A link by which somebody answers at home. Times are epoch ms. */
export type ConsentLinkRow = {
  id: string;
  programme: string;
  token_hash: string;
  kind: LinkKind;
  person: string;
  /** Null: for somebody who is not on record. */
  giver: string | null;
  /** A hash of the telephone number it was made for; once another is on record it binds nobody. */
  sent_to: string | null;
  /** JSON. */
  purposes: string;
  language: string | null;
  partner: string;
  minted_by: string;
  minted_at: number;
  expires_at: number;
  /** When its wording was last handed out. */
  shown_at: number | null;
  used_at: number | null;
  /** The hash of the answer that used it up: the same again is no second one. */
  answer: string | null;
  /** Called back, or another was made in its place. */
  ended_at: number | null;
};

/** A link for a session. Times are epoch ms; `forms` is a list of hashes, as JSON. */
export type VoiceLinkRow = {
  programme: string;
  id: string;
  token_hash: string;
  partner: string;
  session: string;
  site: string;
  day: string;
  respondent: string;
  forms: string;
  minted_by: string;
  minted_at: number;
  closes_at: number;
  /** Its answers have joined the others. */
  released: number;
};

/** The tables as the last migration leaves them. Times are epoch ms; truths are 0 or 1. */
export type Tables = {
  head: Head;
  row: StoredRow;
  applied: AppliedRow;
  inbox: InboxRow;
  answer: AnswerRow;
  answer_unread: UnreadAnswerRow;
  voice_link: VoiceLinkRow;
  voice_held: { programme: string; id: string; link: string; body: string };
  voice_visit: { programme: string; link: string; visit: string; form: string };
  history: HistoryRow;
  member_auth: MemberAuth;
  code: CodeRow;
  phone: PhoneRow;
  desk: DeskRow;
  server_key: ServerKeyRow;
  export_token: ExportTokenRow;
  file: FileRow;
  audit: AuditRow;
  named_export: NamedExportRow;
  published: PublishedRow;
  written: WrittenRow;
  erasure: ErasureRow;
  chain: ChainRow;
  link: LinkRow;
  evidence_key: ServerKeyRow;
  consent_check: ConsentCheckRow;
  consent_link: ConsentLinkRow;
};
