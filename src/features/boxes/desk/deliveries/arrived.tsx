import { useState } from 'react';
import { newId } from '#db/person.ts';
import type { Saying } from '#db/save.ts';
import { useDesk } from '#desk/desk.ts';
import { onTheDay, receive } from '#domain/stock/acts.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import { openPlaces, setName } from '#domain/stock/places.ts';
import { arrive } from '#domain/stock/registers.ts';
import type { StockView } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import { numberIn, PlaceField, useFaults } from '#features/boxes/desk/fields.tsx';
import { many } from '#features/boxes/desk/words.ts';
import { DayField, faultsInDays } from '#forms/day-field.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { NumberField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';

/** What of a delivery came: all of it, or a part and the rest later or never. */

type ArrivedSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. */
  readonly delivery: DeliveryLine | undefined;
  readonly onClose: () => void;
};

export function ArrivedSheet({ view, delivery, onClose }: ArrivedSheetProps) {
  return (
    <Sheet open={delivery !== undefined} title={delivery && `From ${delivery.supplier}`} onClose={onClose}>
      {delivery && <ArrivedForm view={view} delivery={delivery} onDone={onClose} />}
    </Sheet>
  );
}

type Typed = {
  /** By set. */
  readonly came: Readonly<Record<string, string>>;
  readonly place: string;
  readonly day: string;
  /** Days that were said to be meant. */
  readonly sure: readonly string[];
  readonly noMore: boolean;
};

type ArrivedFormProps = { readonly view: StockView; readonly delivery: DeliveryLine; readonly onDone: () => void };

function ArrivedForm({ view, delivery, onDone }: ArrivedFormProps) {
  const desk = useDesk();
  const places = openPlaces(view, delivery.partner);
  const waiting = delivery.lines.filter(({ due }) => due > 0);
  const [ids] = useState(() => new Map(waiting.map(({ set }) => [set, newId()])));
  const [typed, setTyped] = useState<Typed>(() => ({
    came: Object.fromEntries(waiting.map(({ set, due }) => [set, String(due)])),
    place: places[0]?.id ?? '',
    day: dayOf(Date.now()),
    sure: [],
    noMore: false,
  }));
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = useOnce(async () => {
    const problem = await desk.save('The delivery', sayingsOf(delivery, typed, ids));
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    const found = faultsIn(typed);
    setFaults(found);
    if (found.length === 0) void save();
  }

  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      {waiting.map(({ set, due }) => (
        <NumberField
          key={set}
          id={`came-${set}`}
          label={setName(view, set)}
          hint={`${many(due, 'has', 'have')} not come yet`}
          value={typed.came[set] ?? ''}
          error={errorOf(`came-${set}`)}
          onChange={(event) => setTyped({ ...typed, came: { ...typed.came, [set]: event.target.value } })}
        />
      ))}
      <PlaceField
        label="Into"
        places={places}
        value={typed.place}
        onChange={(place) => setTyped({ ...typed, place })}
      />
      <DayField
        id="came-day"
        label="It came on"
        when="past"
        value={typed.day}
        error={errorOf('came-day')}
        sure={typed.sure}
        onChange={(day) => setTyped({ ...typed, day })}
        onSure={(sure) => setTyped({ ...typed, sure })}
      />
      <Tick
        label="The rest will not come"
        hint="Nothing more is waited for"
        checked={typed.noMore}
        onChange={(noMore) => setTyped({ ...typed, noMore })}
      />
      <Button kind="primary" wide type="submit">
        Save what came
      </Button>
    </Form>
  );
}

function faultsIn({ came, day, sure, noMore }: Typed): FieldFault[] {
  const wrong = Object.entries(came).flatMap(([set, typed]): FieldFault[] => {
    const n = numberIn(typed, true);
    return typeof n === 'string' ? [{ fieldId: `came-${set}`, message: n }] : [];
  });
  const none = Object.entries(came).every(([, typed]) => numberIn(typed, true) === 0);
  const [first] = Object.keys(came);
  return [
    ...wrong,
    ...(none && !noMore && first ? [{ fieldId: `came-${first}`, message: 'Nothing came?' }] : []),
    ...(day === '' ? [{ fieldId: 'came-day', message: 'Which day did it come?' }] : []),
    ...faultsInDays({ 'came-day': day }, sure, 'past'),
  ];
}

function sayingsOf(
  { id, partner }: DeliveryLine,
  { came, place: to, day, noMore }: Typed,
  ids: ReadonlyMap<string, string>,
): Saying[] {
  const amounts = Object.entries(came)
    .map(([set, typed]) => ({ set, n: Number(numberIn(typed, true)) }))
    .filter(({ n }) => n > 0);
  const occasion = onTheDay(partner, day, Date.now(), (of) => ids.get(of.slice('received '.length)) ?? newId());
  return [
    ...receive(occasion, amounts, { to, delivery: id }),
    ...arrive(partner, id, { day: amounts.length > 0 ? day : null, noMore }),
  ];
}
