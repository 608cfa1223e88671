import * as v from 'valibot';
import { wishKinds, wordsOf } from '#domain/codes.ts';
import { id } from '#domain/records/shapes/fields.ts';
import { list } from '#domain/reports/answer.ts';
import { columnsInFives, countedInFives, inFivesExplained } from '#domain/reports/in-fives.ts';
import { definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { answeredWishes, together } from './answered-wishes.ts';
import { readAtoms } from './feedback/placed.ts';
import { formVersions } from './forms/in-use.ts';
import { standingWishes, toWish, type Wish, type WishLine, wishLineSchema, wishLines } from './wishes.ts';

/** What young people wish for, as a table. */

type WishAt = WishLine & { readonly site: string };

const what: readonly Column<WishAt>[] = [
  ['kind', ({ kind }) => wordsOf(wishKinds, kind)],
  ['wish', ({ name }) => name],
  ['on_a_list', ({ what }) => (what === null ? 'no' : 'yes')],
];
const park: Column<WishAt> = ['site', ({ site }) => site];
const wishColumns: readonly Column<WishAt>[] = [
  ...what,
  ['under_10s', ({ under10 }) => under10, 'sum'],
  ['over_10s', ({ over10 }) => over10, 'sum'],
  ['age_not_known', ({ ageNotKnown }) => ageNotKnown, 'sum'],
  ['all', ({ all }) => all, 'sum'],
  park,
];

/** T12: what young people wish for; of one park with its id. */
export const wishesReport = report({
  name: 'wishes',
  title: 'Wishes',
  label: 'Wishes',
  hint: 'What young people would like',
  summary: 'What young people wish for: one row per wish, by age set; of one park with site',
  definitions: [...definitions.wishes, ...inFivesExplained],
  types: ['wish', 'set', 'activity', 'site', 'session', 'formVersion'],
  readsFeedback: true,
  query: { site: v.optional(id), ...profileQuery },
  answer: { lines: list(wishLineSchema) },
  tables: [{ name: 'wishes', label: 'Wishes', columns: columnsInFives([...what, park], 'all') }],
  glance: ['wish', 'kind', 'on_a_list', 'under_10s', 'over_10s', 'age_not_known', 'all'],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read, { from, to, site: asked }) {
    // One of the period may have been taken back after it.
    const all = standingWishes((await read.rows('wish')).map(toWish));
    const ofPeriod = all.filter(({ day }) => day >= from && day <= to);
    const sessions = await read.sessionsById(ofPeriod.flatMap(({ session }) => session ?? []));
    const siteOf = new Map(sessions.map(({ id, body }) => [id, body.site]));
    const isThere = ({ site, session }: Wish) => (site ?? siteOf.get(session ?? '')) === asked;
    const wishes = asked === undefined ? ofPeriod : ofPeriod.filter(isThere);
    const listed = [...(await read.rows('activity')), ...(await read.rows('set'))];
    const nameById = new Map(listed.map(({ id, body }) => [id, body.name]));
    const versions = formVersions({ versions: await read.rows('formVersion'), approvals: [] });
    const answered = answeredWishes(await readAtoms(read, { from, to, site: asked }), versions, listed);
    return { lines: together([...wishLines(wishes, (id) => nameById.get(id) ?? id), ...answered]) };
  },
  sheets: ({ lines }, asked, site) => {
    const there = lines.map((line) => ({ ...line, site }));
    if (isOurs(asked)) return [sheetOf('wishes', wishColumns, there)];
    return [countedInFives('wishes', [...what, park], there, { what: 'all', n: ({ all }) => all })];
  },
  part: {
    all: 'All parks',
    of: async (read, { site }) => site && ((await read.rows('site')).find(({ id }) => id === site)?.body.name ?? site),
  },
});
