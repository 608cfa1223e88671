import { newId, say } from '#db/person.ts';
import { create, patch, type Saying } from '#db/save.ts';
import type { Shown } from '#db/shown.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { badgeName, bandOfAge } from '#domain/people/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { dayOf } from '#domain/time.ts';

/** What is asked when somebody is added: what they are called comes first, the rest can wait. */
export type Adding = { readonly called: string; readonly age: string; readonly gender: string };

/** 0 to below `to`, from the system's randomness: a marker says nothing about the person. */
function chance(to: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn % to;
}

export const leaves = 24;
export const colours = 6;

/** A new badge. The marker is drawn at random; the age is kept as a band with the day it was true. */
export function badge(adding: Adding, scope: string, site: unknown): { id: string; saying: Saying } {
  const id = newId();
  const { knownAs, initial } = badgeName(adding.called);
  const age = ageIn(adding.age);
  const body: Body = {
    knownAs,
    ...(initial && { initial }),
    leaf: chance(leaves),
    colour: chance(colours),
    status: 'active',
    ...(typeof age === 'number' && { ageBand: bandOfAge(age), ageBandOn: dayOf(Date.now()) }),
    ...(adding.gender && { gender: adding.gender }),
    ...(typeof site === 'string' && { [`site/${site}`]: true }),
  };
  return { id, saying: create('person', id, scope, body) };
}

const ageIn = (typed: string): number | string => numberOrNone(typed, 120);

/** What is wrong with what was typed, by field; empty where it can be saved. */
export function problemsWith({ called, age }: Adding): { called?: string; age?: string } {
  return {
    ...(badgeName(called).knownAs === '' && { called: 'Write what they are called.' }),
    ...(called.trim().length > 60 && { called: 'That is too long for a badge. A first name will do.' }),
    ...(age.trim() !== '' && typeof ageIn(age) === 'string' && { age: 'Write the age in whole years, such as 12.' }),
  };
}

export const editPerson = (person: Shown, body: Body) => say([patch('person', person.id, person.scope, body)]);
