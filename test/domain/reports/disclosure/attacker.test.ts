import { describe, expect, test } from 'vitest';
import { Attacker } from './attacker.ts';
import { asItIs, filesOf, type Policy, primaryOnly, tablesApart, withoutEarlier } from './giving.ts';
import { lot } from './tables.ts';

/** Somebody tries to work out what is hidden, from every file of programmes by lot. */

type Attacked = { leaks: string[]; tried: number; undecided: number; withheld: number };

function attacked(policy: Policy, programmes: number, files: number, corrects = false): Attacked {
  const all: Attacked = { leaks: [], tried: 0, undecided: 0, withheld: 0 };
  for (let seed = 1; seed <= programmes; seed += 1) {
    const { programme, given, withheld } = filesOf(lot(seed), files, corrects, policy);
    const attacker = new Attacker(programme, given);
    for (const { key, n } of attacker.attack()) all.leaks.push(`${seed}: ${key} is ${n}`);
    all.tried += attacker.tried;
    all.undecided += attacker.undecided;
    all.withheld += withheld;
  }
  return all;
}

describe('nobody works out what is hidden', { timeout: 180_000 }, () => {
  test.each([
    ['one file', 1000, 1, false],
    ['two files of other days, groups and parks', 800, 2, false],
    ['three of them', 200, 3, false],
    ['two files, with corrections in between', 200, 2, true],
    ['three of them, with corrections', 60, 3, true],
  ])('from %s', (_, programmes, files, corrects) => {
    const { leaks, tried, undecided } = attacked(asItIs, programmes, files, corrects);
    expect(leaks).toEqual([]);
    expect(tried).toBeGreaterThan(programmes);
    // Where the attacker gave up, nothing is shown either way.
    expect(undecided).toBeLessThan(tried / 500);
  });
});

describe('the attacker finds what is left open', { timeout: 180_000 }, () => {
  test('where only groups of 1 to 4 are hidden', () => {
    expect(attacked(primaryOnly, 100, 1).leaks.length).toBeGreaterThan(100);
  });

  test('where tables that share figures are protected one by one', () => {
    expect(attacked(tablesApart, 100, 1).leaks.length).toBeGreaterThan(10);
  });

  test('where nobody looks at what was given before', () => {
    expect(attacked(withoutEarlier, 100, 2).leaks.length).toBeGreaterThan(10);
    expect(attacked(withoutEarlier, 100, 2, true).leaks.length).toBeGreaterThan(10);
  });
});
