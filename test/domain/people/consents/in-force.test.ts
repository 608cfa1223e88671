import { describe, expect, test } from 'vitest';
import { withdraw } from '#domain/people/consents/acts.ts';
import { inForceOf, ofGiver, type Said, toReplace } from '#domain/people/consents/in-force.ts';
import { answer, askedOf, at, mistake, note, read, said, settle, signing } from './builders.ts';

/** Every case of what comes of several answers. */

const photo = { person: 'amira', purpose: 'photoInternal' } as const;
const state = (heard: Said, on = at) => inForceOf(heard, photo, on).state;

describe('one giver', () => {
  test('nobody answered: never asked, or asked', () => {
    expect(state(said([]))).toBe('never');
    expect(state(said([], { asked: [askedOf()] }))).toBe('asked');
    expect(state(said([], { asked: [askedOf('contact')] }))).toBe('never');
  });

  test('a later answer replaces the one it names', () => {
    expect(state(said([answer('a', 'given', 'mum')]))).toBe('given');
    expect(state(said([answer('a', 'refused', 'mum'), answer('b', 'given', 'mum', { replaces: ['a'] })]))).toBe(
      'given',
    );
    expect(state(said([answer('b', 'withdrawn', 'mum', { replaces: ['a'] }), answer('a', 'given', 'mum')]))).toBe(
      'withdrawn',
    );
  });

  test('withdrawn on one phone, renewed on another that did not know: not given until the next answer replaces both', () => {
    const first = answer('a', 'given', 'mum');
    const gone = answer('b', 'withdrawn', 'mum', { replaces: ['a'] });
    const renewed = answer('c', 'given', 'mum', { replaces: ['a'] });
    expect(state(said([first, gone, renewed]))).toBe('twoAnswers');
    expect(state(said([renewed, gone, first]))).toBe('twoAnswers');
    const heard = said([first, gone, renewed]);
    expect(toReplace(heard, { ...photo, giver: 'mum' })).toEqual(['b', 'c']);
    expect(state(said([first, gone, renewed, answer('d', 'given', 'mum', { replaces: ['b', 'c'] })]))).toBe('given');
  });

  test('an id of another person, purpose or giver is no replacement, and refuses nothing', () => {
    const father = answer('a', 'refused', 'dad');
    expect(state(said([father, answer('b', 'given', 'mum', { replaces: ['a', 'unknown'] })]))).toBe('differ');
    const other = answer('a', 'refused', 'mum', { purpose: 'contact' });
    const heard = said([other, answer('b', 'given', 'mum', { replaces: ['a'] })]);
    expect(inForceOf(heard, { person: 'amira', purpose: 'contact' }, at).state).toBe('refused');
  });

  test('a mother typed on two phones is one giver once somebody says so', () => {
    const answers = [answer('a', 'refused', 'mum'), answer('b', 'given', 'mum2', { replaces: ['a'] })];
    expect(state(said(answers))).toBe('differ');
    expect(state(said(answers, { guardians: [['mum', 'mum2']] }))).toBe('given');
  });

  test('what is said of both records of one child counts for that child', () => {
    const other = answer('a', 'refused', 'mum', { person: 'amira2' });
    expect(state(said([other]))).toBe('never');
    expect(state(said([other], { persons: [['amira', 'amira2']] }))).toBe('refused');
  });
});

describe('parental responsibility', () => {
  test.each(['no', 'not sure'] as const)('given by somebody who says “%s”: waiting for a parent', (responsibility) => {
    const heard = said([answer('a', 'given', 'gran')], { signings: [signing('gran', responsibility)] });
    expect(state(heard)).toBe('pending');
  });

  test('anybody’s no counts, and a parent’s yes is not made to differ by a yes that waits', () => {
    const signings = [signing('gran', 'no')];
    expect(state(said([answer('a', 'refused', 'gran')], { signings }))).toBe('refused');
    expect(state(said([answer('a', 'given', 'gran'), answer('b', 'refused', 'mum')], { signings }))).toBe('refused');
    expect(state(said([answer('a', 'given', 'gran'), answer('b', 'given', 'mum')], { signings }))).toBe('given');
  });

  test('a yes whose signing is not the one it was signed with waits', () => {
    expect(state(said([answer('a', 'given', 'mum', { signingHash: 'other' })]))).toBe('pending');
    expect(state(said([answer('a', 'given', 'mum', { signing: 'lost' })]))).toBe('pending');
  });
});

describe('parents differ', () => {
  const no = answer('no', 'refused', 'mum');
  const yes = answer('yes', 'given', 'dad');

  test('mother refuses and father gives, in either order: they differ, and neither says it is given', () => {
    expect(state(said([no, yes]))).toBe('differ');
    expect(state(said([yes, no]))).toBe('differ');
  });

  test('a coordinator settles it, for as long as it weighed everything that stands', () => {
    expect(state(said([no, yes], { settled: [settle('s', ['no', 'yes'], 'given')] }))).toBe('given');
    expect(state(said([no, yes], { settled: [settle('s', ['no', 'yes'], 'refused')] }))).toBe('refused');
    const gone = answer('gone', 'withdrawn', 'dad', { replaces: ['yes'] });
    expect(state(said([no, yes, gone], { settled: [settle('s', ['no', 'yes'], 'given')] }))).toBe('refused');
  });

  test('how far one of them goes is read before what was settled permits anything', () => {
    const limited = answer('yes', 'given', 'dad', { limits: 'not for adverts' });
    const settled = [settle('s', ['no', 'yes'], 'given')];
    expect(inForceOf(said([no, limited], { settled }), photo, at)).toMatchObject({ state: 'pending', limits: true });
    expect(state(said([no, limited], { settled, limitsRead: [read('yes', false)] }))).toBe('pending');
    expect(state(said([no, limited], { settled, limitsRead: [read('yes', true)] }))).toBe('given');
  });

  test('two settlements that did not know of each other settle nothing', () => {
    const settled = [settle('s', ['no', 'yes'], 'given'), settle('t', ['no', 'yes'], 'refused')];
    expect(state(said([no, yes], { settled }))).toBe('differ');
    expect(state(said([no, yes], { settled: [...settled, settle('u', ['no', 'yes'], 'given', ['s', 't'])] }))).toBe(
      'given',
    );
  });
});

describe('the young person’s own answer', () => {
  const sixteen = { own: { sixteen: true, bornOn: '2010-03-27' } } as const;
  const parents = [answer('m', 'refused', 'mum'), answer('d', 'refused', 'dad')];

  test('from 16 it comes before everybody’s, and parents see nothing of it', () => {
    const heard = said([...parents, answer('own', 'given', 'amira', { ...sixteen, tellParents: false })]);
    expect(state(heard)).toBe('given');
    expect(inForceOf(ofGiver(heard, 'mum'), photo, at).state).toBe('refused');
    expect(ofGiver(heard, 'mum').consents.map(({ id }) => id)).toEqual(['m']);
  });

  test('the age it rests on is checked: fifteen on the day, or a year that may be fifteen, is nobody’s yes', () => {
    for (const bornOn of ['2010-12-01', '2010'])
      expect(state(said([...parents, answer('own', 'given', 'amira', { own: { sixteen: true, bornOn } })]))).toBe(
        'refused',
      );
  });

  test('under 16 only with a note that they understand this purpose, where its wording allows one', () => {
    const own = answer('own', 'given', 'amira', { own: { gillick: 'n' } });
    expect(state(said([own]))).toBe('never');
    expect(state(said([own, ...parents], { gillicks: [note('n', true)] }))).toBe('given');
    expect(state(said([own, ...parents], { gillicks: [note('n', false)] }))).toBe('refused');
    expect(state(said([own, ...parents], { gillicks: [note('n', true, 'contact')] }))).toBe('refused');
    const closed = { terms: () => ({ months: 12, gillick: new Set<never>() }), gillicks: [note('n', true)] };
    expect(state(said([own, ...parents], closed))).toBe('refused');
  });

  test('a note that says “not able” changes nothing a parent said', () => {
    expect(state(said([answer('m', 'given', 'mum')], { gillicks: [note('n', false)] }))).toBe('given');
  });

  test('a child’s own no counts at any age', () => {
    expect(state(said([answer('own', 'refused', 'amira')]))).toBe('refused');
    expect(state(said([answer('m', 'given', 'mum'), answer('own', 'refused', 'amira')]))).toBe('differ');
  });
});

describe('taken back', () => {
  const whose = { id: 'amira', scope: 'partner/a' };
  const when = { at: '2026-11-26T10:00:00.000Z', day: '2026-11-26', newId: () => 'gone-one' };
  const rows = (sayings: ReturnType<typeof withdraw>) =>
    sayings.map(({ id, body }) => ({ id, by: 'worker', body: body as ReturnType<typeof answer>['body'] }));

  test('what a young person takes back of their own stays theirs: no parent’s yes, and no settling, overrules it', () => {
    const own = answer('own', 'given', 'amira', { own: { sixteen: true, bornOn: '2010-03-27' }, tellParents: false });
    const known = [answer('m', 'given', 'mum'), own];
    const gone = rows(withdraw(whose, ['photoInternal'], 'amira', said(known), { toldBy: 'inPerson' }, when));
    expect(gone[0]?.body).toMatchObject({ own: own.body.own, tellParents: false, replaces: ['own'] });
    expect(inForceOf(said([...known, ...gone]), photo, at)).toMatchObject({ state: 'withdrawn', own: true });
    const settled = [settle('s', ['m', 'gone-one'], 'given')];
    expect(state(said([...known, ...gone], { settled }))).toBe('withdrawn');
  });

  test('what somebody brought not knowing whose is a coordinator’s to settle', () => {
    const told = rows(withdraw(whose, ['photoInternal'], null, said([]), { toldBy: 'inPerson' }, when));
    const known = [answer('m', 'given', 'mum'), ...told];
    expect(state(said(known))).toBe('withdrawn');
    expect(state(said(known, { settled: [settle('s', ['m', 'gone-one'], 'given')] }))).toBe('given');
  });
});

describe('entered in error', () => {
  const before = answer('before', 'refused', 'mum');
  const wrong = answer('wrong', 'given', 'mum', { replaces: ['before'] }, { by: 'w1' });

  test('the wrong twin: what it had replaced stands again', () => {
    expect(state(said([before, wrong]))).toBe('given');
    expect(state(said([before, wrong], { errors: [mistake('wrong', 'w1')] }))).toBe('refused');
  });

  test('a later decision that replaced the wrong one reaches what that had replaced', () => {
    const later = answer('later', 'given', 'mum', { replaces: ['wrong'] });
    expect(state(said([before, wrong, later], { errors: [mistake('wrong', 'w1')] }))).toBe('given');
  });

  test('somebody else’s answer, or a no, is only a coordinator’s to call an error', () => {
    expect(state(said([before, wrong], { errors: [mistake('wrong', 'w2')] }))).toBe('given');
    expect(state(said([before], { errors: [mistake('before', 'worker')] }))).toBe('refused');
    expect(state(said([before], { errors: [mistake('before', 'c', true)] }))).toBe('never');
  });
});

describe('how long', () => {
  test('it holds to the day a year later, and the next day it has run out', () => {
    const heard = said([answer('a', 'given', 'mum')]);
    expect(inForceOf(heard, photo, at).until).toBe('2027-11-20');
    expect(state(heard, { now: '2027-11-20T10:00:00.000Z', day: '2027-11-20' })).toBe('given');
    expect(state(heard, { now: '2027-11-21T10:00:00.000Z', day: '2027-11-21' })).toBe('ranOut');
  });

  test('a phone whose clock is three years fast keeps nothing alive', () => {
    const fast = answer('a', 'given', 'mum', { decidedAt: '2029-11-20T15:00:00.000Z' });
    expect(inForceOf(said([fast]), photo, at).until).toBe('2027-11-20');
    const known = answer('a', 'given', 'mum', { decidedAt: '2026-11-20T18:00:00.000Z', offsetMs: -3 * 3_600_000 });
    expect(inForceOf(said([known]), photo, at).until).toBe('2027-11-20');
  });

  test('a no does not run out', () => {
    expect(state(said([answer('a', 'refused', 'mum')]), { now: '2031-01-01T00:00:00.000Z', day: '2031-01-01' })).toBe(
      'refused',
    );
  });
});

describe('a withdrawal that somebody brought, not knowing whose', () => {
  const told = answer('told', 'withdrawn', undefined);

  test('acts at once, and no giver’s answer replaces it', () => {
    expect(state(said([answer('a', 'given', 'mum'), told]))).toBe('withdrawn');
    const again = answer('b', 'given', 'mum', { replaces: ['a', 'told'] });
    expect(state(said([answer('a', 'given', 'mum'), told, again]))).toBe('withdrawn');
    expect(state(said([answer('a', 'given', 'mum'), told], { errors: [mistake('told', 'c', true)] }))).toBe('given');
  });
});

test('limits in a giver’s own words make it “no photos” until a coordinator has read them', () => {
  const limited = answer('a', 'given', 'mum', { limits: 'not for adverts' });
  expect(inForceOf(said([limited]), photo, at)).toMatchObject({ state: 'pending', limits: true });
  expect(state(said([limited], { limitsRead: [read('a', true)] }))).toBe('given');
  expect(state(said([limited], { limitsRead: [read('a', false)] }))).toBe('pending');
});
