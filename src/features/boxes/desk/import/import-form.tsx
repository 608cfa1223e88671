import { useState } from 'react';
import { saveAs } from '#desk/file-buttons.tsx';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { PartnerField } from '#features/boxes/desk/fields.tsx';
import { amountWords, dateWords } from '#features/boxes/desk/words.ts';
import { DayField } from '#forms/day-field.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Form } from '#ui/stack.tsx';
import { textOfFile } from './import-file.ts';
import { templateOf } from './import-read.ts';

/** What is read in, for whom, from whom and of which day. */

export type TypedNote = {
  readonly partner: string;
  readonly kind: 'delivery' | 'opening';
  /** A delivery written down before, or `new`; empty until somebody says. */
  readonly expected: string;
  readonly supplier: string;
  readonly day: string;
  /** Days that were said to be meant. */
  readonly sure: readonly string[];
  readonly text: string;
};

export const newDelivery = 'One that was not written down before';

/** The delivery that was waited for and is this one. */
export const expectedOf = (
  { deliveries }: StockView,
  { kind, expected, partner }: TypedNote,
): DeliveryLine | undefined =>
  kind === 'delivery' ? deliveries.find((each) => each.id === expected && each.partner === partner) : undefined;

type NoteFormProps = {
  readonly view: StockView;
  readonly typed: TypedNote;
  readonly faults: readonly FieldFault[];
  readonly onChange: (changed: Partial<TypedNote>) => void;
  readonly onLook: () => void;
};

export function NoteForm({ view, typed, faults, onChange, onLook }: NoteFormProps) {
  const errorOf = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;
  const template = () => saveAs(new Blob([templateOf(view)], { type: 'text/csv' }), 'bandstand-delivery-note.csv');
  const isDelivery = typed.kind === 'delivery';
  return (
    <div className={styles.column}>
      <Form onSubmit={onLook}>
        <ErrorSummary errors={faults} />
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
          value={typed.partner}
          error={errorOf('whose')}
          onChange={(partner) => onChange({ partner, expected: '' })}
        />
        <Choice
          legend="What it is"
          tile="11rem"
          options={[
            { value: 'delivery', label: 'A delivery', hint: 'What a supplier brought' },
            { value: 'opening', label: 'Opening stock', hint: 'What was there at the beginning' },
          ]}
          value={typed.kind}
          onChange={(kind) => onChange({ kind })}
        />
        {isDelivery && <ExpectedField view={view} typed={typed} error={errorOf('note-expected')} onChange={onChange} />}
        {isDelivery && !expectedOf(view, typed) && (
          <TextField
            id="note-supplier"
            label="Supplier"
            value={typed.supplier}
            maxLength={200}
            error={errorOf('note-supplier')}
            onChange={(event) => onChange({ supplier: event.target.value })}
          />
        )}
        <DayField
          id="note-day"
          label={isDelivery ? 'It came on' : 'It was there on'}
          when="past"
          value={typed.day}
          error={errorOf('note-day')}
          sure={typed.sure}
          onChange={(day) => onChange({ day })}
          onSure={(sure) => onChange({ sure })}
        />
        <Lines text={typed.text} error={errorOf('note-text')} onText={(text) => onChange({ text })} />
        <p className={styles.buttons}>
          <Button kind="primary" type="submit">
            Look at it first
          </Button>
        </p>
      </Form>
    </div>
  );
}

type ExpectedProps = Pick<NoteFormProps, 'view' | 'typed' | 'onChange'> & { readonly error: string | undefined };

/** What was ordered and has not come: asked only where there is such a delivery. */
function ExpectedField({ view, typed, error, onChange }: ExpectedProps) {
  const waiting = view.deliveries.filter(({ partner, is }) => partner === typed.partner && is !== 'in');
  if (waiting.length === 0) return null;
  return (
    <SelectField
      id="note-expected"
      label="Which delivery"
      hint="One that is waited for stays late until what came is read into it"
      value={typed.expected}
      error={error}
      onChange={(event) => onChange({ expected: event.target.value })}
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

type LinesProps = {
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
};

/** The lines, from a file or pasted; what a file holds is shown to be looked at. */
function Lines({ text, error, onText }: LinesProps) {
  const [read, setRead] = useState<{ problem?: string; remark?: string }>({});
  async function choose(file: File | undefined) {
    if (!file) return;
    const found = textOfFile(new Uint8Array(await file.arrayBuffer()));
    setRead(found);
    if ('text' in found) onText(found.text);
  }
  return (
    <>
      <TextField
        label="The file"
        hint={read.remark ?? 'A CSV or text file, as a spreadsheet saves it'}
        type="file"
        accept=".csv,.tsv,.tab,.txt,.xlsx,.xls,.ods,text/csv"
        error={read.problem}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <TextArea
        id="note-text"
        label="Or paste the lines"
        hint="Straight from a spreadsheet, headings included"
        value={text}
        error={error}
        wrap="off"
        onChange={(event) => onText(event.target.value)}
      />
    </>
  );
}
