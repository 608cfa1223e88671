import type { Db } from './store.ts';

/** Which exports named whom: what left the server with names is found again, though it cannot be called back. */

/** An export that named some of those asked about, as its line in the log says. */
export type NamedExport = {
  /** Its number in the log. */
  readonly line: number;
  /** Epoch ms. */
  readonly at: number;
  /** The member who asked for it. */
  readonly by: string;
  /** `export attendance`, `print consent` */
  readonly action: string;
  /** What it was asked with: a period, a reason, the device. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Whom it named, of those asked about. */
  readonly people: readonly string[];
};

/** SQLite takes so many values in one statement, with room to spare. */
const atOnce = 200;

/** Keeps whom an export named. @param line its line in the log @param db the write transaction that wrote that line */
export async function keepNamed(db: Db, programme: string, line: number, people: readonly string[]): Promise<void> {
  const rows = [...new Set(people)].filter((person) => person !== '').map((person) => ({ programme, line, person }));
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto('named_export')
      .values(rows.slice(from, from + atOnce))
      .execute();
}

/** The exports that named any of some people, the newest first. @param people every id of a person: see `personIds` */
export async function exportsNaming(db: Db, programme: string, people: readonly string[]): Promise<NamedExport[]> {
  if (people.length === 0) return [];
  const found = await db
    .selectFrom('named_export')
    .innerJoin('audit', 'audit.n', 'named_export.line')
    .select(['line', 'person', 'at', 'actor', 'action', 'detail'])
    .where('named_export.programme', '=', programme)
    .where('person', 'in', [...people])
    .orderBy('line', 'desc')
    .execute();
  return [...Map.groupBy(found, ({ line }) => line).values()].flatMap((named) => {
    const [first] = named;
    if (!first) return [];
    const { line, at, actor, action, detail } = first;
    const people = named.map(({ person }) => person);
    return { line, at, by: actor, action, detail: JSON.parse(detail) as NamedExport['detail'], people }; // written by audit
  });
}
