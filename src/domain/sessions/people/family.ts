import * as v from 'valibot';
import type { Details, Grownup, ToCall } from '#domain/people/family.ts';
import { list, object, stored, text, truth } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';
import { familiesAround, familyTypes } from './around.ts';
import { badgeSchema, toBadge } from './badge.ts';
import { readable } from './whole.ts';

/** What the team must do and who is called, of one person: asked for by itself, once a look is recorded or a form is opened. */

const familySchema = object({
  person: badgeSchema,
  details: stored<Details>(),
  isKnown: truth,
  grownups: list(stored<Grownup>()),
  calls: list(stored<ToCall>()),
});
const answer = object({ at: text, family: v.nullable(familySchema) });
/** What forms change and *Show* shows. */
export type FamilyRead = v.InferOutput<typeof familySchema>;

/** One person’s family and needs. */
export const familyOfDesk = view({
  name: 'family',
  summary: 'What the team must do and who is called, of one person of a partner that shares its names.',
  types: familyTypes,
  answer,
  fold: (rows, asked): v.InferOutput<typeof answer> => {
    const around = familiesAround(rows);
    const person = readable(around, asked);
    if (!person) return { at: asked.now, family: null };
    return { at: asked.now, family: { ...around.knownOf(person), person: toBadge(person) } };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
