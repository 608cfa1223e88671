import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import { fewest } from '#domain/reports/small-cells.ts';

/**
 * Cells: nothing is ever shown of an answer but together with four others to the same question of the same version of a form, from one
 * session or, where fewer answered there, from one park and month. A cell is closed once and never changes: what is shown tomorrow
 * differs from what is shown today by five people at least. Every figure is a sum of whole cells, so no two of them can be set against each
 * other to tell of fewer.
 */

type Waiting = AnswerOfType<'feedback'>;

/** The answers of one key that wait: whether they make a cell. */
export const closes = (waiting: readonly Waiting[]): boolean => waiting.length >= fewest;

/**
 * An answer of a session in which too few answered its question, as one of the park and the month; nothing that would tell of the session stays.
 * @param site where the session was
 */
export function pooled(answer: Waiting, site: string): Waiting {
  if (!('session' in answer.body)) return answer;
  const { session: _, day, age: __, language: ___, ...said } = answer.body;
  return { ...answer, body: { ...said, site, month: day.slice(0, 7) } };
}
