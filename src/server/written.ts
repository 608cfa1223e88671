import * as v from 'valibot';
import { runsProgramme } from '#domain/records/access.ts';
import type { RecordType } from '#domain/records/records.ts';
import { findingsIn, type KnownNames, type TextFinding } from '#domain/reports/disclosure/findings.ts';
import { type DebriefExtract, type Narrative, narrativeKinds, type PackInput } from '#domain/reports/pack/input.ts';
import type { DebriefLine, WrittenText } from '#domain/reports/pack/written.ts';
import type { Partner, Period } from '#domain/reports/report.ts';
import { toInstant } from '#domain/time.ts';
import type { Caller } from './caller.ts';
import { namesOf } from './members.ts';
import { rowsFor, sessionsById } from './reports/reading.ts';
import type { Db } from './store.ts';
import type { WrittenRow } from './tables.ts';

/** What coordinators write for the papers of a period, and what in it may tell who somebody is. */

/** Whose period a text is of: whoever answers for the same partners reads the same. */
export type WrittenOf = Period & { readonly programme: string; readonly of: string };

/** @param partners those the papers are made of */
export const ofPartners = ({ rights, only }: Caller, partners: readonly Pick<Partner, 'id'>[]): string =>
  runsProgramme(rights) && !only?.partners
    ? '*'
    : partners
        .map(({ id }) => id)
        .sort()
        .join(' ');

const rowsOfPeriod = (db: Db, { programme, of, from, to }: WrittenOf): Promise<WrittenRow[]> =>
  db
    .selectFrom('written')
    .selectAll()
    .where('programme', '=', programme)
    .where('of', '=', of)
    .where('from_day', '=', from)
    .where('to_day', '=', to)
    .execute();

/**
 * Everybody on record whom a text could name. Of families too where the writer may not read them: it is only told that a word they
 * wrote themselves is a name, and a name that is not looked for would go out.
 */
async function knownNames(db: Db, programme: string, partners: readonly Partner[]): Promise<KnownNames> {
  const all = partners.map((partner) => ({ ...partner, families: true }));
  const rows = <T extends RecordType>(type: T) => rowsFor(db, programme, all, type);
  const [people, details, guardians] = [await rows('person'), await rows('details'), await rows('guardian')];
  const team = await namesOf(db, programme, 'member');
  const names = [
    ...people.map(({ body }) => body.knownAs),
    ...details.map(({ body }) => body.fullName ?? ''),
    ...guardians.map(({ body }) => body.name),
    ...team.values(),
  ];
  return { names, schools: details.map(({ body }) => body.school ?? '') };
}

const sureSchema = v.array(v.string());
/** What was found, as it is kept: the same words elsewhere in the text tell no more. */
const keyOf = ({ kind, text }: TextFinding): string => `${kind}: ${text}`;

const waitsIn = (row: Pick<WrittenRow, 'sure'>, findings: readonly TextFinding[]): boolean => {
  const sure = v.parse(sureSchema, JSON.parse(row.sure));
  return findings.some((each) => !sure.includes(keyOf(each)));
};

const shownFindings = (findings: readonly TextFinding[]) =>
  findings.map(({ start, end, kind }) => ({ from: start, to: end, why: kind }));

const debriefFields = [
  ['wentWell', 'What went well'],
  ['different', 'What to do differently'],
  ['needsRaised', 'Needs that came up'],
  ['followUps', 'To follow up'],
] as const;

/** Every line of the debriefs of a period, chosen or not. */
async function debriefLines(
  db: Db,
  { programme, from, to }: WrittenOf,
  partners: readonly Partner[],
  rows: readonly WrittenRow[],
  known: KnownNames,
): Promise<DebriefLine[]> {
  const debriefs = await rowsFor(db, programme, partners, 'debrief');
  const ids = debriefs.map(({ body }) => body.session);
  const sessions = new Map((await sessionsById(db, programme, partners, ids)).map(({ id, body }) => [id, body]));
  const sites = new Map((await rowsFor(db, programme, partners, 'site')).map(({ id, body }) => [id, body.name]));
  const chosen = new Map(rows.filter(({ kind }) => kind === 'debrief').map((row) => [row.source, row]));
  const lines = debriefs.flatMap(({ id, body }) => {
    const session = sessions.get(body.session);
    if (!session || session.day < from || session.day > to) return [];
    return debriefFields.flatMap(([field, what]): DebriefLine[] => {
      const said = body[field] ?? '';
      if (said.trim() === '') return [];
      const source = `${id}/${field}`;
      const row = chosen.get(source);
      const text = row?.text ?? said;
      const findings = findingsIn(text, known);
      const waits = row !== undefined && waitsIn(row, findings);
      const siteName = sites.get(session.site) ?? '';
      return [
        {
          ...{ source, day: session.day, siteName, what, said, text, waits },
          ...{ isChosen: row !== undefined, findings: shownFindings(findings) },
        },
      ];
    });
  });
  return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.source < b.source ? -1 : 1));
}

/** What is written for a period, each text with what in it has to be looked at. */
export async function writtenIn(db: Db, asked: WrittenOf, partners: readonly Partner[]) {
  const rows = await rowsOfPeriod(db, asked);
  const known = await knownNames(db, asked.programme, partners);
  const members = await namesOf(db, asked.programme, 'member');
  const texts = narrativeKinds.flatMap(([kind]) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row): WrittenText => {
        const findings = findingsIn(row.text, known);
        const by = { byName: members.get(row.author) ?? '', at: toInstant(row.at) };
        return { kind, text: row.text, findings: shownFindings(findings), waits: waitsIn(row, findings), ...by };
      }),
  );
  return { texts, debriefs: await debriefLines(db, asked, partners, rows, known) };
}

type InPack = Pick<PackInput, 'narratives' | 'narrativesWaiting' | 'debriefs' | 'debriefsWaiting'>;

/** What of it goes into papers: for others nothing that waits, for ourselves all of it. */
export async function writtenForPack(
  db: Db,
  asked: WrittenOf,
  partners: readonly Partner[],
  profile: PackInput['profile'],
): Promise<InPack> {
  const { texts, debriefs } = await writtenIn(db, asked, partners);
  const goes = ({ waits }: { readonly waits: boolean }) => profile === 'internal' || !waits;
  const chosen = debriefs.filter(({ isChosen }) => isChosen);
  return {
    narratives: texts.filter(goes).map(({ kind, text, byName }): Narrative => ({ kind, text, by: byName })),
    narrativesWaiting: texts.filter((each) => !goes(each)).map(({ kind }) => kind),
    debriefs: chosen.filter(goes).map(({ day, siteName, text }): DebriefExtract => ({ day, site: siteName, text })),
    debriefsWaiting: chosen.filter((each) => !goes(each)).length,
  };
}

export type TextToKeep = Pick<WrittenRow, 'kind' | 'source' | 'text' | 'author'> & { readonly isSure: boolean };

/** Keeps a text in place of the one before it; an empty one takes it out. @param db a write transaction @param at epoch ms */
export async function keepWritten(
  db: Db,
  { programme, of, from, to }: WrittenOf,
  partners: readonly Partner[],
  { isSure, ...row }: TextToKeep,
  at: number,
): Promise<void> {
  const key = { programme, of, from_day: from, to_day: to, kind: row.kind, source: row.source };
  if (row.text === '') {
    const gone = db.deleteFrom('written').where('programme', '=', programme).where('of', '=', of);
    const ofDays = gone.where('from_day', '=', from).where('to_day', '=', to);
    await ofDays.where('kind', '=', row.kind).where('source', '=', row.source).execute();
    return;
  }
  const sure = isSure ? findingsIn(row.text, await knownNames(db, programme, partners)).map(keyOf) : [];
  await db
    .replaceInto('written')
    .values({ ...row, ...key, at, sure: JSON.stringify(sure) })
    .execute();
}
