import type { Relationship, Responsibility } from '#domain/people-codes.ts';
import type { BodyOf, ChangeOf, RecordOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { asOne, type Same } from './alias.ts';
import { phonesIn } from './phones.ts';

/** What is known of somebody beside the badge: who answers for them, who is called first, and what the team must do. */

/** What workers know of a person; of one who has none, nothing. */
export type Details = ChangeOf<'details'>;

/** The one details record of a badge. */
export const detailsId = (person: string): string => `details:${person}`;

/** A grown-up who answers for a child. */
export type Grownup = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly otherPhone: string;
  readonly language: string;
  readonly is: Relationship;
  readonly responsibility: Responsibility | undefined;
  /** Who is called first has the lowest. */
  readonly call: number | undefined;
  /** The ids under which the child’s details name them: more than one where they were typed twice. */
  readonly links: readonly string[];
};

const last = Number.POSITIVE_INFINITY;

/** The ids a child’s details name as guardians, whether their records are known here or not. */
export const guardianIds = (details: Details): string[] =>
  elements(details, 'guardian').filter((id) => details[`guardian/${id}`]);

/** Who answers for a child, whoever is called first at the top. Two records of one mother are one. */
export function guardiansOf(
  details: Details,
  guardians: readonly RecordOf<'guardian'>[],
  same: Pick<Same, 'headOf' | 'allOf'>,
): Grownup[] {
  const byId = new Map(guardians.map(({ id, body }) => [id, body]));
  const heads = Map.groupBy(guardianIds(details), same.headOf);
  const found = [...heads].map(([id, links]): Grownup => {
    const known: ChangeOf<'guardian'> = asOne(same.allOf(id).flatMap((each) => byId.get(each) ?? []));
    const said = links.flatMap((each) => details[`guardian/${each}`] ?? []);
    const calls = said.flatMap(({ call }) => call ?? []);
    return {
      id,
      name: known.name ?? '',
      phone: known.phone ?? '',
      otherPhone: known.otherPhone ?? '',
      language: known.language ?? '',
      is: said[0]?.is ?? 'other',
      responsibility: said.find(({ responsibility }) => responsibility !== undefined)?.responsibility,
      call: calls.length > 0 ? Math.min(...calls) : undefined,
      links,
    };
  });
  return found.sort((a, b) => (a.call ?? last) - (b.call ?? last) || (a.id < b.id ? -1 : 1));
}

/** Somebody else to call in an emergency: `{ name: 'Aunt Rosa', phone: '07700 900456', is: 'aunt' }`. */
export type OtherContact = NonNullable<BodyOf<'details'>[`contact/${string}`]> & { readonly id: string };
/** A need, as what the team must do. */
export type PersonNeed = NonNullable<BodyOf<'details'>[`need/${string}`]> & { readonly id: string };

/** Others to call, in the order they were added. */
export const contactsOf = (details: Details): OtherContact[] =>
  elements(details, 'contact')
    .sort()
    .flatMap((id) => {
      const said = details[`contact/${id}`];
      return said ? [{ ...said, id }] : [];
    });

/** What the team must do, in the order it was added. */
export const needsOf = (details: Details): PersonNeed[] =>
  elements(details, 'need')
    .sort()
    .flatMap((id) => {
      const said = details[`need/${id}`];
      return said ? [{ ...said, id }] : [];
    });

/** The languages somebody speaks, as codes. */
export const languagesOf = (details: Details): string[] => elements(details, 'language').sort();

/** Whether a question was answered with *rather not say*. */
export const wasNotSaid = (details: Details, question: string): boolean => details[`notSaid/${question}`] === true;

/** Somebody to call: their name, who they are, and the numbers as they are typed. */
export type ToCall = {
  readonly id: string;
  readonly name: string;
  readonly is: Relationship | string;
  readonly phones: readonly string[];
};

/** Everybody to call, first those with a number: guardians in the order of calling, then others. */
export function toCall(details: Details, grownups: readonly Grownup[]): ToCall[] {
  const all: ToCall[] = [
    ...grownups.map(({ id, name, is, phone, otherPhone }) => ({ id, name, is, phones: [phone, otherPhone] })),
    ...contactsOf(details).map(({ id, name, is, phone }) => ({ id, name, is, phones: [phone] })),
  ].map((each) => ({ ...each, phones: each.phones.filter(Boolean) }));
  const canBeRung = ({ phones }: ToCall) => phones.some((phone) => phonesIn(phone).length > 0);
  return [...all.filter(canBeRung), ...all.filter((each) => !canBeRung(each))];
}

/** Whether anybody can be rung. */
export const canCall = (calls: readonly ToCall[]): boolean =>
  calls.some(({ phones }) => phones.some((phone) => phonesIn(phone).length > 0));

/** How well somebody is known: by a badge, or registered, with a full name and somebody who can be called. */
export const isRegistered = (details: Details, calls: readonly ToCall[]): boolean =>
  Boolean(details.fullName) && canCall(calls);

/** People who share a guardian with somebody, each by the id that stands for them. @param all the details of the partner */
export function siblingsOf(
  person: string,
  all: readonly RecordOf<'details'>[],
  people: Pick<Same, 'headOf'>,
  guardians: Pick<Same, 'headOf'>,
): string[] {
  const byPerson = new Map<string, Set<string>>();
  for (const { body } of all) {
    const head = people.headOf(body.person);
    const named = byPerson.get(head) ?? new Set();
    for (const id of guardianIds(body)) named.add(guardians.headOf(id));
    byPerson.set(head, named);
  }
  const head = people.headOf(person);
  const own = byPerson.get(head) ?? new Set();
  return [...byPerson]
    .filter(([other, named]) => other !== head && [...named].some((id) => own.has(id)))
    .map(([other]) => other);
}
