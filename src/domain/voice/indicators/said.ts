import type { SameIn } from '#domain/people/alias.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { inForce } from '#domain/records/taken-back.ts';
import type { Respondent } from '#domain/voice-codes.ts';
import type { Indicator } from './indicator.ts';

/**
 * What was said to indicators. In force is what no other answer replaces. Several may be in force of one person: two badges, or two
 * phones that did not know of each other. They are one answer, and that is the one that flatters least: **the highest at the start,
 * the lowest at the end.** No clock decides, and any order of the same facts says the same.
 */

/** One answer, with what is needed to count it. */
export type Assessment = { readonly id: string; readonly scope: string; readonly body: BodyOf<'assessment'> };

/** What one respondent said of one person to one indicator: all that is in force. */
export type SaidBy = {
  readonly respondent: Respondent;
  readonly start: readonly Assessment[];
  readonly end: readonly Assessment[];
};

/** Those in force. */
export const standing = <Each extends Assessment>(all: readonly Each[]): Each[] =>
  inForce(all.map((row) => ({ id: row.id, replaces: listIn(row.body.replaces), row }))).map(({ row }) => row);

/** Everybody who was asked, by whatever badge, with what stands of theirs: by indicator, then by person. */
export function saidByPerson(
  all: readonly Assessment[],
  same: SameIn,
): Map<string, Map<string, readonly Assessment[]>> {
  const personOf = ({ scope, body }: Assessment) => `${partnerOf(scope)} ${same(scope).headOf(body.person)}`;
  return new Map(
    [...Map.groupBy(standing(all), ({ body }) => body.indicator)].map(([indicator, own]) => [
      indicator,
      Map.groupBy(own, personOf),
    ]),
  );
}

/** What each respondent said of one person. */
export const byRespondent = (own: readonly Assessment[]): SaidBy[] =>
  [...Map.groupBy(own, ({ body }) => body.respondent)].map(([respondent, each]) => ({
    respondent,
    start: each.filter(({ body }) => body.when === 'start'),
    end: each.filter(({ body }) => body.when === 'end'),
  }));

const answers = (of: readonly Assessment[]): number[] => of.map(({ body }) => body.answer);

/** Four and five of five agree. */
const agrees = 4;

/** Whether a statement came true in what one respondent said; null where too little was said to tell. */
export function cameTrue({ kind }: Pick<Indicator, 'kind'>, { start, end }: SaidBy): boolean | null {
  if (end.length === 0) return null;
  const last = Math.min(...answers(end));
  if (kind === 'agree') return last >= agrees;
  return start.length === 0 ? null : last > Math.max(...answers(start));
}
