import { useState } from 'react';
import { newId } from '#db/person.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { whenOf } from '#desk/screen.tsx';
import { atOnce, count } from '#domain/stock/acts.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import type { Shelf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { NumberField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import { faultInNumber, numberIn, useFaults } from './fields.tsx';
import { figure } from './words.ts';

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
  const desk = useDesk();
  const team = desk.useSetUp('member').records;
  const [id] = useState(newId);
  const [typed, setTyped] = useState('');
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = useOnce(async () => {
    const counted = Number(numberIn(typed, true));
    const problem = await desk.save('The count', [
      count(
        atOnce(shelf.partner, Date.now(), () => id),
        shelf,
        counted,
      ),
    ]);
    setTrouble(problem);
    if (problem === null) onDone(`${shelfWords(view, shelf)}: ${counted} counted`);
  });

  function submit() {
    const found = faultInNumber('count-n', typed, true);
    setFaults(found);
    if (found.length === 0) void save();
  }

  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      <Answers>
        <Answer label="By what was recorded" value={figure(shelf.balance)} />
        {shelf.openCounts.map(({ id: each, counted, at, by }) => (
          <Answer key={each} label={`Counted ${whenOf(at)} by ${nameIn(team, by)}`} value={counted} />
        ))}
      </Answers>
      <NumberField
        id="count-n"
        label="How many are there?"
        value={typed}
        error={errorOf('count-n')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button kind="primary" wide type="submit">
        Save the count
      </Button>
    </Form>
  );
}
