import { samePerson, takeApart } from '#domain/people/acts.ts';
import type { AliasFact } from '#domain/people/alias.ts';
import { detailsId } from '#domain/people/family.ts';
import { phonesIn } from '#domain/people/phones.ts';
import { folded } from '#domain/people/search.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import type { KnownAs } from './match.ts';
import type { ReadPerson } from './row.ts';

/** What is said when a list is read in, and when the whole of it is taken back. Its ids name the import: a second press says the same. */

/** What becomes of a row that is known already. */
export type RowChoice = 'new' | 'skip' | 'same';

type Importing = {
  /** An id that begins every id of this import. */
  readonly id: string;
  readonly partner: string;
  readonly at: string;
  readonly day: string;
  readonly rows: readonly {
    readonly row: ReadPerson;
    readonly known: KnownAs | undefined;
    readonly choice: RowChoice;
  }[];
  readonly guardians: readonly { readonly id: string; readonly name: string; readonly phone: string }[];
  /** What was said of who is who. */
  readonly facts: readonly AliasFact[];
  /** Draws a marker: it says nothing of the person. */
  readonly marker: () => { readonly leaf: number; readonly colour: number };
};

/** The id of the badge a row becomes. */
export const importedId = (id: string, line: number): string => `${id}-${line}`;

/** The import an id comes from; null for what was made by hand. */
export const importOf = (id: string): string | null => /^([0-9a-f-]{36})-g?\d+$/.exec(id)?.[1] ?? null;

/** One grown-up has one name and one number; without a number nobody can tell. */
function guardianKey(name: string, phone: string): string | null {
  const [number] = phonesIn(phone);
  return number ? `${folded(name)} ${number.dialled.replace(/^(\+44|0044)/, '0')}` : null;
}

/** What every row says, row by row: those of one row are saved together. */
export function importSayings(importing: Importing): Saying[][] {
  const { id, partner, rows, guardians } = importing;
  const grownups = new Map<string, string>();
  for (const each of guardians) {
    const key = guardianKey(each.name, each.phone);
    if (key !== null && !grownups.has(key)) grownups.set(key, each.id);
  }
  return rows
    .filter(({ choice }) => choice !== 'skip')
    .map(({ row, known, choice }) => {
      const person = importedId(id, row.line);
      const grownup = row.guardian && grownupOf(importing, row, row.guardian.name, grownups);
      const details = detailsIn(person, row, grownup?.id ?? null, `${id}-c${row.line}`);
      return [
        create('person', person, partnerScope(partner), badgeIn(importing, row)),
        ...(grownup?.fresh ? [grownup.fresh] : []),
        ...(details ? [create('details', detailsId(person), privateScope(partner), details)] : []),
        ...row.asked.map((purpose) =>
          fact('asked', `${person}-${purpose}`, privateScope(partner), {
            ...{ person, purpose, how: 'paper', day: importing.day, at: importing.at },
          }),
        ),
        ...joined(importing, person, row.line, choice === 'same' ? known : undefined),
      ];
    });
}

function badgeIn(
  { day, marker }: Importing,
  { knownAs, initial, born, band, gender, site }: ReadPerson,
): BodyOf<'person'> {
  return {
    ...{ knownAs, ...marker(), status: 'active' },
    ...(initial && { initial }),
    ...(born && { yearOfBirth: Number(born.slice(0, 4)) }),
    ...(!born && band && { ageBand: band, ageBandOn: day }),
    ...(gender && { gender }),
    ...(site && { [`site/${site}`]: true }),
  };
}

/** Brothers and sisters share a grown-up whose name and number agree; and so does whoever is known already. */
function grownupOf({ id, partner }: Importing, { line, phones }: ReadPerson, name: string, known: Map<string, string>) {
  const [phone = '', otherPhone = ''] = phones;
  const key = guardianKey(name, phone);
  const before = key === null ? undefined : known.get(key);
  if (before !== undefined) return { id: before, fresh: null };
  const own = `${id}-g${line}`;
  if (key !== null) known.set(key, own);
  const body = { name, status: 'active' as const, ...(phone && { phone }), ...(otherPhone && { otherPhone }) };
  return { id: own, fresh: create('guardian', own, privateScope(partner), body) };
}

/** What is known beside the badge; null where a row says nothing of it. */
function detailsIn(person: string, row: ReadPerson, guardian: string | null, part: string): BodyOf<'details'> | null {
  const { fullName, born, school, postcode, need, phones } = row;
  const [phone] = phones;
  const body = {
    ...(fullName && { fullName }),
    ...(born && { born }),
    ...(school && { school }),
    ...(postcode && { postcode }),
    ...(need === 'none' && { noNeeds: true }),
    ...(need !== null && need !== 'none' && { [`need/${part}`]: need }),
    ...(guardian !== null && { [`guardian/${guardian}`]: { is: row.guardian?.is ?? 'other', call: 1 } }),
    ...(guardian === null && phone && { [`contact/${part}`]: { name: 'Parent or carer', phone, is: '' } }),
  };
  return Object.keys(body).length === 0 ? null : { ...body, person };
}

/** The new badge and the one that is known are of one person: nothing of either is lost, and it can be taken back. */
function joined(importing: Importing, person: string, line: number, known: KnownAs | undefined): Saying[] {
  const { id, partner, at, facts } = importing;
  const other = standsFor(importing, known);
  if (other === null) return [];
  const scope = partnerScope(partner);
  const pair = [
    { id: other, scope },
    { id: person, scope },
  ] as const;
  return [samePerson('person', pair, facts, { id: `${id}-a${line}`, at })];
}

/** Whose record it is; of a row that was itself left out, whoever that one was; null where there is none. */
function standsFor(importing: Importing, known: KnownAs | undefined): string | null {
  if (known === undefined) return null;
  if ('person' in known) return known.person.id;
  const above = importing.rows.find(({ row }) => row.line === known.line);
  return above?.choice === 'skip' ? standsFor(importing, above.known) : importedId(importing.id, known.line);
}

/** What one import made and is still there. */
export type Imported = {
  readonly partner: string;
  readonly people: readonly string[];
  readonly guardians: readonly string[];
};

/** Takes a whole import back: what it made is closed, whom it joined is apart again. Said again it says nothing. */
export function undoImport(
  { partner, people, guardians }: Imported,
  facts: readonly AliasFact[],
  minted: () => { readonly id: string; readonly at: string },
): Saying[] {
  const scope = partnerScope(partner);
  return [
    ...people.flatMap((id) => takeApart('person', { id, scope }, facts, minted)),
    ...people.map((id) => patch('person', id, scope, { status: 'closed' })),
    ...guardians.map((id) => patch('guardian', id, privateScope(partner), { status: 'closed' })),
  ];
}
