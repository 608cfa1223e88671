import { Link } from 'react-router';
import { onLoan } from '#domain/move-places.ts';
import type { Shelf } from '#domain/stock.ts';
import type { StockView } from '#domain/stock-view.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import styles from './boxes.module.css';
import { ActionRow } from './boxes-row.tsx';
import { figure, many, partnerName, placeName, setName } from './boxes-words.ts';
import { whenOf } from './screen.tsx';

/** What the numbers ask: a shelf below nought, two counts, news of before a count, little left. Never a refusal. */

type QuestionsProps = {
  readonly view: StockView;
  readonly shelves: readonly Shelf[];
  readonly partner: string;
  readonly onCount: (shelf: Shelf) => void;
};

export function Questions({ view, shelves, partner, onCount }: QuestionsProps) {
  const asked = shelves
    .filter(({ place }) => place !== onLoan)
    .flatMap((shelf) => questionsOf(shelf).map((words) => ({ shelf, words })));
  const low = view.low.filter((each) => partner === '' || each.partner === partner);
  if (asked.length === 0 && low.length === 0) return null;
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
            {own.map(({ set, there, lowAt }) => `${setName(view, set)} ${figure(there)} of ${lowAt}`).join(', ')}
          </Item>
        ))}
      </List>
    </section>
  );
}

const nameOf = (view: StockView, { partner, place, set }: Shelf): string =>
  `${setName(view, set)}, ${placeName(view, partner, place)}`;

const reorderOf = (partner: string): string => `/desk/boxes?part=reorder&partner=${encodeURIComponent(partner)}`;

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
