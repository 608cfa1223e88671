import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { voiceShapes } from '#domain/records/shapes/voice.ts';
import { assessedAt, assessedIn, indicatorKinds, respondents } from '#domain/voice-codes.ts';
import { folded, indicator, said, same } from './rows.ts';

/** Whatever the shapes let pass is folded without a throw, to the same result in any order, and the numbers stand to each other as they must. */

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const id = fc.constantFrom(...ids);

const indicators = fc
  .uniqueArray(
    fc.record(
      {
        id: fc.constantFrom('help', 'safe', 'calm'),
        kind: fc.constantFrom(...codesOf(indicatorKinds)),
        target: fc.integer({ min: 0, max: 100 }),
        cohort: fc.integer({ min: 1, max: 9 }),
        order: fc.integer({ min: 0, max: 2 }),
        status: fc.constantFrom('active', 'closed'),
      },
      { requiredKeys: ['id', 'kind', 'target'] },
    ),
    { selector: (each) => each.id },
  )
  .map((all) => all.map(({ id: own, ...body }) => indicator(own, body)));

const fact = fc.nat({ max: 30 });
const assessments = fc
  .uniqueArray(
    fc.record({
      id: fact,
      person: id,
      indicator: fc.constantFrom('help', 'safe', 'calm', 'of nobody'),
      when: fc.constantFrom(...codesOf(assessedAt)),
      in: fc.constantFrom(...codesOf(assessedIn)),
      respondent: fc.constantFrom(...codesOf(respondents).slice(0, 2)),
      answer: fc.integer({ min: 1, max: 5 }),
      day: fc.constantFrom('2025-06-01', '2026-02-01', '2026-10-01'),
      replaces: fc.array(fact, { maxLength: 2 }),
    }),
    { selector: (each) => each.id, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ id: own, person, answer, replaces, ...more }) =>
      said(person, answer, { ...more, id: `f${own}`, replaces: replaces.map((each) => `f${each}`) }),
    ),
  );

const aliases = fc
  .uniqueArray(
    fc.tuple(id, id).filter(([one, other]) => one < other),
    { maxLength: 4, selector: (pair) => pair.join() },
  )
  .map((pairs) => pairs.map(([one, other]) => same(one, other)));

const rows = fc.record({ indicators, said: assessments, alias: aliases });
const asked = fc.record(
  {
    from: fc.constantFrom('2025-01-01', '2026-01-01'),
    respondent: fc.constantFrom(...codesOf(respondents).slice(0, 2)),
    in: fc.constantFrom(...codesOf(assessedIn)),
    everybody: fc.boolean(),
  },
  { requiredKeys: [] },
);

const seed = { seed: 20_261_126, numRuns: 400 };

it('any order of the same facts gives the same result', () => {
  const shuffled = fc.tuple(rows, asked).chain(([all, how]) =>
    fc.record({
      ...{ all: fc.constant(all), how: fc.constant(how) },
      said: fc.shuffledSubarray(all.said, { minLength: all.said.length }),
      indicators: fc.shuffledSubarray(all.indicators, { minLength: all.indicators.length }),
      alias: fc.shuffledSubarray(all.alias, { minLength: all.alias.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, how, ...mixed }) => {
      expect(folded(mixed, how)).toEqual(folded(all, how));
    }),
    seed,
  );
});

it('the numbers stand to each other as they must, and a share of fewer than five is never told', () => {
  fc.assert(
    fc.property(rows, asked, (all, how) => {
      const { results, total } = folded(all, how);
      for (const { assessed, of, oneToOne, group, start, end, share, standing, isAgreed } of [...results]) {
        expect(oneToOne + group).toBe(assessed);
        expect(assessed).toBeLessThanOrEqual(end);
        if (!isAgreed) expect(Math.max(start, end)).toBeLessThanOrEqual(of);
        expect(typeof share === 'number').toBe(assessed >= 5);
        expect(standing === 'met' || standing === 'notMet').toBe(assessed >= 5);
      }
      expect(total.assessed).toBeGreaterThanOrEqual(Math.max(0, ...results.map(({ assessed }) => assessed)));
      expect(total.met).toBeLessThanOrEqual(total.judged);
      expect(total.assessed).toBeLessThanOrEqual(ids.length);
    }),
    seed,
  );
});

it('these facts are some that the shapes let pass', () => {
  const { answer, replaces, when, in: how, respondent } = voiceShapes.assessment.fields;
  const shape = v.object({ answer, replaces, when, in: how, respondent });
  fc.assert(
    fc.property(assessments, (all) => {
      // Ids of a test are short; all else is what a record may hold.
      for (const { body } of all) expect(v.is(shape, { ...body, replaces: [] })).toBe(true);
    }),
    { ...seed, numRuns: 50 },
  );
});
