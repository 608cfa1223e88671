import type { ShownOf } from '#db/shown.ts';
import { changeDetails } from '#domain/people/acts.ts';
import type { Details } from '#domain/people/family.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import { patch, type Saying } from '#domain/records/say.ts';
import { changedFields, filledFields } from '#forms/fields.ts';

/** What the parts of a person’s form share: whose they are, and the door they are saved by. */

/** A badge, wherever it was read. */
export type OfBadge = Pick<ShownOf<'person'>, 'id' | 'scope' | 'body'>;

/** A person as a form takes them. */
export type Of = {
  readonly person: OfBadge;
  readonly details: Details;
  /** There is a record of details already. */
  readonly isKnown: boolean;
};

export type PersonPart = Of & {
  readonly save: (words: string, sayings: readonly Saying[]) => Promise<string | null>;
  readonly onSaved: () => void;
  /** Families may be read and written here; else the badge alone. */
  readonly families: boolean;
};

/** Only what was changed here of the details: what others changed meanwhile is never put back. */
export const detailsChanged = (before: Body, after: Body): ChangeOf<'details'> =>
  changedFields(filledFields(before), after) as ChangeOf<'details'>; // fields of the form, which are those of the details

/** The change of the badge and of the details, each only where there is one. */
export const changes = ({ person, isKnown }: Of, badge: ChangeOf<'person'>, details: ChangeOf<'details'>): Saying[] => [
  ...(Object.keys(badge).length > 0 ? [patch('person', person.id, person.scope, badge)] : []),
  ...changeDetails(person, isKnown, details),
];

/** Elements of a set as fields: true for those that are in it, empty for those that no longer are. */
export const ticked = (set: string, all: readonly string[], chosen: readonly string[]): Body =>
  Object.fromEntries(all.map((each) => [`${set}/${each}`, chosen.includes(each) ? true : '']));
