import { useDesk } from '#desk/desk.ts';
import { firstPartner, PartnerField } from '#desk/partner.tsx';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { type Ordered, order } from '#domain/stock/registers.ts';
import type { StockView } from '#domain/stock/view.ts';
import { AmountLines, amountsIn, faultsInLines, firstLine, type TypedLine } from '#features/boxes/desk/amounts.tsx';
import { openSets } from '#features/boxes/desk/words.ts';
import { partnerFault } from '#features/boxes/faults.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** What was ordered, who supplies it and by when. */

type DeliverySheetProps = {
  readonly view: StockView;
  readonly open: boolean;
  readonly partner: string;
  readonly onClose: () => void;
};

export function DeliverySheet({ open, onClose, ...rest }: DeliverySheetProps) {
  return (
    <Sheet open={open} title="A delivery" onClose={onClose}>
      {open && <DeliveryForm {...rest} onDone={onClose} />}
    </Sheet>
  );
}

type Typed = {
  readonly partner: string;
  readonly supplier: string;
  readonly promised: string;
  readonly reference: string;
  readonly lines: readonly TypedLine[];
};

const words = { partner: 'Whose', supplier: 'Supplier', promised: 'Promised for', reference: 'Order number' };

type DeliveryFormProps = Omit<DeliverySheetProps, 'open' | 'onClose'> & { readonly onDone: () => void };

function DeliveryForm({ view, partner, onDone }: DeliveryFormProps) {
  const { save } = useDesk();
  const form = useForm<Typed>({
    name: 'delivery',
    now: { partner: firstPartner(view, partner), supplier: '', promised: '', reference: '', lines: [firstLine] },
    judge,
    days: { promised: 'any' },
    save: (typed, { id }) => save('The delivery', [order(typed.partner, id, orderedIn(typed))]),
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      <PartnerField view={view} {...form.choice('partner')} />
      <TextField label="Supplier" maxLength={200} {...form.text('supplier')} />
      <DayField label="Promised for" optional="(optional)" {...form.day('promised')} />
      <TextField label="Order number" optional="(optional)" maxLength={200} {...form.text('reference')} />
      <SectionTitle level={3}>What was ordered</SectionTitle>
      <AmountLines
        sets={openSets(view)}
        lines={form.values.lines}
        onChange={(lines) => form.change({ lines })}
        errorOf={form.errorOf}
      />
      <Button kind="primary" wide type="submit">
        Save the delivery
      </Button>
    </Form>
  );
}

const orderedIn = ({ supplier, promised, reference, lines }: Typed): Ordered => ({
  supplier: supplier.trim(),
  ...(promised !== '' && { promised }),
  ...(reference.trim() !== '' && { reference: reference.trim() }),
  lines: amountsIn(lines),
});

const judge = ({ partner, supplier, lines }: Typed): Faults<Typed> => ({
  partner: partnerFault(partner),
  supplier: supplier.trim() === '' ? 'Who delivers it?' : undefined,
  lines: [
    ...faultsInLines(lines, 'What was ordered?'),
    ...(amountsIn(lines).some(({ n }) => n > mostAtOnce)
      ? [{ fieldId: lines[0]?.id ?? '', message: 'More than 99,999 of one thing: is a digit too many?' }]
      : []),
  ],
});
