import { asSeen } from '#domain/as-seen.ts';
import { type AgeBand, ageBands, type Gender } from '#domain/codes.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { readBorn } from '#domain/people/born.ts';
import { badgeName, bandOfAge } from '#domain/people/person.ts';
import { phonesIn, tidyPhone } from '#domain/people/phones.ts';
import type { NeedKind, Purpose, Relationship } from '#domain/people-codes.ts';
import type { ReadRow } from '#domain/reports/csv-read.ts';
import { unclear } from '#domain/reports/table.ts';
import { type PersonColumns, type PersonRole, peopleTable } from './table.ts';

/** One row of a list of people: what it says, or what is wrong with it in words. Nothing of it is dropped in silence. */
export type ReadPerson = {
  /** As a spreadsheet counts. */
  readonly line: number;
  /** As it stands there. */
  readonly typed: Readonly<Record<PersonRole, string>>;
  readonly knownAs: string;
  readonly initial: string;
  readonly fullName: string;
  /** A day, a year, or empty. */
  readonly born: string;
  readonly band: AgeBand | '';
  readonly gender: Gender | '';
  readonly guardian: { readonly name: string; readonly is: Relationship } | null;
  /** One or two numbers, tidied; a second is the grown-up’s other one. */
  readonly phones: readonly string[];
  /** The id of a park; empty where none is said. */
  readonly site: string;
  readonly unknownPark: string;
  readonly need: { readonly kind: NeedKind; readonly name: string; readonly do: string } | 'none' | null;
  readonly school: string;
  readonly postcode: string;
  /** What last year’s list says was answered: it is asked again, never taken over. */
  readonly asked: readonly Purpose[];
  readonly problems: readonly string[];
  /** Worth a look, and nothing wrong. */
  readonly remarks: readonly string[];
};

type RowsAround = {
  readonly today: string;
  readonly sites: readonly { readonly id: string; readonly body: { readonly name: string } }[];
  /** What a name means that no park here has: its id, or empty for none. By the name as it is seen. */
  readonly parks: Readonly<Record<string, string>>;
};

/** Reads the rows under the headings; nothing while a column is unclear. */
export function readPeopleRows(rows: readonly ReadRow[], columns: PersonColumns, around: RowsAround): ReadPerson[] {
  if (unclear(peopleTable, columns).length > 0) return [];
  const { heading } = columns;
  const headings = heading === null ? [] : (rows[heading]?.cells ?? []);
  const width = heading === null ? Number.POSITIVE_INFINITY : headings.length;
  const siteBy = new Map(around.sites.map(({ id, body }) => [asSeen(body.name), id]));
  const is = relationIn(columns.parent === null ? '' : (headings[columns.parent] ?? ''));
  return rows.slice(heading === null ? 0 : heading + 1).flatMap((row) => {
    const cell = (at: number | null) => (at === null ? '' : (row.cells[at] ?? '').trim().replace(/\s*\n\s*/g, ', '));
    const typed = Object.fromEntries(
      peopleTable.roles.map((role) => [role, cell(columns[role])]),
    ) as ReadPerson['typed']; // one for each
    if (Object.values(typed).every((each) => each === '') && row.fault === undefined) return [];
    const overflows = row.cells.slice(width).some((each) => each.trim() !== '');
    const broken = row.fault ?? (overflows ? 'More cells than headings: is there a comma inside a name?' : undefined);
    return [personIn(row.row, typed, broken, is, { ...around, siteBy })];
  });
}

const relationIn = (heading: string): Relationship =>
  /mother|mum/i.test(heading) ? 'mother' : /father|dad/i.test(heading) ? 'father' : 'other';

function personIn(
  line: number,
  typed: ReadPerson['typed'],
  broken: string | undefined,
  is: Relationship,
  around: RowsAround & { readonly siteBy: ReadonlyMap<string, string> },
): ReadPerson {
  const fullName = [typed.name, typed.family].filter(Boolean).join(' ');
  const { knownAs, initial } = badgeName(fullName);
  const [born, age, phone] = [bornIn(typed.born, around.today), ageIn(typed.age), phonesOf(typed.phone)];
  const seen = asSeen(typed.park);
  const site = around.siteBy.get(seen) ?? around.parks[seen];
  const unknownPark = seen !== '' && site === undefined ? typed.park : '';
  const need = needIn(typed.need);
  const own = [
    fullName === '' ? 'There is nothing under the name. Was it merged with the cell above?' : undefined,
    fullName !== '' && knownAs === '' ? `“${short(fullName)}” is no name: write what they are called` : undefined,
    ...(['name', 'family', 'parent', 'school', 'postcode'] as const).map((role) => faultInLine(typed[role])),
    typed.need.length > 4000 ? 'More than 4,000 letters under the need' : undefined,
    born.problem,
    age.problem,
    phone.problem,
    unknownPark && `No park is called “${short(unknownPark)}”`,
  ];
  const remarks = [phone.remark, typed.phone !== '' && typed.parent === '' ? 'A number and nobody’s name' : undefined];
  return {
    ...{ line, typed, knownAs, initial, unknownPark, need },
    fullName: fullName.includes(' ') ? fullName : '',
    ...{ born: born.born ?? '', band: age.band ?? '', gender: genderOf(typed.gender) },
    guardian: typed.parent === '' ? null : { name: typed.parent, is },
    ...{ phones: phone.phones ?? [], site: site ?? '', school: typed.school, postcode: typed.postcode },
    asked: [...(typed.consent ? (['takePart'] as const) : []), ...(typed.photos ? (['photoInternal'] as const) : [])],
    problems: broken === undefined ? own.flatMap((each) => each || []) : [broken],
    remarks: remarks.filter((each) => each !== undefined),
  };
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A line of text that a spreadsheet would calculate, or that no field holds. */
function faultInLine(text: string): string | undefined {
  if (/^[=@]|^[+-]\D/.test(text)) return `“${short(text)}” is a formula: write what it should say`;
  return text.length > 200 ? `“${short(text)}” is longer than 200 letters` : undefined;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `27/03/2014`, `27 Mar 2014`, `2014-03-27` and `2014`. What a spreadsheet counts in days is asked about. */
function bornIn(text: string, today: string): { readonly born?: string; readonly problem?: string } {
  if (text === '') return {};
  const parts = text
    .replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1')
    .split(/[\s./,-]+/)
    .filter(Boolean)
    .map((part) => {
      const month = months.indexOf(part.slice(0, 3).toLowerCase());
      return month >= 0 ? String(month + 1) : part.replace(/^(\d+)(st|nd|rd|th)$/i, '$1');
    });
  const [one = '', two = '', three = ''] = parts;
  if (parts.length === 1 && /^\d{5}$/.test(one))
    return { problem: `“${one}” is how a spreadsheet counts days: show that column as dates and save it again` };
  const typed =
    parts.length === 1
      ? { day: '', month: '', year: one }
      : one.length === 4
        ? { day: three, month: two, year: one }
        : { day: one, month: two, year: three };
  if (parts.length === 2 || parts.length > 3) return { problem: `“${short(text)}” is no date of birth` };
  const read = readBorn(typed, today);
  return 'born' in read ? { born: read.born } : { problem: read.problem };
}

/** An age in whole years, or a band as Bandstand writes it. */
function ageIn(text: string): { readonly band?: AgeBand; readonly problem?: string } {
  if (text === '') return {};
  const band = ageBands.find(([code, words]) => asSeen(text) === asSeen(words) || asSeen(text) === asSeen(code));
  if (band) return { band: band[0] };
  const years = numberOrNone(text, 120);
  return typeof years === 'number'
    ? { band: bandOfAge(years) }
    : { problem: `Write the age in whole years, not “${short(text)}”` };
}

/** Spreadsheets take the first zero of a number away. */
function phonesOf(text: string): { readonly phones?: string[]; readonly problem?: string; readonly remark?: string } {
  if (text === '') return {};
  const lost = /^7\d{9}$/.test(text.replace(/\s/g, ''));
  const found = phonesIn(lost ? `0${text.replace(/\s/g, '')}` : text).map(({ written }) => tidyPhone(written));
  if (found.length === 0) return { problem: `“${short(text)}” is no telephone number` };
  if (found.length > 2) return { problem: `More than two numbers: “${short(text)}”` };
  return { phones: found, ...(lost && { remark: 'The first 0 of the number was put back' }) };
}

function genderOf(text: string): Gender | '' {
  const seen = asSeen(text);
  if (/^(f|g)(emale|irl)?$|^woman$/.test(seen)) return 'F';
  return /^(m|b)(ale|oy)?$|^man$/.test(seen) ? 'M' : '';
}

/** What stands under a need. A list that says *yes* and not what is asked about on their page. */
function needIn(text: string): ReadPerson['need'] {
  const seen = asSeen(text);
  if (seen === '') return null;
  if (/^(no|none|nil|n|n\/a|na|nothing|0)\.?$/.test(seen) || !/[\p{L}\p{N}]/u.test(seen)) return 'none';
  const kind = /allerg|nuts?\b/.test(seen) ? 'allergy' : 'medical';
  if (/^(yes|y|x|true|1)$/.test(seen))
    return { kind, name: 'Something', do: 'Last year’s list says yes, and not what. Ask what it is and what to do.' };
  return { kind, name: text.length > 60 ? 'From last year’s list' : text, do: text };
}
