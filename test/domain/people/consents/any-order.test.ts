import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConsentFact, inForceOf, type Said, toReplace } from '#domain/people/consents/in-force.ts';
import { answer, at, said } from './builders.ts';

/**
 * Whoever decides, on whichever phone, with whatever clock: what is in force is the same everywhere, and it is what people said,
 * each giver’s last word by what they could know. Three bugs that others have shipped are planted, and each is caught.
 */

const givers = ['mum', 'dad', 'gran'] as const;
type Giver = (typeof givers)[number];
type Act =
  | {
      readonly does: 'decides';
      readonly phone: number;
      readonly giver: Giver;
      readonly yes: boolean;
      readonly clock: number;
    }
  | { readonly does: 'syncs'; readonly phone: number };

const phone = fc.integer({ min: 0, max: 2 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('decides' as const),
      phone,
      giver: fc.constantFrom(...givers),
      yes: fc.boolean(),
      clock: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ does: fc.constant('syncs' as const), phone }),
  ),
  { maxLength: 14 },
);

const photo = { person: 'amira', purpose: 'photoInternal' } as const;
type Reads = {
  readonly replaces: (known: Said, giver: Giver) => readonly string[];
  readonly permits: (arrived: readonly ConsentFact[]) => boolean;
};
const shipped: Reads = {
  replaces: (known, giver) => toReplace(known, { ...photo, giver }),
  permits: (arrived) => inForceOf(said(arrived), photo, at).state === 'given',
};

type Decided = { readonly fact: ConsentFact; readonly knew: ReadonlySet<string> };

/** Plays it with phones that each know what they have read, and a server. */
function play(history: readonly Act[], reads: Reads): Decided[] {
  const server = new Map<string, Decided>();
  const phones = [0, 1, 2].map(() => new Map<string, Decided>());
  const all: Decided[] = [];
  for (const [n, act] of history.entries()) {
    const known = phones[act.phone];
    if (!known) continue;
    if (act.does === 'syncs') {
      for (const [id, each] of known) server.set(id, each);
      for (const [id, each] of server) known.set(id, each);
      continue;
    }
    const facts = [...known.values()].map(({ fact }) => fact);
    const replaces = reads.replaces(said(facts), act.giver);
    const decidedAt = `2026-11-20T1${act.clock}:00:00.000Z`;
    const fact = answer(`d${n}`, act.yes ? 'given' : 'refused', act.giver, { replaces: [...replaces], decidedAt });
    const decided = { fact, knew: new Set(known.keys()) };
    known.set(fact.id, decided);
    all.push(decided);
  }
  return all;
}

/** What people said: a giver’s word stands unless they spoke again where it was known. Everybody who spoke must say yes. */
function isMeant(all: readonly Decided[]): boolean {
  const last = all.filter(
    ({ fact }) => !all.some((later) => later.fact.body.giver === fact.body.giver && later.knew.has(fact.id)),
  );
  return last.length > 0 && last.every(({ fact }) => fact.body.decision === 'given');
}

const holds = (reads: Reads) =>
  fc.property(acts, fc.infiniteStream(fc.nat()), (history, numbers) => {
    const all = play(history, reads);
    const facts = all.map(({ fact }) => fact);
    const shuffled = facts
      .map((fact) => [numbers.next().value ?? 0, fact] as const)
      .sort(([a], [b]) => a - b)
      .map(([, fact]) => fact);
    expect(reads.permits(facts)).toBe(isMeant(all));
    expect(reads.permits(shuffled)).toBe(isMeant(all));
  });

test('what is in force is what everybody last said, on every phone and in every order', () => {
  fc.assert(holds(shipped), { numRuns: 2000 });
});

describe('planted bugs are caught', () => {
  const lastBy = (pick: (a: ConsentFact, b: ConsentFact) => ConsentFact) => (arrived: readonly ConsentFact[]) =>
    arrived.length > 0 && arrived.reduce(pick).body.decision === 'given';
  const planted: Record<string, Reads> = {
    'replaces what every giver said': {
      ...shipped,
      replaces: (known) => known.consents.map(({ id }) => id),
      permits: (arrived) => {
        const named = new Set(arrived.flatMap(({ body }) => body.replaces));
        const left = arrived.filter(({ id }) => !named.has(id));
        return left.length > 0 && left.every(({ body }) => body.decision === 'given');
      },
    },
    'the latest clock wins': { ...shipped, permits: lastBy((a, b) => (a.body.decidedAt > b.body.decidedAt ? a : b)) },
    'the last to arrive wins': { ...shipped, permits: lastBy((_, b) => b) },
  };
  test.each(Object.entries(planted))('%s', (_, reads) => {
    expect(fc.check(holds(reads), { numRuns: 2000 }).failed).toBe(true);
  });
});
