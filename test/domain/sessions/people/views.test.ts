import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samePerson, takeApart, twoPeople } from '#domain/people/acts.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import type { RowsByType, ViewAround } from '#domain/reports/view.ts';
import { doublesOfDesk } from '#domain/sessions/people/doubles.ts';
import { familyOfDesk } from '#domain/sessions/people/family.ts';
import { peopleOfDesk } from '#domain/sessions/people/list.ts';
import { personOfDesk } from '#domain/sessions/people/whole.ts';

/** The register as a coordinator’s desk folds it. */

const now = '2026-11-22T12:00:00.000Z';
const around: ViewAround = { partners: [{ id: 'a', name: 'Refocus', families: true }], now };

const row = (type: RecordType, id: string, body: Body, scope = partnerScope('a')): Row => ({
  ...{ id, type, scope, body, stamps: {}, by: 'will', device: 'd', at: now, seq: 1 },
});
const badge = (id: string, knownAs: string, more: Body = {}) =>
  row('person', id, { knownAs, leaf: 1, colour: 1, status: 'active', 'site/hill': true, ...more });
const mark = (id: string, person: string, session: string, day: string, state = 'here', replaces: string[] = []) =>
  row('mark', id, { session, person, day, state, at: `${day}T16:00:00.000Z`, replaces });
const said = (saying: Saying) => row(saying.type as RecordType, saying.id, saying.body, saying.scope);

/** The rows of a test, by type; what a test does not name is empty. */
function by<Type extends RecordType>(types: readonly Type[], rows: readonly Row[]): RowsByType<Type> {
  return Object.fromEntries(types.map((type) => [type, rowsOf(rows, type)])) as unknown as RowsByType<Type>; // every type is a key
}
const list = (rows: readonly Row[], at = around) => peopleOfDesk.fold(by(peopleOfDesk.types, rows), at);
const doubles = (rows: readonly Row[], at = around) => doublesOfDesk.fold(by(doublesOfDesk.types, rows), at);
const whole = (rows: readonly Row[], of: string, at = around) =>
  personOfDesk.fold(by(personOfDesk.types, rows), { ...at, of }).whole;

const amira = badge('p1', 'Amira', { initial: 'K', ageBand: '10-12', ageBandOn: '2026-09-01' });
const amirah = badge('p2', 'Amirah', { initial: 'K', ageBand: '10-12', ageBandOn: '2026-09-01' });
const park = (id: string, site: string, day: string) =>
  row('session', id, { site, day, status: { is: 'finished', reopened: 0 } });

describe('the register of the desk', () => {
  test('says when somebody last came, how often, and to which parks, most often first', () => {
    const rows = [
      amira,
      ...[park('s1', 'hill', '2026-10-01'), park('s2', 'wood', '2026-10-08'), park('s3', 'wood', '2026-11-05')],
      ...[mark('m1', 'p1', 's1', '2026-10-01'), mark('m2', 'p1', 's2', '2026-10-08')],
      mark('m3', 'p1', 's3', '2026-11-05', 'left'),
    ];
    const [line] = list(rows).people;
    expect(line).toMatchObject({ name: 'Amira K', last: '2026-11-05', times: 3, parks: ['wood', 'hill'] });
  });

  test('does not count a mark that was taken back', () => {
    const rows = [amira, mark('m1', 'p1', 's1', '2026-10-01'), mark('m2', 'p1', 's1', '2026-10-01', 'removed', ['m1'])];
    expect(list(rows).people[0]).toMatchObject({ last: '', times: 0, parks: ['hill'] });
  });

  test('gives no name of a partner that does not share them, only how many there are', () => {
    const rows = [amira, amirah, mark('m1', 'p1', 's1', '2026-11-20')];
    const closed = { ...around, partners: [{ id: 'a', name: 'Refocus', families: false }] };
    const answer = list(rows, closed);
    expect(answer.people).toEqual([]);
    expect(answer.partners).toEqual([{ id: 'a', name: 'Refocus', shared: false, people: 2, cameLately: 1 }]);
    expect(JSON.stringify([answer, doubles(rows, closed), whole(rows, 'p1', closed)])).not.toContain('Amira');
  });

  test('says what is missing of somebody, and not what they would rather not say', () => {
    expect(list([amira]).people[0]?.missing).toEqual(['details', 'consent']);
    const known = (body: Body) => row('details', 'details:p1', { person: 'p1', ...body }, privateScope('a'));
    expect(list([amira, known({ fullName: 'Amira Karim' })]).people[0]?.missing).toEqual(['call', 'born', 'consent']);
    expect(list([amira, known({ 'notSaid/born': true })]).people[0]?.missing).toEqual(['call', 'consent']);
  });

  test('shows a closed badge to nobody and counts it nowhere', () => {
    const answer = list([badge('p9', 'Gone', { status: 'closed' })]);
    expect(answer.people).toEqual([]);
    expect(answer.partners[0]?.people).toBe(0);
  });
});

describe('two records', () => {
  const others = [amira, amirah, mark('m1', 'p1', 's1', '2026-10-01'), mark('m2', 'p2', 's2', '2026-10-08')];

  test('of one child are offered once, by name, age and park', () => {
    const { likely } = doubles(others);
    expect(likely.map(({ of, one, other }) => [of, one.id, other.id])).toEqual([['person', 'p1', 'p2']]);
    expect(list(others).people.map(({ double }) => double)).toEqual([true, true]);
  });

  test('who were at one session together are two', () => {
    expect(
      doubles([amira, amirah, mark('m1', 'p1', 's1', '2026-10-01'), mark('m2', 'p2', 's1', '2026-10-01')]).likely,
    ).toEqual([]);
  });

  test('joined are one line with both their sessions, still shown as the two they were', () => {
    const same = said(samePerson('person', [amira, amirah], [], { id: 'fact-one', at: now }));
    const rows = [...others, same];
    expect(list(rows).people.map(({ id, times }) => [id, times])).toEqual([['p1', 2]]);
    const { joined } = doubles(rows);
    expect(joined.map(({ one, other }) => [one.times, other.times])).toEqual([[1, 1]]);
    expect(whole(rows, 'p2')?.person.id).toBe('p1');
    expect(whole(rows, 'p2')?.joined.map(({ id }) => id)).toEqual(['p2']);
  });

  test('who were said to be two children are not offered again', () => {
    const two = said(twoPeople('person', [amira, amirah], [], { id: 'fact-two', at: now }));
    expect(doubles([...others, two]).likely).toEqual([]);
  });

  test('lose nothing, whatever is said and taken back', () => {
    const steps = fc.array(fc.constantFrom('same', 'two', 'apart'), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (all) => {
        let rows: Row[] = others;
        for (const [at, step] of all.entries()) {
          const known = rowsOf(rows, 'alias');
          let n = 0;
          const minted = () => ({ id: `fact-${at}-${n++}`, at: now });
          const sayings =
            step === 'apart'
              ? takeApart('person', amirah, known, minted)
              : [(step === 'same' ? samePerson : twoPeople)('person', [amira, amirah], known, minted())];
          rows = [...rows, ...sayings.map(said)];
        }
        const { people } = list(rows);
        expect(people.reduce((sum, { times }) => sum + times, 0)).toBe(2);
        expect(people.length).toBe(doubles(rows).joined.length > 0 ? 1 : 2);
      }),
    );
  });

  test('of one mother are offered where name or number agree, and not where the numbers differ', () => {
    const mother = (id: string, name: string, phone: string) => row('guardian', id, { name, phone }, privateScope('a'));
    const offered = (...rows: Row[]) => doubles(rows).likely.map(({ one, other }) => `${one.id} ${other.id}`);
    expect(offered(mother('g1', 'Nadia Karim', '07700 900318'), mother('g2', 'N Karim', '+447700900318'))).toEqual([
      'g1 g2',
    ]);
    expect(offered(mother('g1', 'Nadia Karim', ''), mother('g2', 'Nadia Karim', '07700900318'))).toEqual(['g1 g2']);
    expect(offered(mother('g1', 'Nadia Karim', '07700900319'), mother('g2', 'Nadia Karim', '07700900318'))).toEqual([]);
    expect(offered(mother('g1', 'Nadia Karim', '07700900318'), mother('g2', 'Omar Karim', '07700900318'))).toEqual([]);
  });
});

test('what to do and who to call stand in an answer of their own, never on the page of the person', () => {
  const need = { kind: 'medical', name: 'Asthma', do: 'Blue inhaler in her bag' };
  const details = row('details', 'details:p1', { person: 'p1', 'need/n1': need }, privateScope('a'));
  const rows = [amira, details];
  expect(whole(rows, 'p1')?.needs).toEqual(['medical']);
  expect(JSON.stringify([whole(rows, 'p1'), list(rows)])).not.toContain('inhaler');
  const { family } = familyOfDesk.fold(by(familyOfDesk.types, rows), { ...around, of: 'p1' });
  expect(JSON.stringify(family)).toContain('inhaler');
  const strangers = familyOfDesk.fold(by(familyOfDesk.types, rows), { ...around, partners: [], of: 'p1' });
  expect(strangers.family).toBeNull();
});
