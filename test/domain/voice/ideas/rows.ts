import type { BodyOf, RowOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { foldIdeas, type Idea, type IdeaRows, ideaTypes } from '#domain/voice/ideas/fold.ts';

/** Rows of ideas, short enough for a table. */

export const today = '2026-11-26';
export const partner = 'refocus';

export const row = <T extends RecordType>(type: T, id: string, body: BodyOf<T>, scope = teamScope(partner)): RowOf<T> =>
  ({ type, id, scope, body, stamps: {}, by: 'dele', device: 'd', at: `${today}T10:00:00.000Z` }) as unknown as RowOf<T>; // a test's row

export const idea = (id: string, body: Partial<BodyOf<'idea'>> = {}) =>
  row('idea', id, { said: 'Floodlights', day: '2026-09-01', site: 'northfleet', ...body });

export const session = (
  id: string,
  day: string,
  is: BodyOf<'session'>['status']['is'] = 'finished',
  site = 'northfleet',
) =>
  row(
    'session',
    id,
    { site, day, workType: 'outreach', status: { is, reopened: 0 }, plannedStart: `${day}T16:00:00.000Z` },
    partnerScope(partner),
  );

export const told = (id: string, at: string, of = 'lights', more: Partial<BodyOf<'told'>> = {}) =>
  row('told', id, {
    ...{ idea: of, session: at, day: '2026-10-01', how: 'spoken', at: '2026-10-01T17:00:00.000Z' },
    ...more,
  });

export const untold = (id: string, undoes: string, at: string, of = 'lights') => told(id, at, of, { undoes });

export const same = (id: string, one: string, other: string) =>
  row(
    'alias',
    id,
    { of: 'session', one, other, is: 'same', at: '2026-10-02T10:00:00.000Z', replaces: [] },
    partnerScope(partner),
  );

export const wish = (id: string, words: string, more: Partial<BodyOf<'wish'>> = {}) =>
  row(
    'wish',
    id,
    {
      ...{ kind: 'equipment', age: 'O10', words, n: 1, day: '2026-09-01', at: '2026-09-01T16:30:00.000Z' },
      ...{ site: 'northfleet', ...more },
    },
    partnerScope(partner),
  );

export const debrief = (of: string, needsRaised: string) =>
  row('debrief', `debrief:${of}`, { session: of, day: '2026-09-03', needsRaised } as BodyOf<'debrief'>);

export type AnyRow = RowOf<(typeof ideaTypes)[number]>;

/** Sorted into their types, as a phone and the server read them. */
export const rowsFrom = (rows: readonly AnyRow[]): IdeaRows =>
  Object.fromEntries(ideaTypes.map((type) => [type, rows.filter((each) => each.type === type)])) as unknown as IdeaRows; // every type is a key

export const folded = (...rows: readonly AnyRow[]): readonly Idea[] => foldIdeas(rowsFrom(rows), today).ideas;

/** The one idea of these rows. */
export function theIdea(...rows: readonly AnyRow[]): Idea {
  const [only, ...others] = folded(...rows);
  if (!only || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} ideas instead of one`);
  return only;
}
