import { describe, expect, test } from 'vitest';
import { askFor, withdraw } from '#domain/people/consents/acts.ts';
import { timesOf, wordsFor } from '#domain/people/consents/evidence/words.ts';
import { inForceOf } from '#domain/people/consents/in-force.ts';
import {
  byLink,
  fromNobodyOnRecord,
  fromSomebodyDoubted,
  isByLink,
  isDoubted,
  type LinkAnswer,
  sittingOfLink,
  soFarOfLink,
} from '#domain/people/consents/link.ts';
import { faultsIn, sittingSaid } from '#domain/people/consents/sitting.ts';
import type { Responsibility } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { factHash } from '#domain/records/entry.ts';
import { problemIn } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';
import { answer, at, mistake, said } from './builders.ts';
import { someAround, someRows } from './evidence/builders.ts';

/** What a parent says at home by a link, as facts. */

const { document, sha256 } = versionOf(aDocument());
const wording = { document, sha256, asks: document.purposes.map(({ purpose }) => purpose) };
const whose = { id: 'amira-one', scope: 'partner/refocus' };
const nowMs = Date.parse('2026-11-22T12:00:00.000Z');

let minted = 0;
const newId = () => `minted-${++minted}`;
const around = { called: 'Amira', said: said([]), wording, day: '2026-11-22', zone: 'Europe/London', newId };
const from = { madeBy: 'worker', madeAt: '2026-11-22T09:00:00.000Z', sentTo: '0123' };
const asked = { id: 'l1', whose, giver: 'mum', purposes: ['takePart', 'photoInternal', 'contactSport'], from } as const;
const said1: LinkAnswer = {
  wording: sha256,
  answers: [
    { purpose: 'photoInternal', decision: 'given', limits: 'not for adverts' },
    { purpose: 'contactSport', decision: 'refused' },
  ],
  ...{ name: 'Nadia K', relationship: 'mother', responsibility: 'yes', heard: 'none' },
};
const sitting = sittingOfLink(asked, around);
const so = soFarOfLink(whose.id, said1, wording, '2026-11-22T11:50:00.000Z');

/** Whether the shape of its record takes it. */
const fits = ({ type, op, scope, body }: Saying) => problemIn(type, op, scope, body);

describe('an answer by a link', () => {
  test('is one signing, a decision for each answer, and asked for what stays open: all in the name of the link', () => {
    const facts = sittingSaid(sitting, so, wording, nowMs);
    expect(facts.map(({ type, body }) => [type, body.purpose, body.decision])).toEqual([
      ['signing', undefined, undefined],
      ['asked', 'takePart', undefined],
      ['consent', 'photoInternal', 'given'],
      ['consent', 'contactSport', 'refused'],
    ]);
    expect(facts.map(fits)).toEqual(facts.map(() => null));
    const [signing, ...others] = facts;
    if (!signing) throw new Error('nothing was signed');
    const hash = factHash(signing, byLink('l1'), byLink('l1'));
    for (const each of others.filter(({ type }) => type === 'consent')) expect(each.body.signingHash).toBe(hash);
  });

  test('lacks nothing that the page asks for, and is not the child’s own', () => {
    expect(faultsIn(sitting, so, () => false)).toEqual([]);
    expect(faultsIn(sitting, { ...so, fullName: 'amira' }, () => false)).toEqual(['childsName']);
    expect(faultsIn(sitting, { ...so, responsibility: null }, () => false)).toEqual(['responsibility']);
  });

  test('is called an error by nobody of the team but a coordinator', () => {
    const given = answer('c', 'given', 'mum', {}, { by: byLink('l1') });
    const state = (...errors: ReturnType<typeof mistake>[]) =>
      inForceOf(said([given], { errors }), { person: 'amira', purpose: 'photoInternal' }, at).state;
    expect(state()).toBe('given');
    expect(state(mistake('c', 'worker'))).toBe('given');
    expect(state(mistake('c', 'coordinator', true))).toBe('never');
  });

  test('is read as the server’s own word: nobody saved it, and no phone had a clock', () => {
    const rows = someRows();
    const consent = { ...rows.consent, by: byLink('l1') };
    const words = wordsFor({ ...rows, consent }, someAround());
    expect(Object.fromEntries(words.decided)['Saved by']).toBe('The server, from the page of a link');
    const signing = sittingSaid(sitting, so, wording, nowMs)[0]?.body as BodyOf<'signing'>;
    const made = rows.signing && { ...rows.signing, body: signing };
    const signed = Object.fromEntries(wordsFor({ ...rows, consent, signing: made }, someAround()).signed);
    expect(signed['The link was made by']).toMatch(/, Sunday 22 November 2026, 09:00:00/);
    expect(signed['For the number that ends']).toBe('0123');
    const times = timesOf({ ...rows, consent });
    expect(times.map(([label]) => label)).not.toContain('The phone’s clock');
    expect(times.map(([, value]) => value).join()).not.toContain('phone');
  });
});

describe('parental responsibility', () => {
  test('is what they say, where the record does not doubt it', () => {
    expect([undefined, 'yes', 'no', 'not sure'].map((each) => isDoubted(said1, each as Responsibility))).toEqual([
      ...[false, false, true, true],
    ]);
    expect(isDoubted({ ...said1, responsibility: 'no' }, 'not sure')).toBe(false);
  });

  test('that is doubted waits as a change of the record, with everything else of it as it is', () => {
    const links = [['mum', { is: 'stepParent', responsibility: 'not sure', call: 1 }]] as const;
    const known = { isKnown: true, nowMs, newId, details: {} };
    const [details, reason] = fromSomebodyDoubted(sitting, { links, responsibility: 'not sure' }, known);
    expect(details?.body).toEqual({ 'guardian/mum': { is: 'stepParent', responsibility: 'yes', call: 1 } });
    expect(reason?.body.text).toContain('The record says: not sure. Nobody saw who answered.');
    expect([details, reason].map((each) => each && fits(each))).toEqual([null, null]);
  });
});

describe('somebody who is not on record', () => {
  const details = { 'guardian/mum': { is: 'mother' }, 'guardian/gran': { is: 'grandparent' } } as const;
  const known = { isKnown: true, nowMs, newId, details };
  const kept = fromNobodyOnRecord(sitting, so, wording, known);

  test('gives nothing: what waits for a coordinator holds their noes, who they say they are, and their words', () => {
    expect(kept.map(({ type, op }) => `${op} ${type}`)).toEqual([
      'create guardian',
      'patch details',
      'fact signing',
      'fact consent',
      'fact reason',
    ]);
    expect(kept.filter(({ type }) => type === 'consent').map(({ body }) => body.decision)).toEqual(['refused']);
    expect(kept.map(fits)).toEqual(kept.map(() => null));
    const text = kept.find(({ type }) => type === 'reason')?.body.text;
    expect(text).toContain('Photos for us: yes, “not for adverts”.');
    expect(text).toContain('Contact sport: no.');
    // Who is on record is named as who they are: an erased name must stand nowhere.
    expect(text).toContain('Tell who is on record: mother, grandparent.');
  });

  test('loses no word of the child, also where nothing is refused', () => {
    const yes = { ...so, answers: { 'amira-one/photoInternal': { decision: 'given' } } } as const;
    const says = { ...yes, says: { 'amira-one': 'I like it' } };
    const text = fromNobodyOnRecord(sitting, says, wording, { ...known, details: {} }).at(-1)?.body.text;
    expect(text).toContain('Amira says: “I like it”.');
    expect(text).toContain('Nobody is on record who could be told.');
  });

  test('who refuses nothing signs nothing', () => {
    const yes = { ...so, answers: { 'amira-one/photoInternal': { decision: 'given' } } } as const;
    const types = fromNobodyOnRecord(sitting, yes, wording, { ...known, isKnown: false }).map(({ type }) => type);
    expect(types).toEqual(['guardian', 'details', 'reason']);
  });
});

test('what is said by a link is never taken for a member’s', () => {
  expect(isByLink(byLink('l1'))).toBe(true);
  expect(isByLink('019a9b7e-4c00-7a52-8c0d-71e4b29f6a08')).toBe(false);
});

test('asking by a link and taking back by one have shapes', () => {
  const when = { at: '2026-11-22T12:00:00.000Z', day: '2026-11-22', newId };
  const told = { toldBy: 'link', offsetMs: 0 } as const;
  const sayings = [
    ...askFor(whose, ['research'], { how: 'link', giver: 'mum' }, when),
    ...withdraw(whose, ['research'], 'mum', said([]), told, when),
  ];
  expect(sayings.map(fits)).toEqual([null, null]);
});
