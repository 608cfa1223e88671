import type { CountedCell, Linked, Sum } from '#domain/reports/disclosure/linked.ts';
import type { PublishedFigure } from '#domain/reports/disclosure/sums-between.ts';
import { addDays } from '#domain/time.ts';

/** Programmes by lot, and the tables somebody may ask of them. Counted by going through everybody each time. */

export type Visit = { readonly park: number; readonly month: number };
export type Young = { readonly age: number; readonly gender: number; readonly visits: Visit[] };
export type Programme = {
  readonly parks: number;
  readonly ages: number;
  readonly genders: number;
  readonly months: number;
  readonly young: Young[];
};

/** One figure: of a dimension one code, or null for all; months from and to, both included. */
export type Spec = {
  readonly measure: 'attendances' | 'people';
  readonly from: number;
  readonly to: number;
  readonly park: number | null;
  readonly age: number | null;
  readonly gender: number | null;
};
export const groups = ['park', 'age', 'gender'] as const;
export type Group = (typeof groups)[number];

export const keyOf = ({ measure, from, to, park, age, gender }: Spec): string =>
  [measure, from, to, park ?? 'all', age ?? 'all', gender ?? 'all'].join(' ');

export function counted({ young }: Programme, { measure, from, to, park, age, gender }: Spec): number {
  let n = 0;
  for (const each of young) {
    if ((age !== null && each.age !== age) || (gender !== null && each.gender !== gender)) continue;
    const visits = each.visits.filter(
      (visit) => visit.month >= from && visit.month <= to && (park === null || visit.park === park),
    ).length;
    n += measure === 'people' ? Number(visits > 0) : visits;
  }
  return n;
}

export const sizeOf = (programme: Programme, group: Group): number =>
  ({ park: programme.parks, age: programme.ages, gender: programme.genders })[group];

/** A table: its rows and columns, with what it is narrowed to. */
export type Asked = { readonly of: Spec; readonly rows: Group; readonly columns: Group };

/** Several tables of one answer, which share margins. */
export type File = { readonly specs: readonly Spec[]; readonly linked: Linked; readonly tables: readonly Linked[] };

const add = (to: Map<string, Spec>, spec: Spec): string => {
  const key = keyOf(spec);
  to.set(key, spec);
  return key;
};

/** Different people do not add up over parks. */
const addsUp = (spec: Spec, group: Group) => spec.measure === 'attendances' || group !== 'park';

/** Counts what is asked. */
export function fileOf(programme: Programme, tables: readonly Asked[]): File {
  const apart = tables.map((table) => tableOf(programme, table));
  const specs = new Map(apart.flatMap((table) => [...table.specs]));
  const cells = new Map(apart.flatMap(({ linked }) => linked.cells.map((cell) => [cell.key, cell])));
  const linked = { cells: [...cells.values()], sums: apart.flatMap((table) => table.linked.sums) };
  return { specs: [...specs.values()], linked, tables: apart.map((table) => table.linked) };
}

function tableOf(programme: Programme, { of, rows, columns }: Asked): { specs: Map<string, Spec>; linked: Linked } {
  const specs = new Map<string, Spec>();
  const sums: Sum[] = [];
  const along = (group: Group): (number | null)[] => [...Array(sizeOf(programme, group)).keys(), null];
  for (const [own, other] of [
    [rows, columns],
    [columns, rows],
  ] as const) {
    for (const at of along(other)) {
      const keys = along(own).map((code) => add(specs, { ...of, [other]: at, [own]: code }));
      if (addsUp(of, own)) sums.push({ total: keys.at(-1) ?? '', parts: keys.slice(0, -1) });
    }
  }
  const cells: CountedCell[] = [...specs].map(([key, spec]) => ({ key, n: counted(programme, spec) }));
  return { specs, linked: { cells, sums } };
}

const dayOf = (month: number): string => `2026-0${month + 4}-01`;

export const published = (spec: Spec): PublishedFigure => {
  const code = (group: Group) => (spec[group] === null ? 'all' : `${spec[group]}`);
  return {
    key: keyOf(spec),
    measure: spec.measure,
    from: dayOf(spec.from),
    to: addDays(dayOf(spec.to + 1), -1),
    group: { park: code('park'), age: code('age'), gender: code('gender') },
  };
};

/** The codes there are. */
export const wholeOf = (programme: Programme): Record<Group, string[]> => {
  const codes = (group: Group) => [...Array(sizeOf(programme, group)).keys()].map(String);
  return { park: codes('park'), age: codes('age'), gender: codes('gender') };
};

/** A programme by lot. @param size 1: a handful of people; more: so many times as large */
export function anyProgramme(next: () => number, size: number): Programme {
  const upTo = (n: number) => Math.floor(next() * n);
  const parks = 1 + upTo(size > 1 ? 5 : 2);
  const ages = 2 + upTo(size > 1 ? 4 : 2);
  const genders = 2 + upTo(2);
  const months = 1 + upTo(size > 1 ? 4 : 2);
  const skew = 1 + next() * 2;
  const young = Array.from({ length: 4 + upTo(22 * size) }, (): Young => {
    const visits = Array.from({ length: 1 + upTo(3) }, () => ({
      park: Math.floor(next() ** skew * parks),
      month: upTo(months),
    }));
    return { age: Math.floor(next() ** skew * ages), gender: Math.floor(next() ** skew * genders), visits };
  });
  return { parks, ages, genders, months, young };
}

/** What was corrected between two files: somebody left out, somebody added, a visit of another month. */
export function corrected(programme: Programme, next: () => number): Programme {
  const young = programme.young.filter(() => next() > 0.04);
  const more = anyProgramme(next, 1).young.slice(0, Math.floor(next() * 3));
  const fits = ({ age, gender, visits }: Young) =>
    age < programme.ages &&
    gender < programme.genders &&
    visits.every(({ park, month }) => park < programme.parks && month < programme.months);
  return { ...programme, young: [...young, ...more.filter(fits)] };
}

/** What somebody asks for: one to three tables of one period, perhaps narrowed to one park, age or gender. */
export function anyTables({ months, parks, ages, genders }: Programme, next: () => number): Asked[] {
  const upTo = (n: number) => Math.floor(next() * n);
  const [one, other] = [upTo(months), upTo(months)];
  const of = { from: Math.min(one, other), to: Math.max(one, other) };
  const narrowed = upTo(6);
  const all = { park: null, age: null, gender: null };
  return Array.from({ length: 1 + upTo(3) }, () => {
    const measure = next() < 0.6 ? ('attendances' as const) : ('people' as const);
    const skip = upTo(3);
    const [rows = 'park', columns = 'age'] = groups.filter((_, at) => at !== skip);
    const third = groups[skip] ?? 'park';
    const code = upTo({ park: parks, age: ages, gender: genders }[third]);
    const spec: Spec = { measure, ...of, ...all, ...(narrowed === 0 ? { [third]: code } : {}) };
    return { of: spec, rows, columns };
  });
}
