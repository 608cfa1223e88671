import * as v from 'valibot';
import { codesOf, weathers, wordsOf } from '#domain/codes.ts';
import { list, number, object } from '#domain/reports/answer.ts';
import { report } from '#domain/reports/report.ts';
import { sheetOf } from '#domain/reports/sheet.ts';

/** A report that is in no list of the app: sessions by weather. */

const line = object({ weather: v.picklist(codesOf(weathers)), sessions: number });

export const weatherReport = report({
  name: 'weather',
  title: 'Sessions by weather',
  label: 'Weather',
  hint: 'What it was like',
  summary: 'Sessions by the weather they had',
  definitions: [['Weather', 'As the worker put it down.']],
  types: ['session', 'mark', 'tally'],
  query: { weather: v.optional(v.picklist(codesOf(weathers))) },
  answer: { lines: list(line) },
  tables: [{ name: 'weather', label: 'Weather' }],
  async fold(read, { weather: asked }) {
    const found: string[] = [];
    await read.eachSession(({ session }) => found.push(session.body.weather ?? ''));
    const lines = weathers.map(([weather]) => ({ weather, sessions: found.filter((each) => each === weather).length }));
    return { lines: lines.filter(({ weather, sessions }) => sessions > 0 && (asked ?? weather) === weather) };
  },
  sheets: ({ lines }) => [
    sheetOf(
      'weather',
      [
        ['weather', ({ weather }) => wordsOf(weathers, weather)],
        ['sessions', ({ sessions }) => sessions, 'sum'],
      ],
      lines,
    ),
  ],
});
