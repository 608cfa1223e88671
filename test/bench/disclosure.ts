import { protect } from '#domain/reports/disclosure/protect.ts';
import { type PublishedFigure, sumsBetween } from '#domain/reports/disclosure/sums-between.ts';
import { lot } from '#test/domain/reports/disclosure/tables.ts';
import { median, ms } from './figures.ts';

/** `npm run bench:disclosure`: how long it takes to hide what must be hidden, in a large table and in several, alone and beside an earlier file. */

const rows = 60;
const columns = 8;
const whole = {
  park: Array.from({ length: rows }, (_, at) => `park ${at}`),
  age: Array.from({ length: columns }, (_, at) => `age ${at}`),
  gender: ['F', 'M', 'NB', 'NK'],
};

/** Attendances by park × age, and by age × gender and park × gender with the same margins. */
function asked(tables: number, mean: number, from: string, to: string, part = 1) {
  const next = lot(mean);
  const n = new Map<string, number>();
  const published = new Map<string, PublishedFigure>();
  const sums = new Map<string, { total: string; parts: string[] }>();
  const add = (group: Record<string, string>, by: number) => {
    const named = Object.fromEntries(Object.entries(group).filter(([, code]) => code !== 'all'));
    const key = JSON.stringify([from, to, ...Object.entries(named).sort().flat()]);
    published.set(key, { key, measure: 'attendances', from, to, group: named });
    n.set(key, (n.get(key) ?? 0) + by);
    return key;
  };
  const shapes = [
    ['park', 'age'],
    ['age', 'gender'],
    ['park', 'gender'],
  ].slice(0, tables) as ['park', 'age'][]; // two dimensions each
  for (const park of whole.park)
    for (const age of whole.age)
      for (const gender of whole.gender) {
        const many = Math.floor((-Math.log(next()) * mean * part) / 4);
        const codes: Record<string, string> = { park, age, gender };
        const seen = new Set<string>();
        for (const [one, other] of shapes)
          for (const a of [codes[one] ?? '', 'all'])
            for (const b of [codes[other] ?? '', 'all']) {
              const group = { [one]: a, [other]: b };
              const name = JSON.stringify(
                Object.entries(group)
                  .filter(([, code]) => code !== 'all')
                  .sort(),
              );
              if (seen.has(name)) continue;
              seen.add(name);
              add(group, many);
            }
      }
  for (const [one, other] of shapes)
    for (const [along, across] of [
      [one, other],
      [other, one],
    ] as ['park', 'age'][]) // the same two
      for (const code of [...whole[across], 'all']) {
        const parts = whole[along].map((each) => add({ [along]: each, [across]: code }, 0));
        const total = add({ [along]: 'all', [across]: code }, 0);
        sums.set(`${total} ${along}`, { total, parts });
      }
  return {
    linked: { cells: [...n].map(([key, each]) => ({ key, n: each })), sums: [...sums.values()] },
    published: [...published.values()],
  };
}

for (const tables of [1, 3])
  for (const mean of [3, 12, 40]) {
    const { linked, published } = asked(tables, mean, '2026-10-01', '2026-10-31');
    const earlier = asked(tables, mean, '2026-10-01', '2026-10-15', 0.5);
    const took: number[][] = [[], []];
    let codes = '';
    let beside = '';
    for (let run = 0; run < 5; run += 1) {
      let started = performance.now();
      const shown = protect(linked, 'funder');
      took[0]?.push(performance.now() - started);
      const hidden = [...shown.values()].filter((as) => typeof as === 'string');
      codes = `${linked.cells.length} figures, ${hidden.filter((as) => as === 'few').length} <5, ${hidden.filter((as) => as === 'hidden').length} [c]`;
      const before = protect(earlier.linked, 'funder');
      started = performance.now();
      const between = sumsBetween([...published, ...earlier.published], whole);
      const both = protect(linked, 'funder', { cells: earlier.linked.cells, ...between, shown: before });
      took[1]?.push(performance.now() - started);
      beside = `${[...both.values()].filter((as) => as === 'hidden').length} [c]`;
    }
    console.log(
      `${tables} of ${rows} × ${columns}, about ${mean}: ${codes}; alone ${ms(median(took[0] ?? []))}, beside an earlier file ${ms(median(took[1] ?? []))}, ${beside}`,
    );
  }
