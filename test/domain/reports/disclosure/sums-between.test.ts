import { expect, test } from 'vitest';
import { figureName, type PublishedFigure, sumsBetween } from '#domain/reports/disclosure/sums-between.ts';

/** What adds up between figures of several files. */

const figure = (
  key: string,
  from: string,
  to: string,
  group: PublishedFigure['group'] = {},
  measure: PublishedFigure['measure'] = 'attendances',
): PublishedFigure => ({ key, measure, from, to, group });
const [sep, oct, both] = [
  ['2026-09-01', '2026-09-30'],
  ['2026-10-01', '2026-10-31'],
  ['2026-09-01', '2026-10-31'],
] as const;

test('two months come to both together', () => {
  const { sums } = sumsBetween([figure('sep', ...sep), figure('oct', ...oct), figure('both', ...both)]);
  expect(sums).toEqual([{ total: 'both', parts: ['sep', 'oct'] }]);
});

test('of a month and both, the days between are a group of their own', () => {
  const { sums } = sumsBetween([figure('sep', ...sep), figure('both', ...both)]);
  expect(sums).toEqual([{ total: 'both', parts: ['sep', expect.stringContaining('implied')] }]);
});

test('girls and all leave everybody else, as one group', () => {
  const girls = figure('girls', ...sep, { gender: 'F' });
  const { sums } = sumsBetween([girls, figure('all', ...sep)], { gender: ['F', 'M', 'NK'] });
  expect(sums).toContainEqual({ total: 'all', parts: ['girls', expect.stringContaining('["M","NK"]')] });
});

test('different people add up over ages, not over months or parks: there one is at most the other', () => {
  const people = (key: string, days: readonly [string, string], group: PublishedFigure['group'] = {}) =>
    figure(key, ...days, group, 'people');
  const { sums, within, covered } = sumsBetween(
    [
      people('young', both, { age: 'U13' }),
      people('old', both, { age: '13+' }),
      people('all', both),
      people('sep', sep),
      people('oct', oct),
      figure('attendances', ...both),
    ],
    { age: ['U13', '13+'] },
  );
  expect(sums.map(({ total, parts }) => [total, ...[...parts].sort()])).toEqual([['all', 'old', 'young']]);
  expect(covered).toEqual([{ total: 'all', parts: ['sep', 'oct'] }]);
  expect(within).toEqual(
    expect.arrayContaining([
      { small: 'sep', large: 'all' },
      { small: 'oct', large: 'all' },
      { small: 'all', large: 'attendances' },
    ]),
  );
});

test('a figure is the same whatever its key, and in whichever order its codes stand', () => {
  const one = figure('one', ...sep, { age: ['a', 'b'], gender: 'F', park: 'all' });
  const other = figure('other', ...sep, { gender: ['F'], age: ['b', 'a'] });
  expect(figureName(one)).toBe(figureName(other));
  expect(sumsBetween([one, other]).sums).toContainEqual({ total: 'one', parts: ['other'] });
});
