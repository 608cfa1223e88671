import { bandOn, nameOf } from '#domain/people/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { knownZone } from '#domain/time.ts';
import type { Known } from './session-line.ts';

/** What is known around sessions, from the records of sites, partners and people. */

/** What the desk knows of people beside what the reports say of them. */
export type KnownAround = Known & {
  readonly genderOf: (person: string) => string | undefined;
  /** The leaf on a badge, by which two people of one name are told apart. */
  readonly markerOf: (person: string) => { leaf: number | undefined; colour: number | undefined };
};

type Kept = { readonly id: string; readonly body: Body };

/** What stands in a field, where it is a text that is not empty. */
function textIn(body: Body | undefined, field: string): string | undefined {
  const value = body?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const numberIn = (body: Body | undefined, field: string): number | undefined =>
  typeof body?.[field] === 'number' ? body[field] : undefined;

const bodies = (rows: readonly Kept[]) => new Map(rows.map(({ id, body }) => [id, body]));

/** @param sites also those that are closed: their sessions stay */
export function knownIn(sites: readonly Kept[], partners: readonly Kept[], people: readonly Kept[]): KnownAround {
  const [siteById, partnerById, badges] = [bodies(sites), bodies(partners), bodies(people)];
  return {
    siteName: (id) => textIn(siteById.get(id), 'name') ?? id,
    zoneOf: (id) => knownZone(siteById.get(id)?.timeZone),
    partnerName: (id) => textIn(partnerById.get(id), 'name') ?? id,
    bandOn: (person, day) => bandOn(day, badges.get(person) ?? {}),
    personName: (id) => nameOf(badges.get(id) ?? {}),
    markerOf: (person) => {
      const badge = badges.get(person);
      return { leaf: numberIn(badge, 'leaf'), colour: numberIn(badge, 'colour') };
    },
    genderOf: (person) => textIn(badges.get(person), 'gender'),
  };
}
