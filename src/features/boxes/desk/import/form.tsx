import { saveAs } from '#desk/file-buttons.tsx';
import { LinesField } from '#desk/import/lines.tsx';
import { PartnerField } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { amountWords } from '#features/boxes/desk/words.ts';
import { DayField } from '#forms/day-field.tsx';
import { Form, type FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Buttons } from '#ui/stack.tsx';
import { type NoteSaid, templateOf } from './read.ts';

/** What is read in: whose it is, who supplied it and on which day. */

export type TypedNote = {
  readonly partner: string;
  readonly kind: 'delivery' | 'opening';
  /** A delivery written down before, or `new`; empty until somebody says. */
  readonly expected: string;
  readonly supplier: string;
  readonly day: string;
  readonly text: string;
  /** What was said of it while looking at it. */
  readonly said: NoteSaid;
};

export const newDelivery = 'One that was not written down before';

/** The delivery that was waited for and is this one. */
export const expectedOf = (
  { deliveries }: StockView,
  { kind, expected, partner }: Pick<TypedNote, 'kind' | 'expected' | 'partner'>,
): DeliveryLine | undefined =>
  kind === 'delivery' ? deliveries.find((each) => each.id === expected && each.partner === partner) : undefined;

const words = {
  partner: 'Whose',
  kind: 'What it is',
  expected: 'Which delivery',
  supplier: 'Supplier',
  day: 'Day',
  text: 'The lines',
};

/** A delivery note has a few dozen lines. */
export const largest = { bytes: 1_000_000, words: 'That is no delivery note: it is larger than a megabyte.' };

type NoteFormProps = {
  readonly view: StockView;
  readonly form: FormState<TypedNote>;
  readonly onChange: (changed: Partial<TypedNote>) => void;
  readonly onLook: () => void;
};

export function NoteForm({ view, form, onChange, onLook }: NoteFormProps) {
  const template = () => saveAs(new Blob([templateOf(view)], { type: 'text/csv' }), 'bandstand-delivery-note.csv');
  const isDelivery = form.values.kind === 'delivery';
  return (
    <div className={styles.column}>
      <Form form={form} words={words} onSubmit={onLook}>
        <Remark>
          A table that says what came and how many, and where it goes if not all of it goes into the store. Items are
          known by their name or the code on their label.
        </Remark>
        <p>
          <Button size="inline" icon="download" onClick={template}>
            Download a template
          </Button>
        </p>
        <PartnerField
          view={view}
          {...form.choice('partner')}
          onChange={(partner) => onChange({ partner, expected: '' })}
        />
        <Choice
          legend="What it is"
          tile="11rem"
          options={[
            { value: 'delivery', label: 'A delivery', hint: 'What a supplier brought' },
            { value: 'opening', label: 'Opening stock', hint: 'What was there at the beginning' },
          ]}
          {...form.choice('kind')}
        />
        {isDelivery && <ExpectedField view={view} form={form} />}
        {isDelivery && !expectedOf(view, form.values) && (
          <TextField label="Supplier" maxLength={200} {...form.text('supplier')} />
        )}
        <DayField label={isDelivery ? 'It came on' : 'It was there on'} {...form.day('day')} />
        <LinesField {...form.text('text')} largest={largest} onText={(text) => onChange({ text })} />
        <Buttons>
          <Button kind="primary" type="submit">
            Look at it first
          </Button>
        </Buttons>
      </Form>
    </div>
  );
}

/** What was ordered and has not come: asked only where there is such a delivery. */
function ExpectedField({ view, form }: Pick<NoteFormProps, 'view' | 'form'>) {
  const waiting = view.deliveries.filter(({ partner, is }) => partner === form.values.partner && is !== 'in');
  if (waiting.length === 0) return null;
  return (
    <SelectField
      label="Which delivery"
      hint="One that is waited for stays late until what came is read into it"
      {...form.text('expected')}
    >
      <option value="">Choose</option>
      <option value="new">{newDelivery}</option>
      {waiting.map((delivery) => (
        <option key={delivery.id} value={delivery.id}>
          {expectedWords(view, delivery)}
        </option>
      ))}
    </SelectField>
  );
}

function expectedWords(view: StockView, { supplier, promised, reference, lines }: DeliveryLine): string {
  const due = lines.flatMap(({ set, due: n }) => (n > 0 ? [amountWords(view, { set, n })] : []));
  const [first, second, ...more] = due;
  return [
    supplier,
    promised && `promised for ${dateWords(promised)}`,
    reference,
    [first, second, more.length > 0 && `${more.length} more`].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}
