import { useRef } from 'react';
import { nameIn, useDesk } from '#desk/desk.ts';
import { whenOf } from '#desk/when.ts';
import { atOnce, count } from '#domain/stock/acts.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import type { Shelf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { CountBody, useCount } from '#features/boxes/forms/count.tsx';
import { choosable, shelfOf } from '#features/boxes/stock.ts';
import { Form } from '#forms/form.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { groundOf } from './ground.ts';

/** A shelf counted at the desk: what somebody sees takes the place of what was recorded. */

type CountSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. */
  readonly shelf: Shelf | undefined;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
};

export function CountSheet({ view, shelf, onClose, onDone }: CountSheetProps) {
  return (
    <Sheet open={shelf !== undefined} title={shelf && `Count ${shelfWords(view, shelf)}`} onClose={onClose}>
      {shelf && <CountForm view={view} shelf={shelf} onDone={onDone} />}
    </Sheet>
  );
}

/** `Football, Store` */
export const shelfWords = (view: StockView, { place, set }: Shelf): string =>
  `${setName(view, set)}, ${placeName(view, place)}`;

function CountForm({ view, shelf, onDone }: { view: StockView; shelf: Shelf; onDone: (words: string) => void }) {
  const { partner, place, set } = shelf;
  const desk = useDesk();
  const team = desk.useSetUp('member').records;
  const words = useRef('');
  const ground = groundOf(view, partner);
  // As it stands now, not as it stood when the sheet was opened: a count says what was known when it was made.
  const stands = shelfOf(ground, place, set);
  const sets = choosable(ground, place, [set]).filter(({ id }) => id === set);
  const form = useCount({
    ...{ ground, place, sets },
    save: (counted, { again }) => {
      const n = counted.get(set) ?? 0;
      const said = again(n, (nowMs, newId) => [count(atOnce(partner, nowMs, newId), stands, n)]);
      words.current = `${shelfWords(view, shelf)}: ${n} counted`;
      return desk.save('The count', said);
    },
    onSaved: () => onDone(words.current),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{}}>
      {stands.openCounts.length > 0 && (
        <Answers>
          {stands.openCounts.map(({ id, counted, at, by }) => (
            <Answer key={id} label={`Counted ${whenOf(at)} by ${nameIn(team, by)}`} value={counted} />
          ))}
        </Answers>
      )}
      <CountBody form={form} ground={ground} place={place} sets={sets} />
      <Button kind="primary" wide type="submit">
        Save the count
      </Button>
    </Form>
  );
}
