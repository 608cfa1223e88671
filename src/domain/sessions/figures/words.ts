import { type Code, wordsOf } from '#domain/codes.ts';
import { monthWords } from '#domain/time.ts';
import type { FigureColumns, FigureRows } from './asked.ts';
import { comerCodes } from './asked.ts';
import { notRecorded } from './cube.ts';
import { outcomes } from './outcomes.ts';
import type { FiguresReading } from './visits.ts';

/** What rows and columns are called, and in which order they stand. */

/** A code with its words. */
export type CodeNamed = { readonly code: string; readonly words: string };

const nobodySaid: Partial<Record<FigureRows, string>> = { activity: 'Not recorded', worker: 'Nobody written down' };

/** Two parks of one name are told apart by ward, or by where people meet. */
function siteWords(sites: Awaited<ReturnType<typeof readSites>>): Map<string, string> {
  const byName = Map.groupBy(sites, ({ body }) => body.name);
  return new Map(
    sites.map(({ id, body }) => {
      const told = (byName.get(body.name)?.length ?? 0) > 1 && (body.ward || body.meetingPoint || id.slice(-4));
      return [id, told ? `${body.name}, ${told}` : body.name];
    }),
  );
}
const readSites = (read: FiguresReading) => read.rows('site');

const named = async (read: FiguresReading, type: 'activity' | 'partner' | 'member') =>
  new Map((await read.rows(type)).map(({ id, body }) => [id, body.name]));

/** The words of each code of a kind of row. An id that is not known stands as it is. */
export async function wordsIn(read: FiguresReading, kind: FigureRows): Promise<(code: string) => string> {
  const known = async (): Promise<ReadonlyMap<string, string>> => {
    if (kind === 'park') return siteWords(await readSites(read));
    if (kind === 'worker') return named(read, 'member');
    return kind === 'activity' || kind === 'partner' ? named(read, kind) : new Map();
  };
  const words = await known();
  const codes: readonly Code[] = kind in comerCodes ? comerCodes[kind as keyof typeof comerCodes] : []; // as was just seen
  return (code) => {
    if (code === notRecorded) return nobodySaid[kind] ?? 'Not recorded';
    if (kind === 'month') return monthWords(code, read.today);
    return words.get(code) ?? wordsOf(codes, code);
  };
}

/** The columns of a table; those in which nobody stands are left out, but for the first ones that are always asked about. */
export function columnsOf(kind: FigureColumns | 'outcome', isMet: (code: string) => boolean): CodeNamed[] {
  if (kind === 'none') return [];
  const codes: readonly Code[] = kind === 'outcome' ? outcomes : comerCodes[kind];
  const always = kind === 'gender' ? ['F', 'M'] : kind === 'age' ? [] : codes.map(([code]) => code);
  return codes
    .filter(([code]) => always.includes(code) || isMet(code))
    .map(([code, words]) => ({ code, words: kind === 'gender' ? (short[code] ?? words) : words }));
}

/** Above a column of a table. */
const short: Readonly<Record<string, string>> = { F: 'Girls', M: 'Boys', NK: 'Not recorded', PNS: 'Rather not say' };

/** The codes of a kind of people in their order; undefined where rows are ordered by what they come to. */
export const orderOf = (kind: FigureRows): readonly string[] | undefined =>
  kind in comerCodes ? comerCodes[kind as keyof typeof comerCodes].map(([code]) => code) : undefined; // as was just seen
