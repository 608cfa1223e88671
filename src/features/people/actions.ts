import type { ShownOf } from '#db/shown.ts';
import type { AgeBand, Gender } from '#domain/codes.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { type Badge, badgeName, bandOfAge, bandOn, nameOf } from '#domain/people/person.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { create, element, type Saying } from '#domain/records/say.ts';
import { dayOf } from '#domain/time.ts';
import type { Faults } from '#forms/faults.ts';

/** What is asked when somebody is added: what they are called comes first, the rest can wait. */
export type Adding = {
  readonly called: string;
  readonly age: string;
  readonly gender: Gender | '';
  /** They have an allergy or a need: what to do is written down next. */
  readonly hasNeed?: boolean;
  /** They are put on the register and are not here. */
  readonly notYet?: boolean;
};

/** 0 to below `to`, from the system's randomness: a marker says nothing about the person. */
function chance(to: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn % to;
}

export const leaves = 24;
export const colours = 6;

/** What a try of the same badge makes anew. */
export const mintedInBadge = ['leaf', 'colour', 'ageBandOn'] as const;

/** A new badge. The marker is drawn at random; the age is kept as a band with the day it was true. */
export function badge(id: string, { called, age, gender }: Adding, scope: string, site: string): Saying {
  const { knownAs, initial } = badgeName(called);
  const years = ageIn(age);
  return create('person', id, scope, {
    knownAs,
    ...(initial && { initial }),
    leaf: chance(leaves),
    colour: chance(colours),
    status: 'active',
    ...(typeof years === 'number' && { ageBand: bandOfAge(years), ageBandOn: dayOf(Date.now()) }),
    ...(gender && { gender }),
    ...element('site', site, true),
  });
}

/** What a badge would say by now, to find who is known already. */
export function typedBadge(
  { called, age }: Adding,
  { site, day }: { readonly site: string; readonly day: string },
): Badge {
  const years = ageIn(age);
  return {
    ...badgeName(called),
    ...element('site', site, true),
    ...(typeof years === 'number' && { ageBand: bandOfAge(years), ageBandOn: day }),
  };
}

const ageIn = (typed: string): number | string => numberOrNone(typed, 120);

/** What the badge will say, once what was typed says more than the badge keeps. */
export function badgeHint(typed: string): string {
  const shown = nameOf(badgeName(typed));
  return shown === '' || shown === typed.trim()
    ? 'First name, and the first letter of the family name if they like'
    : `The badge says: ${shown}`;
}

/** What is wrong with a name as it was typed; undefined where a badge can say it. */
export function problemWithName(called: string): string | undefined {
  if (badgeName(called).knownAs === '') return 'Write what they are called.';
  return called.trim().length > 60 ? 'That is too long for a badge. A first name will do.' : undefined;
}

/** What is wrong with what was typed, by field. */
export const problemsWith = ({ called, age }: Adding): Faults<Adding> => ({
  called: problemWithName(called),
  age: age.trim() !== '' && typeof ageIn(age) === 'string' ? 'Write the age in whole years, such as 12.' : undefined,
});

/** What the form of a person may change of their badge, as it stands. */
export type BadgeFields = { readonly called: string; readonly band: AgeBand; readonly gender: Gender | '' };

export const badgeOf = ({ body }: Pick<ShownOf<'person'>, 'body'>, today: string): BadgeFields => ({
  called: nameOf(body),
  band: bandOn(today, body),
  gender: body.gender ?? '',
});

/** What was changed of a badge, and nothing else: a band that was only read keeps the day it was true on. */
export function changedBadge(opened: BadgeFields, { called, band, gender }: BadgeFields): ChangeOf<'person'> {
  const { knownAs, initial } = badgeName(called);
  return {
    ...(called !== opened.called && { knownAs, initial }),
    ...(band !== opened.band && { ageBand: band, ageBandOn: dayOf(Date.now()), yearOfBirth: null }),
    ...(gender !== opened.gender && { gender: gender || null }),
  };
}
