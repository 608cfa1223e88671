import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { RecordOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import { fieldWords } from '#domain/records/field-words.ts';
import { problemIn, problemInSize } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import { day } from '#domain/records/shapes/fields.ts';
import { type SetUpFile, settingNames, type TakenRecord, type TakenType, type WholeSetUp } from './file.ts';

/** What becomes of a set-up file here: each record is added, is here already, or is left out and why. */

export type PlanLine = {
  readonly type: TakenType | 'programme';
  /** Empty where it has none. */
  readonly name: string;
  readonly is: 'used' | 'here' | 'left out';
  /** Why it is left out; what was changed about what is used. */
  readonly because: string;
};
export type Plan = { readonly lines: readonly PlanLine[]; readonly sayings: readonly Saying[] };

/** The set-up that is here, and what whoever sits here may do. */
export type SetUpHere = {
  readonly all: WholeSetUp;
  readonly runsProgramme: boolean;
  /** Partners whose targets they set. */
  readonly coordinates: (partner: string) => boolean;
  /** `2026-11-26` */
  readonly today: string;
};

/** A name as people compare it. */
const alike = (...names: readonly unknown[]): string =>
  names
    .map((each) =>
      String(each ?? '')
        .trim()
        .replace(/\s+/g, ' ')
        .toLocaleLowerCase('en-GB'),
    )
    .join('\n');

/** By what two records of a type are one: two parks of one name are told apart by ward, or where people meet. */
const sameness: Readonly<Record<TakenType, (body: Body, partner: string) => string>> = {
  site: ({ name, ward, meetingPoint }) => alike(name, ward || meetingPoint),
  activity: ({ name }) => alike(name),
  agency: ({ name }) => alike(name),
  area: ({ name }) => alike(name),
  set: ({ name, kind }) => alike(name, kind),
  indicator: ({ statement, kind }) => alike(statement, kind),
  target: ({ from, by }, partner) => alike(partner, from, by),
  question: ({ name }) => alike(name),
  wording: ({ language, style }) => alike(language, style),
  form: ({ name }) => alike(name),
};

/** The id of a record here: the same file has the same ids, so that nothing is added twice. */
function idHere(programme: string, { type, id }: TakenRecord, more: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify([programme, type, id, more]))));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What is here, by type: its key and its id. */
function knownHere({ all }: SetUpHere): Map<TakenType, Map<string, string>> {
  const of = (type: TakenType, records: readonly { readonly id: string; readonly body: Body }[]) =>
    [type, new Map(records.map(({ id, body }) => [sameness[type](body, ''), id]))] as const;
  const { site, activity, agency, area, set, indicator, question, wording, form, wordingVersion, formVersion } = all;
  return new Map([
    of('site', site),
    of('activity', activity),
    of('agency', agency),
    of('area', area),
    of('set', set),
    of('indicator', indicator),
    ['target', new Map(all.targets.map(({ id, partner, from, by }) => [alike(partner, from, by), id]))],
    of('question', question),
    of('wording', [...wording, ...wordingVersion.map(({ id, body }) => ({ id, body: body.document }))]),
    of('form', [...form, ...formVersion.map(({ id, body: { name } }) => ({ id, body: { name } }))]),
  ]);
}

const idsHere = ({ all }: SetUpHere): ReadonlySet<string> =>
  new Set(Object.values(all).flatMap((records: readonly { readonly id: string }[]) => records.map(({ id }) => id)));

/** Plans what a file adds here. Nothing in it changes what is here already. */
export function planOf(file: SetUpFile, here: SetUpHere): Plan {
  const [programme] = here.all.programme;
  const placing: Placing = {
    here,
    programme: programme?.id ?? '',
    known: knownHere(here),
    ids: idsHere(here),
    codes: new Set(here.all.set.map(({ body }) => body.code ?? '')),
    now: new Map(partnersHere(file, here.all.partner)),
  };
  // Ids are known before anything is said by them: a set may stand before its parts.
  const placed = file.records.map((record) => place(record, placing));
  const lines: PlanLine[] = [];
  const sayings: Saying[] = [];
  for (const each of [ofSettings(file, programme, here), ...placed.map((one) => said(one, placing))]) {
    if (each.line) lines.push(each.line);
    if (each.saying) sayings.push(each.saying);
  }
  return { lines, sayings };
}

type Placing = {
  readonly here: SetUpHere;
  readonly programme: string;
  /** What is here and what stood above in the file, by what makes two of them one. */
  readonly known: Map<TakenType, Map<string, string>>;
  readonly ids: ReadonlySet<string>;
  /** Codes on labels that are taken. */
  readonly codes: ReadonlySet<string>;
  /** What ids of the file are here. */
  readonly now: Map<string, string>;
};

/** A record with its id here, or why it is none. */
type Placed = {
  readonly record: TakenRecord;
  readonly id: string;
  readonly scope: string;
  readonly is: 'used' | 'here' | 'left out';
  readonly because: string;
};

const partnersHere = (file: SetUpFile, partners: readonly RecordOf<'partner'>[]) => {
  const byName = new Map(partners.map(({ id, body }) => [alike(body.name), id]));
  return file.partners.flatMap(({ id, name }) => {
    const found = byName.get(alike(name));
    return found === undefined ? [] : [[id, found] as const];
  });
};

function place(asked: TakenRecord, placing: Placing): Placed {
  const { here, known, ids, now, programme } = placing;
  const { record, because } = asked.type === 'target' ? carriedOn(asked, here.today) : { record: asked, because: '' };
  const is = (what: Placed['is'], why: string, id = '', scope: string = programmeScope): Placed => ({
    ...{ record, id, scope, is: what, because: why },
  });
  const partner = here.all.partner.find(({ body }) => alike(body.name) === alike(record.partner));
  if (record.type === 'target' && !partner) return is('left out', `there is no partner ${record.partner ?? ''} here`);
  if (partner && !here.coordinates(partner.id))
    return is('left out', `its coordinator sets the targets of ${partner.body.name}`);
  const scope = partner ? partnerScope(partner.id) : programmeScope;
  const key = sameness[record.type](record.body, partner?.id ?? '');
  const same = known.get(record.type)?.get(key);
  const id = idHere(programme, record, record.type === 'target' ? String(record.body.by) : '');
  now.set(record.id, same ?? id);
  if (same !== undefined && !ids.has(same)) return is('left out', 'it stands above already');
  if (same !== undefined || ids.has(id)) return is('here', '', same ?? id);
  known.get(record.type)?.set(key, id);
  return is('used', because, id, scope);
}

/** A target that is over, moved on by as many years as it needs. */
function carriedOn(record: TakenRecord, today: string): { record: TakenRecord; because: string } {
  const { from, by } = record.body;
  if (!isDay(by) || by >= today) return { record, because: '' };
  let years = 1;
  while (later(by, years) < today) years += 1;
  const body = { ...record.body, by: later(by, years), ...(isDay(from) && { from: later(from, years) }) };
  return { record: { ...record, body }, because: years === 1 ? 'a year on' : `${years} years on` };
}

const isDay = (value: unknown): value is string => v.is(day, value);

/** The same day of a later year; the last of February for its 29th. */
function later(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const isThere = new Date(`${moved}T00:00:00Z`).toISOString().startsWith(moved);
  return isThere ? moved : `${moved.slice(0, 8)}28`;
}

type Said = { readonly line?: PlanLine; readonly saying?: Saying };

function said({ record, id, scope, is, because }: Placed, { now, codes }: Placing): Said {
  const { type } = record;
  const line = (what: PlanLine['is'], why: string): Said => ({
    line: { type, name: nameIn(record), is: what, because: why },
  });
  if (is !== 'used') return line(is, because);
  const body: Body = { ...movedIn(record, now, codes), status: 'active' };
  const lost = type === 'question' ? unknownIn(String(body.asked), new Set(now.values())) : false;
  if (lost) return line('left out', 'it asks about somebody or something that is not here');
  const problem = problemIn(type, 'create', scope, body) ?? problemInSize(type, body);
  if (problem !== null) return line('left out', notReadable(problem));
  return { ...line('used', because), saying: { op: 'create', type, id, scope, body } };
}

/** `residents: not a whole number` → what it is in words, and that it cannot be read. */
function notReadable(problem: string): string {
  const [field = ''] = problem.split(':');
  return /^\w+$/.test(field)
    ? `what stands there as ${fieldWords(field, new Map())} cannot be used`
    : 'it is too long, or not of this Bandstand';
}

const nameIn = ({ type, body, partner }: TakenRecord): string => {
  if (type === 'target') return `${body.n} boxes, ${partner}, by ${body.by}`;
  if (type === 'wording') return 'Consent wording in English';
  return String(body.name ?? body.statement ?? '');
};

/** What a record says here: ids by what they are here, and no label that another set has already. */
function movedIn({ type, body }: TakenRecord, now: ReadonlyMap<string, string>, codes: ReadonlySet<string>): Body {
  if (type === 'question') {
    const asked = [...now].reduce((words, [was, is]) => words.replaceAll(was, is), String(body.asked));
    return { ...body, asked };
  }
  if (type !== 'set') return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      if (field === 'code' && codes.has(String(value))) return [];
      const [, version, part = ''] = /^part\/(\d+):(.+)$/.exec(field) ?? [];
      if (version === undefined) return [[field, value] as const];
      const is = now.get(part);
      // What it was made of is not in the file: the set is taken without it.
      return is === undefined ? [] : [[`part/${version}:${is}`, value] as const];
    }),
  );
}

const idShaped = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const unknownIn = (asked: string, here: ReadonlySet<string>): boolean =>
  (asked.match(idShaped) ?? []).some((id) => !here.has(id));

/** What counting asks: only what nobody has decided here. */
function ofSettings(file: SetUpFile, programme: RecordOf<'programme'> | undefined, here: SetUpHere): Said {
  if (!programme || Object.keys(file.programme.settings).length === 0) return {};
  const stands: Body = programme.body;
  const body = Object.fromEntries(
    Object.entries(file.programme.settings).filter(([field]) => (stands[field] ?? null) === null),
  );
  const line = (is: PlanLine['is'], because: string): Said => ({
    line: { type: 'programme', name: 'What counting asks', is, because },
  });
  if (Object.keys(body).length === 0) return line('here', '');
  if (!here.runsProgramme) return line('left out', 'the programme coordinator decides it');
  const problem = problemIn('programme', 'patch', programmeScope, body);
  if (problem !== null || !Object.keys(body).every((field) => settingNames.test(field)))
    return line('left out', notReadable(problem ?? ''));
  return {
    ...line('used', ''),
    saying: { op: 'patch', type: 'programme', id: programme.id, scope: programmeScope, body },
  };
}
