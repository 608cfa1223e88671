import { eachOnce, sameIn } from '#domain/people/alias.ts';
import { bandOn, erasedName, nameOf } from '#domain/people/person.ts';
import type { RecordOf, RowOf } from '#domain/records/body.ts';
import type { Reading } from '#domain/reports/report.ts';
import { knownZone } from '#domain/time.ts';
import type { Known } from './session-line.ts';

/** What is known around sessions, from the records of sites, partners and people. */

/** What the desk knows of people beside what the reports say of them. */
export type KnownAround = Known & {
  /** The ward a park lies in; empty where that is not written down. */
  readonly wardOf: (site: string) => string;
  readonly genderOf: (person: string) => string | undefined;
  /** The leaf on a badge, by which two people of one name are told apart. */
  readonly markerOf: (person: string) => { leaf: number | undefined; colour: number | undefined };
};

const bodies = <Body>(rows: readonly { readonly id: string; readonly body: Body }[]) =>
  new Map(rows.map(({ id, body }) => [id, body]));

/**
 * @param sites also those that are closed: their sessions stay
 * @param erased ids of people who were erased: they are counted, and called so
 */
export function knownIn(
  sites: readonly RecordOf<'site'>[],
  partners: readonly RecordOf<'partner'>[],
  people: readonly RowOf<'person'>[],
  aliases: readonly RowOf<'alias'>[],
  erased: readonly string[] = [],
): KnownAround {
  const same = sameIn(aliases, 'person');
  const gone = new Set(erased);
  const [siteById, partnerById, badges] = [bodies(sites), bodies(partners), bodies(eachOnce(people, same))];
  return {
    siteName: (id) => siteById.get(id)?.name || id,
    wardOf: (id) => siteById.get(id)?.ward?.trim() ?? '',
    zoneOf: (id) => knownZone(siteById.get(id)?.timeZone),
    partnerName: (id) => partnerById.get(id)?.name ?? id,
    bandOn: (person, day) => bandOn(day, badges.get(person) ?? {}),
    personName: (id) => nameOf(badges.get(id) ?? (gone.has(id) ? { knownAs: erasedName } : {})),
    markerOf: (person) => {
      const { leaf, colour } = badges.get(person) ?? {};
      return { leaf: leaf ?? undefined, colour: colour ?? undefined };
    },
    genderOf: (person) => badges.get(person)?.gender ?? undefined,
    same,
  };
}

/** What is known around the sessions of the partners a report is of. */
export const knownTo = async (read: Reading<'site' | 'partner' | 'person' | 'alias'>): Promise<KnownAround> =>
  knownIn(
    await read.rows('site'),
    await read.rows('partner'),
    await read.rows('person'),
    await read.rows('alias'),
    await read.erased(),
  );
