import { useDesk } from '#desk/desk.ts';
import { onTheDay } from '#domain/stock/acts.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import { openPlaces } from '#domain/stock/places.ts';
import type { StockView } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import { PlaceField } from '#features/boxes/desk/fields.tsx';
import { groundOf } from '#features/boxes/desk/ground.ts';
import { cameSaid, ReceiveBody, type ReceiveFields, startOf, useReceive } from '#features/boxes/forms/receive.tsx';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { Form } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** What of a delivery came: all of it, or a part and the rest later or never. */

type ArrivedSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. */
  readonly delivery: DeliveryLine | undefined;
  readonly onClose: () => void;
};

export function ArrivedSheet({ view, delivery, onClose }: ArrivedSheetProps) {
  // As it stands now: another may have taken it in since the sheet was opened.
  const stands = view.deliveries.find(({ id }) => id === delivery?.id) ?? delivery;
  return (
    <Sheet open={delivery !== undefined} title={delivery && `From ${delivery.supplier}`} onClose={onClose}>
      {stands && delivery && <ArrivedForm key={stands.id} view={view} delivery={stands} onDone={onClose} />}
    </Sheet>
  );
}

type ArrivedFormProps = { readonly view: StockView; readonly delivery: DeliveryLine; readonly onDone: () => void };

function ArrivedForm({ view, delivery, onDone }: ArrivedFormProps) {
  const desk = useDesk();
  const places = openPlaces(view, delivery.partner);
  const [ground, due] = [groundOf(view, delivery.partner), [delivery]];
  const place = places[0]?.id ?? '';
  const found = useReceive({
    ...{ name: `arrived ${delivery.id}`, ground, place, due, judge, onSaved: onDone },
    now: { ...startOf(due, delivery.id), day: dayOf(Date.now()) },
    save: (came, values, { again }) => {
      const said = again(values, (nowMs, newId) =>
        cameSaid(onTheDay(delivery.partner, values.day, nowMs, newId), came, values),
      );
      return desk.save('The delivery', said);
    },
  });
  if (!found) return null;
  const { form } = found;
  return (
    <Form form={form} words={{}}>
      <ReceiveBody {...found} ground={ground} due={due} single />
      <PlaceField label="Into" places={places} {...form.choice('place')} />
      <DayField label="It came on" {...form.day('day')} />
      <Button kind="primary" wide type="submit">
        Save what came
      </Button>
    </Form>
  );
}

const judge = ({ day }: ReceiveFields): Faults<ReceiveFields> => ({
  day: day === '' ? 'Which day did it come?' : undefined,
});
