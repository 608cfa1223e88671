import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { mostAtOnce } from '#domain/numbers.ts';
import { create, elementsOf } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { StockView } from '#domain/stock/view.ts';
import { AmountLines, amountsIn, emptyLine, faultsInLines, type TypedLine } from '#features/boxes/desk/amounts.tsx';
import { faultInPartner, firstPartner, PartnerField, useFaults } from '#features/boxes/desk/fields.tsx';
import { openSets } from '#features/boxes/desk/words.ts';
import { DayField, faultsInDays } from '#forms/day-field.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';

/** What was ordered, from whom and for when. */

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

const promisedId = 'delivery-promised';

function DeliveryForm({
  view,
  partner: first,
  onDone,
}: Omit<DeliverySheetProps, 'open' | 'onClose'> & { onDone: () => void }) {
  const desk = useDesk();
  const [id] = useState(newId);
  const [partner, setPartner] = useState(firstPartner(view, first));
  const [typed, setTyped] = useState({ supplier: '', promised: '', reference: '' });
  const [sure, setSure] = useState<readonly string[]>([]);
  const [lines, setLines] = useState<readonly TypedLine[]>(() => [emptyLine()]);
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = useOnce(async () => {
    const { supplier, promised, reference } = typed;
    const body = {
      supplier: supplier.trim(),
      ...(promised !== '' && { promised }),
      ...(reference.trim() !== '' && { reference: reference.trim() }),
      ...elementsOf(
        'line',
        amountsIn(lines).map(({ set, n }) => [set, n] as const),
      ),
      status: 'active' as const,
    };
    const problem = await desk.save('The delivery', [create('delivery', id, partnerScope(partner), body)]);
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    const found = [
      ...faultsIn(partner, typed.supplier, lines),
      ...faultsInDays({ [promisedId]: typed.promised }, sure, 'any'),
    ];
    setFaults(found);
    if (found.length === 0) void save();
  }

  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      <PartnerField view={view} value={partner} error={errorOf('whose')} onChange={setPartner} />
      <TextField
        id="delivery-supplier"
        label="Supplier"
        maxLength={200}
        error={errorOf('delivery-supplier')}
        {...field('supplier')}
      />
      <DayField
        id={promisedId}
        label="Promised for"
        optional="(optional)"
        when="any"
        value={typed.promised}
        error={errorOf(promisedId)}
        sure={sure}
        onChange={(promised) => setTyped({ ...typed, promised })}
        onSure={setSure}
      />
      <TextField label="Order number" optional="(optional)" maxLength={200} {...field('reference')} />
      <SectionTitle level={3}>What was ordered</SectionTitle>
      <AmountLines sets={openSets(view)} lines={lines} onChange={setLines} errorOf={errorOf} />
      <Button kind="primary" wide type="submit">
        Save the delivery
      </Button>
    </Form>
  );
}

const faultsIn = (partner: string, supplier: string, lines: readonly TypedLine[]): FieldFault[] => [
  ...faultInPartner(partner),
  ...(supplier.trim() === '' ? [{ fieldId: 'delivery-supplier', message: 'Who delivers it?' }] : []),
  ...faultsInLines(lines, 'What was ordered?'),
  ...(amountsIn(lines).some(({ n }) => n > mostAtOnce)
    ? [{ fieldId: lines[0]?.id ?? '', message: 'More than 99,999 of one thing: is a digit too many?' }]
    : []),
];
