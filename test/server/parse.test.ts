import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestSchema } from '#domain/records/wire.ts';
import { parse } from '#server/parse.ts';
import { Problem } from '#server/problem.ts';

const said = (schema: v.GenericSchema, input: unknown): string => {
  try {
    parse(schema, input);
  } catch (failure) {
    if (failure instanceof Problem) return failure.detail;
    throw failure;
  }
  return 'nothing';
};

const round = {
  protocol: 1,
  epoch: '',
  entries: [],
  scopes: {},
  phone: { version: '', unsent: 0, oldestUnsentAt: null },
};

test('a wrong field is named with what it should be, and nothing that was sent is repeated', () => {
  const wrong: [unknown, string][] = [
    [{ ...round, phone: { ...round.phone, unsent: 1e300 } }, 'phone.unsent: Invalid safe integer'],
    [{ ...round, phone: { ...round.phone, oldestUnsentAt: 'Kayla' } }, 'phone.oldestUnsentAt: not an instant'],
    [{ ...round, scopes: { Kayla: 'x' } }, 'scopes: expected number'],
    [{ ...round, scopes: { [`Kayla${'x'.repeat(200)}`]: 1 } }, 'scopes: expected <=120'],
    [{ ...round, Kayla: 1 }, 'body: a field that is not known'],
    [{ ...round, phone: { ...round.phone, Kayla: 1 } }, 'phone: a field that is not known'],
    [{ ...round, protocol: 7 }, 'protocol: expected 1'],
    ['Kayla', 'body: expected Object'],
  ];
  for (const [input, words] of wrong) expect(said(requestSchema, input)).toBe(words);
});

test('our own words for a check are said as they are, the library’s without what it received', () => {
  const fails = () => false;
  expect(said(v.object({ day: v.pipe(v.string(), v.check(fails, 'not a day')) }), { day: 'Kayla' })).toBe(
    'day: not a day',
  );
  expect(said(v.object({ day: v.pipe(v.string(), v.check(fails)) }), { day: 'Kayla' })).toBe('day: Invalid input');
  expect(said(v.array(v.object({ n: v.optional(v.number()) })), [{}, { n: 'Kayla' }])).toBe('1.n: expected number');
});
