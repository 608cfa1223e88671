import type { Planted } from '#test/scenarios/planted.ts';

/** Bugs in the figures that the recount must notice. They are put into the text of a module as a test loads it, and exist only here. */

const folder = 'src/domain/sessions/figures';
const one = (name: string, file: string, find: string, replace: string): Planted => ({
  name,
  edits: [{ file: `${folder}/${file}`, find, replace }],
});

export const plantedInFigures: readonly Planted[] = [
  one('count a session that was not delivered', 'cube.ts', '!isDelivered(visit.line) || ', ''),
  one(
    'give everybody the age of their last day',
    'cube.ts',
    'people.get(person) ?? { codes,',
    '{ ...people.get(person), codes,',
  ),
  one('forget who helped', 'cube.ts', "helped ? 'helped' : 'joined_in'", "'joined_in'"),
  one('call everybody new', 'cube.ts', "before.has(comer.person) ? 'returning'", "before.has(comer.person) ? 'new'"),
  one('count a park of another filter', 'cube.ts', 'among(parks, line.siteId) &&', ''),
  one(
    'count who was named among the counted too',
    'comers.ts',
    'if (among) takeOne',
    'if (among === undefined) takeOne',
  ),
  one('take off anybody of the band', 'comers.ts', 'lot.gender === like.gender ? 4', 'lot.gender === like.gender ? 0'),
  one('let a bare minus take nobody', 'comers.ts', 'left > 0; left -= 1', 'left > 99; left -= 1'),
  one('count a contact', 'comers.ts', 'if (!takesPart(tally.level)) continue;', ''),
  one('begin the past a day too late', 'fold.ts', 'addDays(from, -1)', 'addDays(from, 0)'),
  one(
    'add a person up in every row once more',
    'grid.ts',
    'add(totals, column, n);',
    'for (const _ of rows) add(totals, column, n);',
  ),
  one('take sessions for an hour each', 'cube.ts', 'visit.line.minutes ?? 0', '60'),
];
