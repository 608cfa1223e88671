import * as v from 'valibot';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { turnedAwayReasons } from '#domain/people-codes.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, number, object, text } from '#domain/reports/answer.ts';
import { columnsInFives, countedInFives, inFivesExplained } from '#domain/reports/in-fives.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { turnedAwayBy } from '#domain/sessions/turned-away.ts';

/** How many could not join in, by session and reason. Nobody is named. */

export const turnedAwaySchema = object({
  day: text,
  site: text,
  partner: text,
  reason: v.picklist(codesOf(turnedAwayReasons)),
  n: number,
});
export type TurnedAwayLine = v.InferOutput<typeof turnedAwaySchema>;

const why: Column<TurnedAwayLine> = ['reason', ({ reason }) => wordsOf(turnedAwayReasons, reason)];
const columns: readonly Column<TurnedAwayLine>[] = [
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  why,
  ['turned_away', ({ n }) => n, 'sum'],
];

const words: Definitions = [
  [
    'Turned away',
    'How many young people could not join in, as a worker counted them, less those taken back. They are no attendances.',
  ],
];

export const turnedAwayReport = report({
  name: 'turned-away',
  title: 'Could not join in',
  label: 'Could not join in',
  hint: 'How many, by reason',
  summary: 'How many could not join in, by reason; with profile=internal a row for each session and reason',
  definitions: [...words, ...inFivesExplained],
  types: ['session', 'mark', 'tally', 'turnedAway', 'site', 'partner'],
  query: profileQuery,
  answer: { lines: list(turnedAwaySchema) },
  tables: [{ name: 'turned-away', label: 'By reason', columns: columnsInFives([why], 'turned_away') }],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read) {
    const away = Map.groupBy(await read.rows('turnedAway'), ({ body }) => body.session);
    const names = new Map(
      [...(await read.rows('site')), ...(await read.rows('partner'))].map(({ id, body }) => [id, body.name]),
    );
    const lines: TurnedAwayLine[] = [];
    await read.eachSession(({ session }) => {
      const { day, site } = session.body;
      const partner = partnerOf(session.scope) ?? '';
      for (const { reason, n } of turnedAwayBy(session, away.get(session.id) ?? []))
        lines.push({ day, site: names.get(site) ?? site, partner: names.get(partner) ?? '', reason, n });
    });
    return { lines };
  },
  sheets: ({ lines }, asked) => [
    isOurs(asked)
      ? sheetOf('turned-away', columns, lines)
      : countedInFives('turned-away', [why], lines, { what: 'turned_away', n: ({ n }) => n }),
  ],
});
