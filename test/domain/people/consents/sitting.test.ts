import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defectsOf } from '#domain/people/consents/complete.ts';
import { termsOf } from '#domain/people/consents/said.ts';
import {
  answerKey,
  faultsIn,
  type HandedWording,
  purposesOf,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
  unanswered,
} from '#domain/people/consents/sitting.ts';
import { isTooLittle, lengthOf, onGrid, thinned } from '#domain/people/consents/strokes.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { factHash } from '#domain/records/entry.ts';
import { problemIn } from '#domain/records/records.ts';
import { mostPoints, mostStrokeBytes, type Strokes } from '#domain/records/shapes/consent.ts';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';

const document = aDocument();
const wording: HandedWording = {
  ...{ sha256: 'a'.repeat(64), document },
  asks: ['takePart', 'photoInternal', 'contact'],
};
const question = (child: string, purpose: 'takePart' | 'photoInternal' | 'research') => ({
  ...{ purpose, consent: `consent-${child}-${purpose}`, asked: `asked-${child}-${purpose}`, replaces: [] },
});
const sitting: Sitting = {
  ...{ scope: 'partner/a', day: '2026-11-26', session: 'session-one', zone: 'Europe/London', offsetMs: -3000 },
  ...{ by: 'member-one', device: 'phone-one', signing: 'signing-one' },
  giver: { id: 'mother-one', name: 'Nadia', isSelf: false },
  ...{ witness: { id: 'member-two', name: 'Dele A' }, interpreter: null, second: null, way: 'screen' },
  children: [
    {
      id: 'amira-one',
      called: 'Amira',
      age: 12,
      questions: [question('amira', 'takePart'), question('amira', 'photoInternal')],
    },
    {
      id: 'adil-one',
      called: 'Adil',
      age: 12,
      questions: [question('adil', 'takePart'), question('adil', 'research')],
    },
  ],
  wordings: [wording],
  language: null,
};
const line: Strokes = { v: 1, aspect: 2600, strokes: [Array.from({ length: 12 }, (_, x) => [x * 300, 2000])] };
const so: SittingSoFar = {
  ...{ page: 'agree', language: 'en', style: 'plain', way: 'drawn', strokes: line },
  answers: {
    [answerKey('amira-one', 'takePart')]: { decision: 'given' },
    [answerKey('amira-one', 'photoInternal')]: { decision: 'given', limits: ' not for adverts ' },
  },
  says: { 'amira-one': 'I want to play football.' },
  ...{
    fullName: 'Nadia Karim',
    relationship: 'mother',
    responsibility: 'yes',
    right: true,
    heard: 'none',
    recording: null,
  },
  shownAt: '2026-11-26T15:00:00.000Z',
};
const nowMs = Date.parse('2026-11-26T15:04:00.000Z');

describe('what a sitting comes to', () => {
  const said = sittingSaid(sitting, so, wording, nowMs);

  test('one signing that names no child, a decision for each answer, and asked for what was not answered', () => {
    expect(said.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'signing signing-one',
      'consent consent-amira-takePart',
      'consent consent-amira-photoInternal',
      'asked asked-adil-takePart',
    ]);
    expect(JSON.stringify(said[0]?.body)).not.toMatch(/amira|Amira/);
    for (const { type, op, scope, body } of said) expect(problemIn(type, op, scope, body)).toBeNull();
  });

  test('every decision names the hash of its signing, and only what this wording asks is asked', () => {
    const [signing, first] = said;
    if (!signing) throw new Error('nothing was said');
    expect(first?.body.signingHash).toBe(factHash(signing, 'member-one', 'phone-one'));
    expect(said.some(({ body }) => body.purpose === 'research')).toBe(false);
    expect(said[2]?.body).toMatchObject({ limits: 'not for adverts', childSays: 'I want to play football.' });
  });

  test('answered the other way round on a second try, the same ids: nothing is said twice', () => {
    const again = sittingSaid(sitting, so, wording, nowMs + 60_000);
    expect(again.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
  });

  test('whatever somebody writes within the fields, in any script, every record of it passes its shape', () => {
    const written = (max: number) => fc.string({ unit: 'grapheme', maxLength: max }).map((text) => text.slice(0, max));
    fc.assert(
      fc.property(written(200), written(1000), written(500), (name, says, limits) => {
        const answers = { [answerKey('amira-one', 'takePart')]: { decision: 'given' as const, limits } };
        const typed: SittingSoFar = { ...so, way: 'typed', fullName: name, says: { 'amira-one': says }, answers };
        if (faultsIn(sitting, typed, isTooLittle).length > 0) return;
        for (const { type, op, scope, body } of sittingSaid(sitting, typed, wording, nowMs))
          expect(problemIn(type, op, scope, body)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('nothing answered is nothing signed', () => {
    const none = sittingSaid(sitting, { ...so, answers: {} }, wording, nowMs);
    expect(none.map(({ type }) => type)).toEqual(['asked', 'asked', 'asked']);
    for (const { type, op, scope, body } of none) expect(problemIn(type, op, scope, body)).toBeNull();
  });

  test('it is complete, and a decision on a signing that is not its own is not', () => {
    const [signing, consent] = said;
    if (!signing || !consent) throw new Error('nothing was said');
    const row: Checked[1] = { body: signing.body as BodyOf<'signing'>, by, hash: factHash(signing, by, 'phone-one') };
    const body = consent.body as BodyOf<'consent'>;
    expect(defectsOf({ body }, row, around)).toEqual([]);
    expect(defectsOf({ body: { ...body, signingHash: 'b'.repeat(64) } }, row, around)).toEqual(['notSigned']);
    const other = {
      ...around,
      wording: { ...document, language: 'ro' as const },
      child: { names: ['Nadia  KARIM'], born: null },
    };
    expect(defectsOf({ body }, row, other)).toEqual(['noWording', 'childsName']);
    const session = { start: '2026-11-20T15:00:00.000Z', end: '2026-11-20T17:00:00.000Z' };
    expect(defectsOf({ body }, row, { ...around, session })).toEqual(['timesApart']);
  });
});

type Checked = Parameters<typeof defectsOf>;
const by = 'member-one';
const taking = aDocument({ purposes: [aQuestion('takePart', { gillick: true }), aQuestion('research')] });
const around: Checked[2] = {
  ...{ wording: document, child: { names: ['Amira'], born: '2014-03-27' }, session: null },
  said: { gillicks: [], personOf: (id) => id, terms: termsOf([[wording.sha256, taking]]) },
  teamName: (id) => new Map([['member-two', 'Dele A']]).get(id),
};

describe('two people where two are needed', () => {
  const wrong = (over: Partial<SittingSoFar>, signed: Partial<BodyOf<'signing'>>, own?: BodyOf<'consent'>['own']) => {
    const [signing, consent] = sittingSaid(sitting, { ...so, ...over }, wording, nowMs);
    const row = { by, hash: 'c'.repeat(64), body: { ...signing?.body, ...signed } } as Checked[1];
    const body = { ...consent?.body, signingHash: row?.hash, ...(own ? { own } : {}) } as BodyOf<'consent'>;
    return (gillicks: readonly Pick<RowOf<'gillick'>, 'body' | 'id'>[] = []) =>
      defectsOf({ body }, row, { ...around, said: { ...around.said, gillicks: gillicks as RowOf<'gillick'>[] } });
  };
  const note = (over: Partial<BodyOf<'gillick'>> = {}) => ({
    id: 'note-one',
    body: {
      ...{ person: 'amira-one', purpose: 'takePart', able: true, worker: by, second: 'member-two' },
      ...over,
    } as BodyOf<'gillick'>,
  });

  test.each([
    ['nobody else: nothing', {}, []],
    ['a second worker', { second: 'member-two' }, []],
    ['the worker twice', { second: by }, ['sameWorker']],
    ['a mark the worker saw alone', { way: 'mark', witness: by }, ['sameWorker']],
    [
      'a mark, witnessed by who interprets, known by id',
      { way: 'mark', witness: 'member-two', interpreter: { name: 'dele a', is: 'worker' } },
      ['witnessInterprets'],
    ],
    [
      'interpreted by somebody else',
      { way: 'mark', witness: 'member-two', interpreter: { name: 'Ion', is: 'worker' } },
      [],
    ],
  ] as const)('%s', (_, signed, wanted) => {
    expect(wrong({}, signed as Partial<BodyOf<'signing'>>)()).toEqual(wanted);
  });

  test('an own answer rests on a note about this person and this purpose, of two workers', () => {
    const own = wrong({}, {}, { gillick: 'note-one' });
    expect(own([])).toEqual(['noNote']);
    expect(own([note()])).toEqual([]);
    expect(own([note({ able: false })])).toEqual(['noNote']);
    expect(own([note({ purpose: 'research' })])).toEqual(['noNote']);
    expect(own([note({ person: 'adil-one' })])).toEqual(['noNote']);
    expect(own([note({ second: by })])).toEqual(['sameWorker']);
  });
});

describe('before somebody can agree', () => {
  const faults = (over: Partial<SittingSoFar>) => faultsIn(sitting, { ...so, ...over }, isTooLittle);

  test('everything there: nothing is missing', () => expect(faults({})).toEqual([]));

  test.each([
    ['no way chosen', { way: null }, ['way']],
    ['an empty pad', { strokes: { ...line, strokes: [] } }, ['drawMore']],
    ['a tap', { strokes: { ...line, strokes: [[[5, 5]]] } }, ['drawMore']],
    ['two dots', { strokes: { ...line, strokes: [[[5, 5]], [[4000, 5]]] } }, ['drawMore']],
    [
      'a cross that is said to be a mark',
      {
        way: 'mark',
        strokes: {
          ...line,
          strokes: [
            [
              [0, 0],
              [9, 9],
            ],
            [
              [9, 0],
              [0, 9],
            ],
          ],
        },
      },
      [],
    ],
    ['a mark that was never made', { way: 'mark', strokes: null }, ['drawMore']],
    ['no name', { fullName: '  ' }, ['name']],
    ['the child’s own name', { fullName: 'ámira ' }, ['childsName']],
    [
      'nothing else said',
      { relationship: null, responsibility: null, right: false },
      ['relationship', 'responsibility', 'right'],
    ],
  ] as const)('%s', (_, over, wanted) => expect(faults(over as Partial<SittingSoFar>)).toEqual(wanted));

  test.each(['spoken', 'mark'] as const)('%s, and nobody to witness it', (way) => {
    expect(faultsIn({ ...sitting, witness: null }, { ...so, way }, isTooLittle)).toContain('witness');
    expect(faultsIn(sitting, { ...so, way }, isTooLittle)).not.toContain('witness');
  });

  test('what is still unanswered is named, for any of the children', () => {
    expect(purposesOf(sitting, wording)).toEqual(['takePart', 'photoInternal']);
    expect(unanswered(sitting, wording, so)).toEqual(['takePart']);
  });
});

describe('strokes', () => {
  test('they are whole numbers on the grid, whatever the finger does', () => {
    expect([onGrid([0, 1]), onGrid([-3, 7]), onGrid([Number.NaN, 0.5])]).toEqual([
      [0, 4095],
      [0, 4095],
      [0, 2048],
    ]);
  });

  test('the length of a drawing is measured by the pad’s width, and height counts as it is seen', () => {
    expect(
      lengthOf({
        v: 1,
        aspect: 1000,
        strokes: [
          [
            [0, 0],
            [4095, 0],
          ],
        ],
      }),
    ).toBeCloseTo(1);
    expect(
      lengthOf({
        v: 1,
        aspect: 2000,
        strokes: [
          [
            [0, 0],
            [0, 4095],
          ],
        ],
      }),
    ).toBeCloseTo(0.5);
  });

  test('however long somebody draws, it fits, and begins and ends where it did', () => {
    const number = fc.integer({ min: 0, max: 4095 });
    const stroke = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 4000 });
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 12 }), (strokes) => {
        const kept = thinned({ v: 1, aspect: 2600, strokes });
        expect(kept.strokes.flat().length).toBeLessThanOrEqual(mostPoints);
        expect(JSON.stringify(kept).length).toBeLessThanOrEqual(mostStrokeBytes);
        for (const [at, each] of kept.strokes.entries())
          expect([each[0], each.at(-1)]).toEqual([strokes[at]?.[0], strokes[at]?.at(-1)]);
      }),
      { numRuns: 60 },
    );
  });
});
