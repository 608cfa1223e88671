import { useState } from 'react';
import { TextArea, TextField } from '#ui/field.tsx';
import { type Largest, textOfFile } from './file.ts';

type LinesFieldProps = {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly largest: Largest;
  readonly onText: (text: string) => void;
};

/** The lines, from a file or pasted; what a file holds is shown to be looked at. */
export function LinesField({ id, value, error, largest, onText }: LinesFieldProps) {
  const [read, setRead] = useState<{ problem?: string; remark?: string }>({});
  async function choose(file: File | undefined) {
    if (!file) return;
    const found = textOfFile(new Uint8Array(await file.arrayBuffer()), largest);
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
        id={id}
        label="Or paste the lines"
        hint="Straight from a spreadsheet, headings included"
        value={value}
        error={error}
        wrap="off"
        onChange={(event) => onText(event.target.value)}
      />
    </>
  );
}
