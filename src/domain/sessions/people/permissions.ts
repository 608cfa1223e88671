import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { asksOf } from '#domain/people/consents/asking.ts';
import { allInForce, type InForce, type Said } from '#domain/people/consents/in-force.ts';
import { type SaidRows, saidIn, type TermsOfDocument, termsOf } from '#domain/people/consents/said.ts';
import { withHeldBack } from '#domain/people/consents/standing.ts';
import type { Grownup } from '#domain/people/family.ts';
import { newestSource } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, object, stored, text } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { familiesAround, familyTypes } from './around.ts';
import { badgeSchema, toBadge } from './badge.ts';
import { readable } from './whole.ts';

/** Everything that was said of one person’s permissions, for who decides about it at the desk. Signatures stay where they are. */

const knownSchema = object({
  person: badgeSchema,
  grownups: list(stored<Grownup>()),
  said: stored<SaidRows>(),
  terms: list(object({ sha256: text, document: stored<TermsOfDocument>() })),
  /** What the server wrote on their badge; null where nobody was ever asked. */
  standing: v.nullable(stored<RowOf<'standing'>['body']>()),
  /** What the wordings ask by now. */
  inUse: list(v.picklist(codesOf(purposes))),
});
const answer = object({ at: text, known: v.nullable(knownSchema) });
export type PermissionsKnown = v.InferOutput<typeof knownSchema>;

/** What was said, one person. */
export const permissionsOfDesk = view({
  name: 'permissions',
  summary:
    'Everything that was said of one person’s permissions, without signatures; of a partner that shares its names.',
  types: familyTypes,
  answer,
  fold: (rows, asked): v.InferOutput<typeof answer> => {
    const around = familiesAround(rows);
    const person = readable(around, asked);
    if (!person) return { at: asked.now, known: null };
    const badges = new Set(around.same(person.scope).allOf(person.id));
    const theirs = <Row extends PersonFact>(all: readonly Row[]): Row[] =>
      all.filter(({ scope, body }) => badges.has(body.person) && partnerOf(scope) === partnerOf(person.scope));
    const consent = theirs(rows.consent);
    const signings = new Set(consent.map(({ body }) => body.signing));
    const wordings = new Set(consent.map(({ body }) => body.wording));
    return {
      at: asked.now,
      known: {
        person: toBadge(person),
        grownups: around.knownOf(person).grownups,
        said: {
          ...{ consent, gillick: theirs(rows.gillick), enteredInError: theirs(rows.enteredInError) },
          ...{ settled: theirs(rows.settled), asked: theirs(rows.asked), limitsRead: theirs(rows.limitsRead) },
          signing: rows.signing.filter(({ id }) => signings.has(id)).map(withoutStrokes),
          alias: rows.alias.filter(({ scope }) => scope === person.scope),
        },
        standing: around.standingOf(person) ?? null,
        terms: around.wordings
          .filter(({ sha256 }) => wordings.has(sha256))
          .map(({ sha256, document: { months, purposes: all } }) => ({
            sha256,
            document: { months, purposes: all.map(({ purpose, gillick }) => ({ purpose, gillick })) },
          })),
        inUse: newestSource(around.wordings)?.document.purposes.map(({ purpose }) => purpose) ?? [],
      },
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});

type PersonFact = { readonly scope: string; readonly body: { readonly person: string } };

function withoutStrokes(row: RowOf<'signing'>): RowOf<'signing'> {
  const { strokes: _, ...body } = row.body;
  return { ...row, body };
}

/** What stands by now, and what it was folded from. */
export type StandingNow = {
  readonly said: Said;
  readonly all: Readonly<Record<Purpose, InForce>>;
  /** What is asked of people by now, and what somebody answered once. */
  readonly asked: readonly Purpose[];
};

/** @param now an instant, by the clock of whoever looks */
export function standingNow(
  { person, said: rows, terms, standing, inUse }: PermissionsKnown,
  now: string,
): StandingNow {
  const documents = terms.map(({ sha256, document }) => [sha256, document] as const);
  const said = saidIn(rows, person.scope, termsOf(documents));
  const folded = allInForce(said, person.id, codesOf(purposes), { now, day: dayOf(now) });
  const all = withHeldBack(folded, (purpose) => standing?.[`may/${purpose}`]);
  return { said, all, asked: asksOf(inUse, all) };
}
