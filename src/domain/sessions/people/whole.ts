import * as v from 'valibot';
import { codesOf, levels, markStates } from '#domain/codes.ts';
import type { GiverAnswer } from '#domain/people/consents/in-force.ts';
import { canCall, needsOf } from '#domain/people/family.ts';
import { inForceStates, needKinds, purposes, relationships } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { standingOf } from '#domain/records/taken-back.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { type ViewAround, view } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { type FamiliesAround, familiesAround, familyTypes, type KnownFamily } from './around.ts';
import { badgeSchema, toBadge } from './badge.ts';
import { type Visit, visitsOf } from './visits.ts';

/** One person as their page at the desk shows them. What the team must do, and who is called, is asked for apart: a look is recorded. */

const giverStates = ['given', 'pending', 'limits', 'refused', 'withdrawn', 'ranOut', 'twoAnswers'] as const;

const consentSchema = object({
  purpose: v.picklist(codesOf(purposes)),
  state: v.picklist(codesOf(inForceStates)),
  /** The last day it is given; empty where it is not. */
  until: text,
  own: truth,
  /** Somebody was asked on this day; empty where nobody was, or somebody answered. */
  askedOn: text,
  givers: list(
    object({
      /** Who they are to the child; `self`, or empty where nobody knows. */
      is: v.picklist([...codesOf(relationships), 'self', '']),
      name: text,
      state: v.picklist(giverStates),
      day: text,
    }),
  ),
});

const visitSchema = object({
  session: text,
  day: text,
  site: text,
  state: v.picklist(markStates),
  level: v.picklist(codesOf(levels)),
  arrivedAt: text,
  /** When they left, as it was marked; empty where nobody did. */
  leftAt: text,
});

const changeSchema = object({
  id: text,
  at: text,
  by: text,
  what: v.picklist(['added', 'details', 'same', 'different', 'open', 'notJoining', 'joinsAgain', 'looked']),
  /** The last day of a break; empty for all else. */
  until: text,
});

const wholeSchema = object({
  person: badgeSchema,
  fullName: text,
  born: text,
  school: text,
  isKnown: truth,
  canCall: truth,
  /** What kinds of need there are, one for each. What to do stands elsewhere. */
  needs: list(v.picklist(codesOf(needKinds))),
  consents: list(consentSchema),
  visits: list(visitSchema),
  boxes: list(object({ id: text, set: text, n: number, day: text, session: text })),
  /** The other badges that are theirs. */
  joined: list(badgeSchema),
  history: list(changeSchema),
});
const answer = object({ at: text, whole: v.nullable(wholeSchema) });
/** A person’s page; null where they are not known, or their partner does not share names. */
export type WholePerson = v.InferOutput<typeof wholeSchema>;

type ConsentLine = v.InferOutput<typeof consentSchema>;
type Change = v.InferOutput<typeof changeSchema>;

/** The person an id stands for, where whoever looks may know them. */
export function readable({ people, same }: FamiliesAround, { partners, of = '' }: ViewAround): RowOf<'person'> | null {
  const shared = new Set(partners.flatMap(({ id, families }) => (families ? [id] : [])));
  const person = people.find(({ id, scope }) => same(scope).headOf(of) === id && same(scope).allOf(id).includes(of));
  return person && shared.has(partnerOf(person.scope) ?? '') ? person : null;
}

function giverLine({ grownups }: KnownFamily, { giver, state, decisions }: GiverAnswer): ConsentLine['givers'][number] {
  const known = grownups.find(({ id }) => id === giver);
  const days = decisions.map(({ body }) => body.day).sort();
  const is = giver === 'self' ? 'self' : (known?.is ?? '');
  return { is, name: known?.name ?? '', state, day: days.at(-1) ?? '' };
}

function consentsOf(around: FamiliesAround, known: KnownFamily, now: string): ConsentLine[] {
  const { person } = known;
  const said = around.saidOf(person);
  const stands = around.inForceOf(person, now);
  return codesOf(purposes).map((purpose) => {
    const { state, until, own, givers } = stands[purpose];
    const asked = said.asked.filter(({ body }) => body.purpose === purpose).map(({ body }) => body.day);
    return {
      ...{ purpose, state, own, until: until ?? '' },
      askedOn: state === 'asked' ? (asked.sort().at(-1) ?? '') : '',
      givers: givers.map((each) => giverLine(known, each)),
    };
  });
}

const visitLine =
  (siteOf: (session: string) => string) =>
  ({ session, day, presence: { state, level, arrivedAt, at } }: Visit): v.InferOutput<typeof visitSchema> => ({
    ...{ session, day, site: siteOf(session), state, level, arrivedAt, leftAt: state === 'left' ? at : '' },
  });

type Told = {
  readonly details: readonly RowOf<'details'>[];
  readonly eligibility: readonly RowOf<'eligibility'>[];
  readonly look: readonly RowOf<'look'>[];
  readonly alias: readonly RowOf<'alias'>[];
};

/** What was done with their records, the last first. */
function historyOf(person: RowOf<'person'>, ids: ReadonlySet<string>, told: Told): Change[] {
  const change = (what: Change['what'], { id, by }: { id: string; by: string }, at: string, until = ''): Change => ({
    ...{ id, at, by, what, until },
  });
  const lines = [
    change('added', person, person.at),
    ...told.details.filter(({ body }) => ids.has(body.person)).map((row) => change('details', row, row.at)),
    ...told.alias
      .filter(({ body }) => body.of === 'person' && (ids.has(body.one) || ids.has(body.other)))
      .map((row) => change(row.body.is, row, row.body.at)),
    ...told.eligibility
      .filter(({ body }) => ids.has(body.person))
      .map((row) =>
        row.body.until <= dayOf(row.body.at)
          ? change('joinsAgain', row, row.body.at)
          : change('notJoining', row, row.body.at, row.body.until),
      ),
    ...told.look.filter(({ body }) => ids.has(body.person)).map((row) => change('looked', row, row.body.at)),
  ];
  return lines.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Boxes and sets somebody was given, that nobody took back; the last first. */
const boxesOf = (movements: readonly RowOf<'movement'>[], ids: ReadonlySet<string>) =>
  standingOf(
    movements.map(({ id, body }) => ({ id, body, undoes: body.undoes })),
    () => true,
  )
    .filter(({ body }) => listIn(body.for).some((each) => ids.has(each)))
    .map(({ id, body: { set, n, day, session } }) => ({ id, set, n, day, session: session ?? '' }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));

/** The page of one person. */
export const personOfDesk = view({
  name: 'person',
  summary:
    'One person by any of their badges: permissions, sessions, boxes and history; of a partner that shares its names.',
  types: [...familyTypes, 'mark', 'session', 'movement', 'eligibility', 'look'],
  answer,
  fold: ({ mark, session, movement, eligibility, look, ...rows }, asked): v.InferOutput<typeof answer> => {
    const around = familiesAround(rows);
    const person = readable(around, asked);
    if (!person) return { at: asked.now, whole: null };
    const known = around.knownOf(person);
    const ids = around.same(person.scope).allOf(person.id);
    const theirs = new Set(ids);
    const here = mark.filter(({ body }) => theirs.has(body.person));
    const sites = new Map(session.map(({ id, body }) => [id, body.site]));
    const visits = visitsOf(here, around.same).get(person.id) ?? [];
    const told = { eligibility, look, alias: rows.alias, details: rows.details };
    return {
      at: asked.now,
      whole: {
        person: toBadge(person),
        fullName: known.details.fullName ?? '',
        born: known.details.born ?? '',
        school: known.details.school ?? '',
        isKnown: known.isKnown,
        canCall: canCall(known.calls),
        needs: needsOf(known.details).map(({ kind }) => kind),
        consents: consentsOf(around, known, asked.now),
        visits: visits.map(visitLine((id) => sites.get(id) ?? '')),
        boxes: boxesOf(movement, theirs),
        joined: rows.person.filter(({ id }) => theirs.has(id) && id !== person.id).map(toBadge),
        history: historyOf(person, theirs, told),
      },
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
