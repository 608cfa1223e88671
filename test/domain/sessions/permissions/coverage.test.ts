import { expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { allInForce, type ConsentFact, type Said } from '#domain/people/consents/in-force.ts';
import { purposes } from '#domain/people-codes.ts';
import { toDosOf } from '#domain/sessions/permissions/coverage.ts';

/** At the 13th and the 16th birthday somebody is asked themselves, whatever they or their parents said before. */

const own = (day: string): ConsentFact =>
  ({
    ...{ id: `own ${day}`, type: 'consent', scope: 'partner/a/private', by: 'worker-one' },
    body: {
      ...{ person: 'amira-one', purpose: 'contact', giver: 'amira-one', decision: 'refused', replaces: [] },
      ...{ day, decidedAt: `${day}T12:00:00.000Z`, own: { sixteen: true, bornOn: '2010-03-27' } },
    },
  }) as never;

function isAsked(born: string | null, consents: readonly ConsentFact[], day: string): boolean {
  const said: Said = {
    ...{ consents, gillicks: [], errors: [], settled: [], limitsRead: [], asked: [] },
    ...{ signing: () => undefined, terms: () => undefined, personOf: (id) => id, guardianOf: (id) => id },
  };
  const person = {
    ...{ id: 'amira-one', name: 'Amira', partner: 'Refocus', born, came: true },
    inForce: allInForce(said, 'amira-one', codesOf(purposes), { day, now: `${day}T12:00:00.000Z` }),
  };
  return toDosOf(person, { wordings: [], saidOf: () => said, followUps: [] }, day).includes('turned');
}

test.each([
  ['the day before they are 16', '2010-03-27', [], '2026-03-26', false],
  ['on their birthday', '2010-03-27', [], '2026-03-27', true],
  ['eleven months later', '2010-03-27', [], '2027-02-27', true],
  ['more than a year later', '2010-03-27', [], '2027-04-01', false],
  ['they answered at 14', '2010-03-27', ['2024-05-01'], '2026-03-27', true],
  ['they answered since', '2010-03-27', ['2024-05-01', '2026-03-27'], '2026-04-01', false],
  ['on their 13th', '2010-03-27', [], '2023-03-27', true],
  ['born on a leap day, the last of February', '2012-02-29', [], '2025-02-28', false],
  ['born on a leap day, the day after', '2012-02-29', [], '2025-03-01', true],
  ['a year alone', '2010', [], '2026-03-27', false],
  ['not known', null, [], '2026-03-27', false],
] as const)('%s', (_, born, answered, day, wanted) => {
  expect(isAsked(born, answered.map(own), day)).toBe(wanted);
});
