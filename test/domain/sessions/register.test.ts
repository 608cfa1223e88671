import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgeBand, ageBands, codesOf, levels, tallyBands, toTallyBand } from '#domain/codes.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { foldRegister, type Mark, presences, toMark, toReplace, toTally } from '#domain/sessions/register.ts';
import { markOf, rowOfType, shuffled, tallyOf } from '#test/domain/records/builders.ts';

const ten: () => AgeBand = () => '10-12';
const counted = { ageBand: '10-12', gender: 'NK', newness: 'not known' } as const;

const people = ['kayla', 'reece', 'amara'];
/** Marks as phones make them: each names some of the marks of its person that were there before it. */
const marks = fc
  .array(
    fc.record({
      person: fc.constantFrom(...people),
      state: fc.constantFrom('here', 'left', 'removed'),
      level: fc.constantFrom(...codesOf(levels)),
      minute: fc.nat(59),
      saw: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      counted: fc.option(fc.constantFrom(...codesOf(tallyBands)), { nil: undefined }),
    }),
    { maxLength: 10 },
  )
  .map((drawn) => {
    const made: Mark[] = [];
    for (const [n, { person, state, level, minute, saw, counted: band }] of drawn.entries()) {
      const known = made.filter((mark, at) => mark.person === person && saw[at]).map(({ id }) => id);
      made.push(
        markOf(`mark-${String(n).padStart(2, '0')}`, {
          person,
          state,
          level,
          at: `2026-11-22T14:${String(minute).padStart(2, '0')}:00.000Z`,
          replaces: known,
          ...(band && state === 'here' && { alreadyCounted: { ...counted, ageBand: band } }),
        }),
      );
    }
    return made;
  });
const tallies = fc
  .array(
    fc.record({
      ageBand: fc.constantFrom(...codesOf(tallyBands)),
      level: fc.constantFrom(...codesOf(levels)),
      n: fc.integer({ min: -2, max: 9 }),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => drawn.map((over, n) => tallyOf(`tally-${n}`, over)));
const bandOf = (person: string): AgeBand => codesOf(ageBands)[person.length % ageBands.length] ?? 'NK';

describe('what a new mark names', () => {
  test('leaves it alone in force, whichever marks before it the server refuses', () => {
    const drawn = fc.array(fc.record({ confirms: fc.nat(), refused: fc.boolean() }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawn, (taps) => {
        const made: Mark[] = [];
        const confirmed = new Set<string>();
        for (const [n, { confirms, refused }] of taps.entries()) {
          const id = `mark-${String(n).padStart(2, '0')}`;
          made.push(markOf(id, { replaces: toReplace(made, (each) => confirmed.has(each)) }));
          // Some time later some mark is confirmed; one that will be refused never is.
          const next = made[confirms % made.length];
          if (next && !refused && !taps[made.indexOf(next)]?.refused) confirmed.add(next.id);
        }
        const arrived = made.filter(({ id }, n) => confirmed.has(id) || !taps[n]?.refused || n === made.length - 1);
        expect(inForce(arrived).map(({ id }) => id)).toEqual([made.at(-1)?.id]);
      }),
    );
  });

  test('is little, however often somebody was marked', () => {
    const made: Mark[] = [];
    for (let n = 0; n < 500; n += 1) made.push(markOf(`mark-${n}`, { replaces: toReplace(made, () => true) }));
    expect(toReplace(made, () => true)).toEqual(['mark-499']);
    const offline: Mark[] = [];
    for (let n = 0; n < 300; n += 1) offline.push(markOf(`mark-${n}`, { replaces: toReplace(offline, () => false) }));
    expect(toReplace(offline, () => false)).toHaveLength(200);
    expect(inForce(offline).map(({ id }) => id)).toEqual(['mark-299']);
  });
});

describe('what is in force', () => {
  test('is what nobody replaces; the order of arrival decides nothing', () => {
    fc.assert(
      fc.property(shuffled(marks), ([inOrder, otherwise]) => {
        const standing = new Set(inForce(inOrder).map(({ id }) => id));
        expect(new Set(inForce(otherwise).map(({ id }) => id))).toEqual(standing);
        for (const mark of inOrder)
          expect(standing.has(mark.id)).toBe(!inOrder.some(({ replaces }) => replaces.includes(mark.id)));
      }),
    );
  });

  test('one who saw every mark has the last word, whatever the clocks say', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom('here', 'left', 'removed'), (before, state) => {
        const known = before.filter(({ person }) => person === 'kayla').map(({ id }) => id);
        const last = markOf('mark-00-last', { state, at: '1999-01-01T00:00:00.000Z', replaces: known });
        expect(presences([...before, last]).get('kayla')?.state).toBe(state);
      }),
    );
  });

  test.each([
    ['here', 'left', 'here'],
    ['left', 'removed', 'left'],
    ['removed', 'here', 'here'],
  ] as const)('two phones say %s and %s without knowing of each other: %s stands', (a, b, stands) => {
    const both = [markOf('mark-1', { state: a }), markOf('mark-2', { state: b })];
    expect(presences(both).get('kayla')?.state).toBe(stands);
    expect(presences(both.toReversed()).get('kayla')?.state).toBe(stands);
  });

  test('the stay begins with the first tick, even after an undo and another', () => {
    const first = markOf('mark-1', { at: '2026-11-22T14:05:00.000Z' });
    const gone = markOf('mark-2', { state: 'left', at: '2026-11-22T15:00:00.000Z', replaces: ['mark-1'] });
    const back = markOf('mark-3', { at: '2026-11-22T15:30:00.000Z', replaces: ['mark-1', 'mark-2'] });
    expect(presences([back, gone, first]).get('kayla')?.arrivedAt).toBe(first.at);
  });
});

describe('the one total', () => {
  test('is named plus counted less those counted before they were named, in every band and in all', () => {
    fc.assert(
      fc.property(marks, tallies, (said, tallied) => {
        const { bands, all } = foldRegister(said, tallied, bandOf);
        for (const band of Object.values(bands)) expect(band.total).toBe(band.named + band.counted - band.overlap);
        for (const part of ['named', 'counted', 'overlap', 'total'] as const) {
          expect(Object.values(bands).reduce((sum, band) => sum + band[part], 0)).toBe(all[part]);
        }
      }),
    );
  });

  test('is the same on every phone, in whatever order records arrived', () => {
    fc.assert(
      fc.property(shuffled(marks), shuffled(tallies), ([m, otherM], [t, otherT]) => {
        const { presences: _, ...one } = foldRegister(m, t, bandOf);
        const { presences: __, ...other } = foldRegister(otherM, otherT, bandOf);
        expect(other).toEqual(one);
      }),
    );
  });

  test('counts each person who is here or has left once, however many phones named them', () => {
    fc.assert(
      fc.property(marks, (said) => {
        const { all, contacts, hereNow, left } = foldRegister(said, [], bandOf);
        const there = [...presences(said).values()].filter(({ state }) => state !== 'removed');
        expect(all.named + contacts).toBe(there.length);
        expect(hereNow + left).toBe(there.length);
      }),
    );
  });

  const alone = [markOf('mark-1', { alreadyCounted: counted })];
  const five = [tallyOf('tally-1', { n: 5 })];
  const undone = markOf('mark-2', { state: 'removed', replaces: ['mark-1'] });
  test.each([
    ['five counted and none named: five', [], five, 5],
    ['naming one of the five changes nothing', alone, five, 5],
    [
      'naming the same one on two phones changes nothing',
      [...alone, markOf('mark-9', { alreadyCounted: counted })],
      five,
      5,
    ],
    ['naming one and taking it back leaves five', [...alone, undone], five, 5],
    [
      'tapping the name again, now as somebody new, adds one',
      [...alone, undone, markOf('mark-3', { replaces: ['mark-1', 'mark-2'] })],
      five,
      6,
    ],
    [
      'tapping it again as one of the five leaves five',
      [...alone, undone, markOf('mark-3', { replaces: ['mark-1', 'mark-2'], alreadyCounted: counted })],
      five,
      5,
    ],
    [
      'one who was counted, named and has left is one of the five',
      [...alone, markOf('mark-2', { state: 'left', replaces: ['mark-1'], alreadyCounted: counted })],
      five,
      5,
    ],
    [
      'one who was not among the counted after all is one more again',
      [...alone, markOf('mark-2', { replaces: ['mark-1'] })],
      five,
      6,
    ],
    ['a bare minus of an older app takes off what there is', [], [...five, tallyOf('tally-2', { n: -2 })], 3],
    [
      'one who was counted, and whose count was taken back, came all the same',
      alone,
      [...five, tallyOf('tally-2', { n: -5, undoes: 'tally-1' })],
      1,
    ],
    ['somebody watching is a contact, no attendance', [markOf('mark-1', { level: 'watching' })], [], 0],
  ])('%s', (_, said, tallied, total) => {
    expect(foldRegister(said, tallied, ten).all.total).toBe(total);
  });

  test('more named as counted than were counted is a question in that band, not a refusal', () => {
    const three = people.map((person, n) => markOf(`mark-${n}`, { person, alreadyCounted: counted }));
    const { surplus, all } = foldRegister(three, [tallyOf('tally-1', { n: 1 })], ten);
    expect(surplus).toEqual([{ band: '10-12', n: 2 }]);
    expect([all.named, all.overlap, all.total]).toEqual([3, 1, 3]);
    expect(foldRegister(three, [tallyOf('tally-1', { n: 3 })], ten).surplus).toEqual([]);
  });

  test('a best guess makes the whole count a best guess, unless it guessed nobody', () => {
    expect(foldRegister([], [tallyOf('tally-1', { quality: 'estimate' })], ten).estimated).toBe(true);
    expect(foldRegister([], [tallyOf('tally-1', { quality: 'estimate', n: 0 })], ten).estimated).toBe(false);
  });
});

test('every age has exactly one band to be counted in', () => {
  const bands = codesOf(tallyBands);
  for (const band of codesOf(ageBands)) expect(bands).toContain(toTallyBand(band));
});

test('what an older app left out of a mark or a count is filled in', () => {
  expect(toMark(rowOfType('mark', 'mark-1', {})).level).toBe('joined_in');
  expect(toTally(rowOfType('tally', 'tally-1', { n: 2 }))).toMatchObject({ n: 2, quality: 'exact', gender: 'NK' });
});

test('an arrival that was put right stands in place of those before it, whatever is said after it', () => {
  const at = (time: string) => `2026-11-22T${time}:00.000Z`;
  const came = markOf('mark-1', { at: at('12:00') });
  const right = markOf('mark-2', { at: at('12:30'), came: at('12:30'), replaces: ['mark-1'] });
  const left = markOf('mark-3', { state: 'left', at: at('13:00'), replaces: ['mark-2'] });
  for (const marks of [
    [came, right],
    [right, left, came],
  ])
    expect([...presences(marks).values()].map(({ arrivedAt }) => arrivedAt)).toEqual([at('12:30')]);
  expect([...presences([came, { ...left, replaces: ['mark-1'] }]).values()][0]?.arrivedAt).toBe(at('12:00'));
});
