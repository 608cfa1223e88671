import type { Earlier } from '#domain/reports/disclosure/linked.ts';
import { isWithheld, protect } from '#domain/reports/disclosure/protect.ts';
import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import { sumsBetween } from '#domain/reports/disclosure/sums-between.ts';
import type { Given } from './attacker.ts';
import {
  anyProgramme,
  anyTables,
  corrected,
  type File,
  fileOf,
  keyOf,
  type Programme,
  published,
  type Spec,
  wholeOf,
} from './programme.ts';

/** Files that are given out one after the other. */

/** How a file is protected. @param before the figures of all files before it, with how they were shown last */
export type Policy = (
  file: File,
  before: ReadonlyMap<string, { spec: Spec; shown: ShownNumber }>,
  programme: Programme,
) => ReadonlyMap<string, ShownNumber>;

/** As it is done. */
export const asItIs: Policy = (file, before, programme) => {
  const specs = new Map([
    ...[...before].map(([key, { spec }]) => [key, spec] as const),
    ...file.specs.map((spec) => [keyOf(spec), spec] as const),
  ]);
  const between = sumsBetween([...specs.values()].map(published), wholeOf(programme));
  const earlier: Earlier = {
    cells: [...before.keys()].map((key) => ({ key, n: 0 })),
    ...between,
    shown: new Map([...before].map(([key, { shown }]) => [key, shown])),
  };
  return protect(file.linked, 'funder', earlier);
};

/** Groups of 1 to 4 are hidden and nothing else. */
export const primaryOnly: Policy = ({ linked }) =>
  new Map(linked.cells.map(({ key, n }) => [key, n > 0 && n < 5 ? 'few' : n]));

/** Each sum for itself: as if a figure in two tables were two figures. */
export const tablesApart: Policy = ({ linked, tables }) => {
  const shown = new Map<string, ShownNumber>();
  for (const table of tables)
    for (const [key, as] of protect(table, 'funder')) if (typeof as === 'number' || !shown.has(key)) shown.set(key, as);
  return new Map(linked.cells.map(({ key }) => [key, shown.get(key) ?? 'hidden']));
};

/** What was given before is not looked at. */
export const withoutEarlier: Policy = ({ linked }) => protect(linked, 'funder');

/** Some files of a programme by lot. */
export function filesOf(
  next: () => number,
  files: number,
  corrects: boolean,
  policy: Policy,
): { programme: Programme; given: Given[]; withheld: number } {
  let programme = anyProgramme(next, 1);
  const before = new Map<string, { spec: Spec; shown: ShownNumber }>();
  const given: Given[] = [];
  for (let at = 0; at < files; at += 1) {
    if (at > 0 && corrects) programme = corrected(programme, next);
    const file = fileOf(programme, anyTables(programme, next));
    const shown = policy(file, before, programme);
    if (at > 0 && isWithheld(shown, new Map([...before].map(([key, each]) => [key, each.shown])))) continue;
    given.push({ shown, truth: new Map(file.linked.cells.map(({ key, n }) => [key, n])) });
    for (const spec of file.specs) before.set(keyOf(spec), { spec, shown: shown.get(keyOf(spec)) ?? 'hidden' });
  }
  return { programme, given, withheld: files - given.length };
}
