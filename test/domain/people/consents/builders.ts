import type { ConsentFact, Said } from '#domain/people/consents/in-force.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';

/** Facts about permissions, as short as a test can say them. */

export const at = { now: '2026-11-26T12:00:00.000Z', day: '2026-11-26' };
const when = '2026-11-20T15:00:00.000Z';
export const hash = 'a'.repeat(64);
const zone = 'Europe/London';

type Over = { readonly by?: string; readonly received?: string };

/** One answer. `of` is who says it; ids are short names. */
export function answer(
  id: string,
  decision: BodyOf<'consent'>['decision'],
  giver: string | undefined,
  more: Partial<BodyOf<'consent'>> = {},
  { by = 'worker', received = when }: Over = {},
): ConsentFact {
  const signed = { signing: `by ${giver ?? 'nobody'}`, signingHash: `hash by ${giver ?? 'nobody'}`, wording: hash };
  const body = {
    ...{ person: 'amira', purpose: 'photoInternal', decision, day: '2026-11-20', decidedAt: when, replaces: [] },
    ...(giver === undefined ? { toldBy: 'team' } : { giver, ...signed }),
    ...more,
  } as BodyOf<'consent'>; // as short as it gets
  return { id, body, by, received };
}

/** A signing of somebody, with parental responsibility but where it says otherwise. */
export const signing = (giver: string, responsibility: 'yes' | 'no' | 'not sure' = 'yes') => ({
  id: `by ${giver}`,
  by: 'worker',
  received: when,
  hash: `hash by ${giver}`,
  body: {
    ...{ way: 'typed', giver, giverName: giver, typedName: giver, wording: hash, language: 'en', template: 1 },
    ...{ shownAt: when, decidedAt: when, zone, responsibility },
  } as BodyOf<'signing'>, // as short as it gets
});

const same = (groups: readonly (readonly string[])[]) => (id: string) =>
  groups.find((each) => each.includes(id))?.[0] ?? id;

type Heard = Partial<Omit<Said, 'signing' | 'personOf' | 'guardianOf'>> & {
  readonly signings?: readonly ReturnType<typeof signing>[];
  readonly persons?: readonly (readonly string[])[];
  readonly guardians?: readonly (readonly string[])[];
};

/** Everything that was said. Whoever is not said to have signed otherwise has parental responsibility. */
export function said(consents: readonly ConsentFact[], more: Heard = {}): Said {
  const { signings = [], persons = [], guardians = [], ...rest } = more;
  return {
    ...{ gillicks: [], errors: [], settled: [], asked: [], limitsRead: [] },
    terms: () => ({ months: 12, gillick: new Set<Purpose>(['photoInternal', 'contact']) }),
    ...rest,
    consents,
    personOf: same(persons),
    guardianOf: same(guardians),
    signing: (id) =>
      signings.find((each) => each.id === id) ?? (id.startsWith('by ') ? signing(id.slice(3)) : undefined),
  };
}

const fact = <B>(id: string, body: B, by = 'coordinator') => ({ id, by, received: when, body });
const photo = { person: 'amira', purpose: 'photoInternal' } as const;

export const settle = (
  id: string,
  weighs: readonly string[],
  outcome: 'given' | 'refused',
  replaces: readonly string[] = [],
) => fact(id, { ...photo, weighs, outcome, replaces, at: when });
export const mistake = (consent: string, by: string, asCoordinator?: true) =>
  fact(`error ${consent}`, { person: 'amira', consent, at: when, ...(asCoordinator && { asCoordinator }) }, by);
export const note = (id: string, able: boolean, purpose: Purpose = 'photoInternal') =>
  fact(id, {
    person: 'amira',
    purpose,
    what: able,
    why: able,
    wrong: able,
    no: able,
    able,
    worker: 'w',
    second: 's',
    at: when,
  });
export const askedOf = (purpose: Purpose = 'photoInternal') =>
  fact('asked', { person: 'amira', purpose, how: 'inPerson' as const, day: '2026-11-20', at: when });
export const read = (consent: string, allows: boolean) =>
  fact(`read ${consent}`, { person: 'amira', consent, allows, at: when, replaces: [] });
