import * as v from 'valibot';
import { ageBands, codesOf } from '#domain/codes.ts';
import { canCall, needsOf } from '#domain/people/family.ts';
import { likelyPairs } from '#domain/people/likely.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { inForceStates, needKinds, purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { elements, isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { byCode, list, number, object, text, truth } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';
import { toDos, toDosOf } from '#domain/sessions/permissions/coverage.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { type FamiliesAround, familiesAround, familyTypes } from './around.ts';
import { type Visit, visitsOf } from './visits.ts';

/** Everybody on the register of the partners whose names a coordinator reads; of the others, how many they are. */

/** What is not known of somebody, and should be before a trip, a box or contact sport. */
export const missingOf = [
  ['details', 'No details'],
  ['call', 'Nobody to call'],
  ['born', 'No date of birth'],
  ['consent', 'Joining in not answered'],
] as const;

const lineSchema = object({
  id: text,
  partner: text,
  name: text,
  leaf: number,
  colour: number,
  /** Empty where nobody wrote it down. */
  fullName: text,
  /** A day, a year, or empty. */
  born: text,
  band: v.picklist(codesOf(ageBands)),
  /** The parks they came to, most often first; of somebody who never came, those of their badge. */
  parks: list(text),
  /** The day they last came; empty for never. */
  last: text,
  times: number,
  consents: byCode(codesOf(purposes), v.picklist(codesOf(inForceStates))),
  needs: list(v.picklist(codesOf(needKinds))),
  missing: list(v.picklist(codesOf(missingOf))),
  /** What a coordinator does something about. */
  toDo: list(v.picklist(toDos)),
  /** Somebody else looks like the same person. */
  double: truth,
});
/** One person of the list. */
export type RegisterLine = v.InferOutput<typeof lineSchema>;

const partnerSchema = object({
  id: text,
  name: text,
  /** Whether its names, families and permissions may be read here. */
  shared: truth,
  /** On its register. */
  people: number,
  /** Of those, who came in the last four weeks. */
  cameLately: number,
});

const answer = object({ at: text, partners: list(partnerSchema), people: list(lineSchema) });
/** The register as the desk shows it. */
export type PeopleList = v.InferOutput<typeof answer>;

/** So many days ago or later is lately. */
const lately = 28;

const lastOf = (visits: readonly Visit[] | undefined): string => visits?.[0]?.day ?? '';

/** Parks by how often somebody came there. */
function parksOf({ body }: RowOf<'person'>, visits: readonly Visit[], siteOf: (session: string) => string | undefined) {
  const sites = visits.flatMap(({ session }) => siteOf(session) ?? []);
  if (sites.length === 0) return elements(body, 'site').filter((site) => body[`site/${site}`]);
  const counted = [...Map.groupBy(sites, (site) => site)].map(([site, all]) => ({ site, n: all.length }));
  return counted.sort((a, b) => b.n - a.n || (a.site < b.site ? -1 : 1)).map(({ site }) => site);
}

type LineAround = {
  readonly around: FamiliesAround;
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  readonly siteOf: (session: string) => string | undefined;
  readonly doubles: ReadonlySet<string>;
  readonly followUps: readonly RowOf<'followUp'>[];
  readonly now: string;
};

function lineOf(
  person: RowOf<'person'>,
  { around, visits, siteOf, doubles, followUps, now }: LineAround,
): RegisterLine {
  const day = dayOf(now);
  const { details, isKnown, calls } = around.knownOf(person);
  const own = visits.get(person.id) ?? [];
  const said = around.saidOf(person);
  const stands = around.inForceOf(person, now);
  const states = Object.fromEntries(Object.entries(stands).map(([purpose, { state }]) => [purpose, state]));
  const joining = stands.takePart.state;
  const { id, body } = person;
  const named = { id, name: nameOf(body), partner: partnerOf(person.scope) ?? '' };
  const onRegister = { ...named, born: details.born ?? null, came: own.length > 0, inForce: stands };
  return {
    ...named,
    ...{ leaf: body.leaf ?? 0, colour: body.colour ?? 0 },
    ...{ fullName: details.fullName ?? '', born: details.born ?? '', band: bandOn(day, body) },
    ...{ parks: parksOf(person, own, siteOf), last: lastOf(own), times: own.length },
    consents: states as RegisterLine['consents'], // one for each purpose
    needs: [...new Set(needsOf(details).map(({ kind }) => kind))],
    missing: [
      !isKnown && ('details' as const),
      isKnown && !canCall(calls) && ('call' as const),
      isKnown && !details.born && details['notSaid/born'] !== true && ('born' as const),
      (joining === 'never' || joining === 'asked' || joining === 'ranOut') && ('consent' as const),
    ].filter((each) => each !== false),
    toDo: toDosOf(onRegister, { wordings: around.wordings, saidOf: () => said, followUps }, day),
    double: doubles.has(person.id),
  };
}

/** Ids of people somebody else looks like. */
function doublesIn(
  people: readonly RowOf<'person'>[],
  { same }: FamiliesAround,
  visits: ReadonlyMap<string, readonly Visit[]>,
  day: string,
): Set<string> {
  const pairs = [...Map.groupBy(people, ({ scope }) => scope)].flatMap(([scope, own]) =>
    likelyPairs(own, day, { areTwo: same(scope).areTwo, wereTogether: togetherBy(visits) }),
  );
  return new Set(pairs.flatMap(({ one, other }) => [one.id, other.id]));
}

/** Whether two were here at one session, as one person never is. */
export const togetherBy =
  (visits: ReadonlyMap<string, readonly Visit[]>) =>
  (one: string, other: string): boolean => {
    const own = new Set((visits.get(one) ?? []).map(({ session }) => session));
    return (visits.get(other) ?? []).some(({ session }) => own.has(session));
  };

/** The register of the desk. */
export const peopleOfDesk = view({
  name: 'people',
  summary:
    'Everybody on the register of the partners whose names are shared with whoever asks; of the others, numbers.',
  types: [...familyTypes, 'mark', 'session', 'followUp'],
  answer,
  fold: ({ mark, session, followUp, ...rows }, { partners, now }): PeopleList => {
    const around = familiesAround(rows);
    const day = dayOf(now);
    const visits = visitsOf(mark, around.same);
    const sites = new Map(session.map(({ id, body }) => [id, body.site]));
    const open = around.people.filter((person) => !isClosed(person));
    const byPartner = Map.groupBy(open, ({ scope }) => partnerOf(scope));
    const shared = new Set(partners.flatMap(({ id, families }) => (families ? [id] : [])));
    const readable = open.filter(({ scope }) => shared.has(partnerOf(scope) ?? ''));
    const doubles = doublesIn(readable, around, visits, day);
    const siteOf = (id: string) => sites.get(id);
    const cameLately = ({ id }: RowOf<'person'>) => lastOf(visits.get(id)) >= addDays(day, -lately);
    return {
      at: now,
      partners: partners.map(({ id, name }) => {
        const own = byPartner.get(id) ?? [];
        return { id, name, shared: shared.has(id), people: own.length, cameLately: own.filter(cameLately).length };
      }),
      people: readable.map((person) => lineOf(person, { around, visits, siteOf, doubles, followUps: followUp, now })),
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
