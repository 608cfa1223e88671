import { Link } from 'react-router';
import { partnerName } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { whenOf } from '#desk/when.ts';
import { many } from '#domain/many.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import type { Mismatch } from '#domain/stock/questions.ts';
import { emptyShelf, type Shelf, shelfKey } from '#domain/stock/stock.ts';
import { type Low, neverHad } from '#domain/stock/totals.ts';
import type { StockView } from '#domain/stock/view.ts';
import { ActionRow } from '#ui/action-row.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import styles from './boxes.module.css';
import { figure, onOrderOf } from './words.ts';

/** What the numbers ask: a shelf below zero, two counts, news of before a count, little left. Never a refusal. */

type QuestionsProps = {
  readonly view: StockView;
  readonly shelves: readonly Shelf[];
  readonly partner: string;
  readonly onCount: (shelf: Shelf) => void;
};

export function Questions({ view, shelves, partner, onCount }: QuestionsProps) {
  const mismatches = view.doubts.filter((each) => partner === '' || each.partner === partner);
  const asked = [
    ...shelves
      .filter(({ place }) => place !== onLoan)
      .flatMap((shelf) => questionsOf(shelf).map((words) => ({ shelf, words }))),
    ...mismatches.map((mismatch) => ({ shelf: shelfOf(shelves, mismatch), words: mismatchWords(mismatch) })),
  ];
  const low = view.low.filter((each) => partner === '' || each.partner === partner);
  const never = partner === '' ? neverHad(view.sets, view.shelves) : [];
  if (asked.length + low.length + never.length === 0) return null;
  return (
    <section className={styles.questions} aria-label="To look at">
      <List>
        {asked.map(({ shelf, words }) => (
          <ActionRow
            key={`${shelf.partner}${shelf.place}${shelf.set}${words}`}
            icon="warning"
            action={
              <Button size="inline" aria-label={`Count ${nameOf(view, shelf)}`} onClick={() => onCount(shelf)}>
                Count
              </Button>
            }
          >
            <b>{nameOf(view, shelf)}</b>
            {view.partners.length > 1 && ` (${partnerName(view, shelf.partner)})`}: {words}
          </ActionRow>
        ))}
        {[...Map.groupBy(low, (each) => each.partner)].map(([owner, own]) => (
          <Item key={owner} icon="flag" link={(parts) => <Link to={reorderOf(owner)} {...parts} />}>
            <b>{many(own.length, 'set', 'sets')} low</b>
            {view.partners.length > 1 && ` (${partnerName(view, owner)})`}:{' '}
            {own.map((each) => lowWords(view, each)).join(', ')}
          </Item>
        ))}
        {never.length > 0 && (
          <Item icon="flag">
            <b>Nobody has had one yet</b>: {never.map(({ body }) => `${body.name} 0 of ${body.lowAt}`).join(', ')}
          </Item>
        )}
      </List>
    </section>
  );
}

const shelfOf = (shelves: readonly Shelf[], { partner, place, set }: Mismatch): Shelf =>
  shelves.find((each) => shelfKey(each.partner, each.place, each.set) === shelfKey(partner, place, set)) ??
  emptyShelf(partner, place, set);

const nameOf = (view: StockView, { place, set }: Shelf): string => `${setName(view, set)}, ${placeName(view, place)}`;

/** `Frisbee 3 of 5 with 10 on the way` */
function lowWords(view: StockView, { partner, set, there, lowAt }: Low): string {
  const due = onOrderOf(view, partner, set);
  return `${setName(view, set)} ${figure(there)} of ${lowAt}${due > 0 ? ` with ${due} on the way` : ''}`;
}

const reorderOf = (partner: string): string => `/desk/boxes?part=reorder&partner=${encodeURIComponent(partner)}`;

/** What came back more than once; on a phone it can be taken back in the history of the shelf. */
function mismatchWords({ kind, is, n, day }: Mismatch): string {
  const gone = kind === 'lent' ? 'lent' : 'given out';
  return is === 'twice'
    ? `${n} more came back than ${n === 1 ? 'was' : 'were'} ${gone} on ${dateWords(day)}. Written down twice? Count them?`
    : `what was ${gone} on ${dateWords(day)} was taken back, and ${n} came back anyway. Count them?`;
}

/** What one shelf asks. */
function questionsOf({ balance, openCounts, count, arrivedAfter }: Shelf): string[] {
  const counts = openCounts.map(({ counted, at }) => `${counted} (${whenOf(at)})`).join(' and ');
  return [
    ...(balance < 0 ? [`${-balance} more given out than recorded in. Count them?`] : []),
    ...(openCounts.length > 1 ? [`two counts stand, ${counts}. Count again?`] : []),
    ...(arrivedAfter > 0 && count
      ? [`${many(arrivedAfter, 'record')} of before the count of ${whenOf(count.at)} came in after it. Count again?`]
      : []),
  ];
}
