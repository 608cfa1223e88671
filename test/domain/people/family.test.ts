import { describe, expect, test } from 'vitest';
import { changeDetails, joinsAgain, notJoining } from '#domain/people/acts.ts';
import { asOne, nobodyTwice, oneBadge, sameIn } from '#domain/people/alias.ts';
import { notBeforeOn } from '#domain/people/eligibility.ts';
import { type Details, guardiansOf, isRegistered, needsOf, siblingsOf, toCall } from '#domain/people/family.ts';
import { tidyPhone } from '#domain/people/phones.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { turnedAwayBy } from '#domain/sessions/turned-away.ts';
import { rowOfType } from '#test/domain/records/builders.ts';

/** Who to call and what to do, from what workers wrote. */

const scope = 'partner/p1';
const at = '2026-11-22T14:00:00.000Z';
const nadia = { id: 'nadia', body: { name: 'Nadia Karim', phone: '07700 900318', language: 'ur' } } as const;
const omar = { id: 'omar', body: { name: 'Omar Karim', otherPhone: '07700 900319' } } as const;
const amira: BodyOf<'details'> = {
  person: 'amira',
  fullName: 'Amira Karim',
  'guardian/omar': { is: 'father', responsibility: 'yes', call: 2 },
  'guardian/nadia': { is: 'mother', responsibility: 'yes', call: 1 },
  'contact/c1': { name: 'Aunt Rosa', phone: '07700 900456', is: 'aunt' },
  'need/n1': { kind: 'medical', name: 'Asthma', do: 'Blue inhaler in the front pocket of her bag.' },
};
const detailsOf = (body: BodyOf<'details'>) => ({ id: `details:${body.person}`, body });
const call = (details: Details, guardians: Parameters<typeof guardiansOf>[1] = [nadia, omar]) =>
  toCall(details, guardiansOf(details, guardians, nobodyTwice)).map(({ name }) => name);

describe('who is called first', () => {
  test('guardians in the order that was said, then others', () => {
    expect(call(amira)).toEqual(['Nadia Karim', 'Omar Karim', 'Aunt Rosa']);
  });
  test('somebody without a number comes after those who have one', () => {
    expect(call(amira, [{ id: 'nadia', body: { name: 'Nadia Karim' } }, omar])).toEqual([
      'Omar Karim',
      'Aunt Rosa',
      'Nadia Karim',
    ]);
  });
  test('a mother who was typed on two phones is one, with both her numbers’ fields', () => {
    const again = { id: 'nadia2', body: { name: 'Nadia K', otherPhone: '07700 900320' } };
    const said = { of: 'guardian', one: 'nadia', other: 'nadia2', is: 'same', at, replaces: [] } as const;
    const same = sameIn([rowOfType('alias', 'x', said, { scope })], 'guardian')(`${scope}/private`);
    const details = { ...amira, 'guardian/nadia2': { is: 'mother', call: 3 } } as const;
    const found = guardiansOf(details, [nadia, omar, again], same);
    expect(found.map(({ name }) => name)).toEqual(['Nadia Karim', 'Omar Karim']);
    expect(found[0]).toMatchObject({ phone: '07700 900318', otherPhone: '07700 900320', responsibility: 'yes' });
  });
});

describe('how well somebody is known', () => {
  test('registered is a full name and somebody who can be called', () => {
    const calls = (details: Details) => toCall(details, guardiansOf(details, [nadia, omar], nobodyTwice));
    expect(isRegistered(amira, calls(amira))).toBe(true);
    expect(isRegistered({ ...amira, fullName: null }, calls(amira))).toBe(false);
    expect(isRegistered({ fullName: 'Amira Karim' }, [])).toBe(false);
  });
  test('an answer that was taken away is not brought back by the other record of the person', () => {
    expect(
      asOne<Details>([
        { fullName: 'Amira', school: null },
        { fullName: 'Mira', school: 'St John’s' },
      ]),
    ).toEqual({
      fullName: 'Amira',
      school: null,
    });
  });
  test('a badge that was closed and made anew is open', () => {
    expect(
      oneBadge([
        { knownAs: 'Amira', status: 'closed' },
        { knownAs: 'Mira', status: 'active' },
      ]),
    ).toMatchObject({
      knownAs: 'Amira',
      status: 'active',
    });
  });
  test('what we must do is every need that was not taken away', () => {
    expect(needsOf({ ...amira, 'need/n2': null }).map(({ name }) => name)).toEqual(['Asthma']);
  });
});

test('brothers and sisters share a guardian, also one who was typed twice', () => {
  const ben = detailsOf({ person: 'ben', 'guardian/nadia': { is: 'mother' } });
  const cara = detailsOf({ person: 'cara', 'guardian/nadia2': { is: 'mother' } });
  const dan = detailsOf({ person: 'dan', 'guardian/other': { is: 'mother' } });
  const gone = detailsOf({ person: 'eve', 'guardian/nadia': null });
  const all = [detailsOf(amira), ben, cara, dan, gone];
  const { headOf } = sameIn(
    [
      rowOfType(
        'alias',
        'x',
        { of: 'guardian', one: 'nadia', other: 'nadia2', is: 'same', at, replaces: [] },
        { scope },
      ),
    ],
    'guardian',
  )(scope);
  expect(siblingsOf('amira', all, nobodyTwice, nobodyTwice)).toEqual(['ben']);
  expect(siblingsOf('amira', all, nobodyTwice, { headOf })).toEqual(['ben', 'cara']);
});

describe('not joining in', () => {
  const who = { id: 'amira', scope };
  const saidAs = (id: string, saying: ReturnType<typeof notJoining>): RowOf<'eligibility'> =>
    rowOfType('eligibility', id, saying.body as BodyOf<'eligibility'>, { scope: `${scope}/private` }); // as it was said
  const said = saidAs(
    'e1',
    notJoining(who, { reason: 'healthRule', from: '2026-11-26', until: '2026-12-03' }, [], { id: 'e1', at }),
  );
  test.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2026-12-02', true],
    ['2026-12-03', false],
  ])('on %s: %s', (day, holds) => {
    expect(notBeforeOn([said], day)).toEqual(holds ? { until: '2026-12-03', reason: 'healthRule' } : null);
  });
  test('it can end early, and a new day takes the place of the old', () => {
    const ended = saidAs('e2', joinsAgain(who, [said], '2026-11-28', { id: 'e2', at }));
    expect(notBeforeOn([said, ended], '2026-11-28')).toBeNull();
    expect(notBeforeOn([ended, said], '2026-11-29')).toBeNull();
  });
  test('two phones that did not know of each other: the longer holds', () => {
    const other = saidAs(
      'e3',
      notJoining(who, { reason: 'agreedBreak', from: '2026-11-26', until: '2026-12-10' }, [], { id: 'e3', at }),
    );
    for (const both of [
      [said, other],
      [other, said],
    ])
      expect(notBeforeOn(both, '2026-11-27')).toEqual({ until: '2026-12-10', reason: 'agreedBreak' });
  });
});

test('a first answer makes the record, a later one changes it, and nothing is said where nothing changed', () => {
  const who = { id: 'amira', scope };
  expect(changeDetails(who, false, { fullName: 'Amira', school: null })).toMatchObject([
    { op: 'create', id: 'details:amira', scope: 'partner/p1/private', body: { person: 'amira', school: null } },
  ]);
  expect(changeDetails(who, true, { school: null })).toMatchObject([{ op: 'patch', body: { school: null } }]);
  expect(changeDetails(who, true, {})).toEqual([]);
});

test.each([
  ['07700900318', '07700 900318'],
  ['07700 900 318', '07700 900318'],
  ['+447700900318', '07700 900318'],
  ['02079460018', '020 7946 0018'],
  ['+48 512 345 678', '+48 512 345 678'],
  ['07700 900318 after 6', '07700 900318 after 6'],
])('the number %s is shown %s', (typed, shown) => {
  expect(tidyPhone(typed)).toBe(shown);
});

test('who was sent home is counted by reason, and one that was taken back is not', () => {
  const away = (id: string, reason: string, n: number, undoes?: string, where = scope) =>
    rowOfType(
      'turnedAway',
      id,
      { session: 's', day: '2026-11-26', reason: reason as 'full', n, at, ...(undoes && { undoes }) }, // a reason of the list
      { scope: where },
    );
  const all = [
    away('1', 'full', 1),
    away('2', 'full', 2),
    away('3', 'healthRule', 1),
    away('4', 'full', 1, '1'),
    away('5', 'full', 1, '1'),
    away('6', 'full', 9, undefined, 'partner/p2'),
  ];
  expect(turnedAwayBy({ scope }, all)).toEqual([
    { reason: 'healthRule', n: 1 },
    { reason: 'full', n: 2 },
  ]);
});
