import { useState } from 'react';
import type { StockView } from '#domain/stock-view.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Form } from '#ui/stack.tsx';
import styles from './boxes.module.css';
import { PartnerField } from './boxes-fields.tsx';
import { saveAs } from './file-buttons.tsx';
import { templateOf } from './import-read.ts';

/** What is read in, for whom and from whom. */

export type TypedNote = {
  readonly partner: string;
  readonly kind: 'delivery' | 'opening';
  readonly supplier: string;
  readonly text: string;
};
export type Faults = { readonly partner?: string; readonly supplier?: string; readonly text?: string };

type NoteFormProps = {
  readonly view: StockView;
  readonly typed: TypedNote;
  readonly faults: Faults;
  readonly onChange: (changed: Partial<TypedNote>) => void;
  readonly onLook: () => void;
};

export function NoteForm({ view, typed, faults, onChange, onLook }: NoteFormProps) {
  const template = () => saveAs(new Blob([templateOf(view)], { type: 'text/csv' }), 'bandstand-delivery-note.csv');
  return (
    <Form onSubmit={onLook}>
      <Remark>
        A table with the headings <b>item</b> and <b>number</b>, and <b>place</b> if not all of it goes into the store.
        Items are known by their name or the code on their label.
      </Remark>
      <p>
        <Button size="inline" icon="download" onClick={template}>
          Download a template
        </Button>
      </p>
      <PartnerField
        view={view}
        value={typed.partner}
        error={faults.partner}
        onChange={(partner) => onChange({ partner })}
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
      {typed.kind === 'delivery' && (
        <TextField
          label="Supplier"
          value={typed.supplier}
          maxLength={200}
          error={faults.supplier}
          onChange={(event) => onChange({ supplier: event.target.value })}
        />
      )}
      <Lines text={typed.text} error={faults.text} onText={(text) => onChange({ text })} />
      <p className={styles.buttons}>
        <Button kind="primary" type="submit">
          Look at it first
        </Button>
      </p>
    </Form>
  );
}

const largestBytes = 1_000_000;

/** The lines, from a file or pasted; what a file holds is shown to be looked at. */
function Lines({ text, error, onText }: { text: string; error: string | undefined; onText: (text: string) => void }) {
  const [tooLarge, setTooLarge] = useState(false);
  async function choose(file: File | undefined) {
    if (!file) return;
    setTooLarge(file.size > largestBytes);
    if (file.size <= largestBytes) onText(await file.text());
  }
  return (
    <>
      <TextField
        label="The file"
        hint="A CSV, as Excel saves it"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        error={tooLarge ? 'That is no delivery note: it is larger than a megabyte.' : undefined}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <TextArea
        label="Or paste the lines"
        hint="Straight from a spreadsheet, headings included"
        value={text}
        error={error}
        onChange={(event) => onText(event.target.value)}
      />
    </>
  );
}
