import { expect, test } from 'vitest';
import { readSetUpFile, setUpFileOf, type WholeSetUp } from '#domain/set-up/file.ts';
import { planOf } from '#domain/set-up/plan.ts';

/** What is taken along into another programme, and what stays. */

const none = {
  ...{ programme: [], partner: [], site: [], activity: [], agency: [], area: [], question: [], set: [] },
  ...{ indicator: [], wording: [], wordingVersion: [], approval: [], form: [], formVersion: [], formApproval: [] },
  ...{ formEnded: [], targets: [] },
} as const satisfies WholeSetUp;

const all: WholeSetUp = {
  ...none,
  programme: [
    {
      id: 'p',
      body: { name: 'Stepping Out', safeguardingName: 'Priya N', safeguardingPhone: '07700 900999', askGender: true },
    },
  ],
  partner: [{ id: 'refocus', body: { name: 'Refocus', contact: 'Cora Jones' } }],
  site: [
    { id: 'open', body: { name: 'Windmill Hill', status: 'active', ward: null } },
    { id: 'shut', body: { name: 'Old Park', status: 'closed' } },
  ],
  set: [{ id: 'box', body: { name: 'Box', kind: 'U10', version: 2, 'part/1:ball': 1, 'part/2:ball': 3 } }],
  targets: [{ id: 't', partner: 'refocus', n: 40, from: '', by: '2026-10-31' }],
};

test('the file holds the set-up as it stands now, and nobody’s name or number', () => {
  const file = setUpFileOf(all);
  expect(file.records).toEqual([
    { type: 'site', id: 'open', body: { name: 'Windmill Hill' } },
    { type: 'set', id: 'box', body: { name: 'Box', kind: 'U10', version: 2, 'part/2:ball': 3 } },
    { type: 'target', id: 't', partner: 'Refocus', body: { n: 40, by: '2026-10-31' } },
  ]);
  expect(file.programme).toEqual({ name: 'Stepping Out', settings: { askGender: true } });
  expect(JSON.stringify(file)).not.toMatch(/Priya|07700|Cora/);
  expect(readSetUpFile(JSON.stringify(file))).toEqual(file);
});

const beside = (here: WholeSetUp, runsProgramme = true) =>
  ({ all: here, runsProgramme, coordinates: () => true, today: '2026-11-26' }) as const;
const elsewhere: WholeSetUp = {
  ...none,
  programme: [{ id: 'q', body: { name: 'Another' } }],
  partner: [{ id: 'theirs', body: { name: 'REFOCUS' } }],
};

test('the same file makes the same records under the same ids, and others in another programme', () => {
  const ids = (here: WholeSetUp) => planOf(setUpFileOf(all), beside(here)).sayings.map(({ id }) => id);
  expect(ids(elsewhere)).toEqual(ids(elsewhere));
  const third = { ...elsewhere, programme: [{ id: 'r', body: { name: 'A third' } }] };
  expect(ids(third).filter((id) => ids(elsewhere).includes(id))).toEqual([]);
});

test('what was decided here is not decided by a file, nor by somebody who may not', () => {
  const settingsIn = (here: WholeSetUp, runs = true) => planOf(setUpFileOf(all), beside(here, runs)).lines[0];
  expect(settingsIn(elsewhere)).toMatchObject({ type: 'programme', is: 'used' });
  expect(settingsIn(elsewhere, false)).toMatchObject({ is: 'left out' });
  const decided = { ...elsewhere, programme: [{ id: 'q', body: { name: 'Another', askGender: false } }] };
  expect(settingsIn(decided)).toMatchObject({ is: 'here' });
});

test('a file that asks for a setting of another kind sets nothing', () => {
  const file = setUpFileOf(all);
  const bad = { ...file, programme: { name: '', settings: { name: 'Mine now', safeguardingPhone: '999' } } };
  const { lines, sayings } = planOf(bad, beside(elsewhere));
  expect(lines[0]).toMatchObject({ type: 'programme', is: 'left out' });
  expect(sayings.some(({ type }) => type === 'programme')).toBe(false);
});

test('two of one name in a file are one', () => {
  const file = setUpFileOf(all);
  const [site] = file.records;
  const twice = { ...file, records: [site, { ...site, id: 'again' }].flatMap((each) => each ?? []) };
  expect(planOf(twice as typeof file, beside(elsewhere)).lines.map(({ is }) => is)).toEqual([
    'used',
    'used',
    'left out',
  ]);
});

test('a target moves on by as many years as it is over, and a day that is none is left out', () => {
  const target = (by: string) => ({ type: 'target' as const, id: by, partner: 'Refocus', body: { n: 5, by } });
  const file = { ...setUpFileOf(none), records: [target('2024-02-29'), target('2026-12-31'), target('2026-13-45')] };
  expect(planOf(file, beside(elsewhere)).lines).toMatchObject([
    { name: '5 boxes, Refocus, by 2027-02-28', because: '3 years on' },
    { name: '5 boxes, Refocus, by 2026-12-31', because: '' },
    { is: 'left out' },
  ]);
});
