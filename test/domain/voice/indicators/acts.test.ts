import { expect, test } from 'vitest';
import { partnerScope } from '#domain/records/scopes.ts';
import { type Assessing, assess, move, toPut } from '#domain/voice/indicators/acts.ts';
import { inOrder, putTo } from '#domain/voice/indicators/indicator.ts';
import { indicator, partner, said } from './rows.ts';

const asking: Assessing = {
  ...{ person: { id: 'kayla', scope: partnerScope(partner) }, when: 'end', in: 'oneToOne', respondent: 'youngPerson' },
  day: '2026-10-01',
};
const nowMs = Date.parse('2026-10-01T16:00:00.000Z');
const statements = inOrder([indicator('help'), indicator('safe')]);
const ids = () => {
  let n = 0;
  return () => `new-${n++}`;
};

test('an answer is a fact among the families of the partner, and what was skipped is none', () => {
  const put = toPut(statements, [], asking);
  const [only, ...others] = assess(asking, put, { safe: 4 }, ids(), nowMs);
  expect(others).toEqual([]);
  expect(only).toEqual({
    ...{ op: 'fact', type: 'assessment', id: 'new-0', scope: `partner/${partner}/private` },
    body: {
      ...{ person: 'kayla', indicator: 'safe', answer: 4, when: 'end', in: 'oneToOne', respondent: 'youngPerson' },
      ...{ day: '2026-10-01', at: '2026-10-01T16:00:00.000Z', replaces: [] },
    },
  });
});

test('asked again, it takes the place of what this respondent said at this time, and of nothing else', () => {
  const before = [
    said('kayla', 2, { id: 'old' }),
    said('kayla', 3, { id: 'older-badge' }),
    said('kayla', 1, { id: 'start', when: 'start' }),
    said('kayla', 1, { id: 'parent', respondent: 'parent' }),
    said('kayla', 1, { id: 'other', indicator: 'safe' }),
    said('kayla', 1, { id: 'gone' }),
    said('kayla', 2, { id: 'instead', replaces: ['gone'] }),
  ];
  const [help] = toPut(statements, before, asking);
  expect(help?.replaces).toEqual(['old', 'older-badge', 'instead']);
  const [fact] = assess(asking, toPut(statements, before, asking), { help: 5 }, ids(), nowMs);
  expect(fact?.body).toMatchObject({ replaces: ['old', 'older-badge', 'instead'] });
});

test('put are the open ones, to whoever they are for; young people where nobody said', () => {
  const all = inOrder([
    indicator('help'),
    indicator('safe', { 'respondent/parent': true, 'respondent/youngPerson': false }),
    indicator('calm', { status: 'closed' }),
  ]);
  expect(putTo(all, 'youngPerson').map(({ id }) => id)).toEqual(['help']);
  expect(putTo(all, 'parent').map(({ id }) => id)).toEqual(['safe']);
});

test('moving one says the places that change, and nothing at either end', () => {
  const placed = inOrder([indicator('a', { order: 0 }), indicator('b', { order: 1 }), indicator('c')]);
  const said = (id: string, by: -1 | 1) => move(placed, id, by).map((each) => [each.id, each.body]);
  expect(said('b', -1)).toEqual([
    ['b', { order: 0 }],
    ['a', { order: 1 }],
    ['c', { order: 2 }],
  ]);
  expect(said('a', -1)).toEqual([]);
  expect(said('c', 1)).toEqual([]);
  expect(said('nobody', 1)).toEqual([]);
});

test('of two that have one place the older stands first, whatever order they arrive in', () => {
  const [one, two] = [indicator('a', { order: 0 }), indicator('b', { order: 0 })];
  expect(inOrder([two, one]).map(({ id }) => id)).toEqual(['a', 'b']);
});
