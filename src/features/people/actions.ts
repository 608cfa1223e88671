import { newId, say } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import type { Gender } from '#domain/codes.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { badgeName, bandOfAge, nameOf } from '#domain/people/person.ts';
import type { BodyOf, ChangeOf } from '#domain/records/body.ts';
import { create, element, patch, type Saying } from '#domain/records/say.ts';
import { dayOf } from '#domain/time.ts';

/** What is asked when somebody is added: what they are called comes first, the rest can wait. */
export type Adding = { readonly called: string; readonly age: string; readonly gender: Gender | '' };

/** 0 to below `to`, from the system's randomness: a marker says nothing about the person. */
function chance(to: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn % to;
}

export const leaves = 24;
export const colours = 6;

/** A new badge. The marker is drawn at random; the age is kept as a band with the day it was true. */
export function badge(adding: Adding, scope: string, site: string | undefined): { id: string; saying: Saying } {
  const id = newId();
  const { knownAs, initial } = badgeName(adding.called);
  const age = ageIn(adding.age);
  const body: BodyOf<'person'> = {
    knownAs,
    ...(initial && { initial }),
    leaf: chance(leaves),
    colour: chance(colours),
    status: 'active',
    ...(typeof age === 'number' && { ageBand: bandOfAge(age), ageBandOn: dayOf(Date.now()) }),
    ...(adding.gender && { gender: adding.gender }),
    ...(site !== undefined && element('site', site, true)),
  };
  return { id, saying: create('person', id, scope, body) };
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

/** What is wrong with what was typed, by field; empty where it can be saved. */
export function problemsWith({ called, age }: Adding): { called?: string; age?: string } {
  const problem = problemWithName(called);
  return {
    ...(problem && { called: problem }),
    ...(age.trim() !== '' && typeof ageIn(age) === 'string' && { age: 'Write the age in whole years, such as 12.' }),
  };
}

export const editPerson = (person: ShownOf<'person'>, body: ChangeOf<'person'>) =>
  say([patch('person', person.id, person.scope, body)]);
