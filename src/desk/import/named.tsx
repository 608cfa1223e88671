import { useMemo, useRef, useState } from 'react';
import { newId } from '#db/person.ts';
import type { ReadRow } from '#domain/reports/csv-read.ts';
import { type ColumnsOf, proposed, tableIn, unclear } from '#domain/reports/table.ts';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Buttons, Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { ColumnChoices, type TableWords } from './columns.tsx';
import { LinesField } from './lines.tsx';
import { ImportTitle, SaveOrBack } from './saving.tsx';

/** Things that have a name, parks or people of the team, from a file or pasted: each row is looked at before any is saved. */

/** A row as it was read, before it is saved. */
export type NamedRow<Role extends string> = {
  readonly line: number;
  /** Made once for a text, so that what is tried again is the same. */
  readonly id: string;
  readonly typed: Readonly<Record<Role, string>>;
};

/** What becomes of a row: it is used, or left out and why. */
export type RowUse = { readonly use: true } | { readonly use: false; readonly because: string };

type NamedImportProps<Role extends string> = {
  /** Names the draft. */
  readonly name: string;
  readonly of: TableWords<Role>;
  /** What is read, and what is not. */
  readonly intro: string;
  /** `12 parks` */
  readonly count: (n: number) => string;
  /** @param before the rows above it that are used */
  readonly judge: (row: NamedRow<Role>, before: readonly NamedRow<Role>[]) => RowUse;
  /** What went wrong in words, or null. */
  readonly save: (rows: readonly NamedRow<Role>[]) => Promise<string | null>;
};

const largest = { bytes: 2_000_000, words: 'That is larger than 2 MB. Save the sheet with this list alone as a CSV.' };
const mostRows = 500;

function faultIn(kind: TableWords<string>['kind'], text: string): string | undefined {
  const { length } = tableIn(kind, text);
  if (length === 0) return 'Choose a file or paste the lines.';
  return length > mostRows ? `There are ${length} lines; at most ${mostRows} are read at once.` : undefined;
}

export function NamedImport<Role extends string>(props: NamedImportProps<Role>) {
  const { name, of, intro, count } = props;
  const form = useForm<{ readonly text: string }>({
    name,
    now: { text: '' },
    judge: ({ text }) => ({ text: faultIn(of.kind, text) }),
    save: async () => null,
  });
  const [looking, setLooking] = useState(false);
  const [saved, setSaved] = useState('');
  if (!form) return null;
  const { text } = form.values;
  if (looking)
    return (
      <Preview
        {...props}
        text={text}
        onBack={() => setLooking(false)}
        onSaved={(n) => {
          setSaved(`${count(n)} added`);
          setLooking(false);
          void form.drop();
        }}
      />
    );
  return (
    <Stack>
      <div aria-live="polite">{saved !== '' && <Notice kind="ok" title={saved} />}</div>
      <Form form={form} words={{ text: 'The lines' }} onSubmit={() => form.check() && setLooking(true)}>
        <Remark>{intro}</Remark>
        <LinesField {...form.text('text')} largest={largest} onText={(next) => form.change({ text: next })} />
        <Buttons>
          <Button kind="primary" type="submit">
            Look at it first
          </Button>
        </Buttons>
      </Form>
    </Stack>
  );
}

/** What stands in the cells of each row under the headings. */
function rowsIn<Role extends string>(
  rows: readonly ReadRow[],
  roles: readonly Role[],
  columns: ColumnsOf<Role>,
  idOf: (line: number) => string,
): NamedRow<Role>[] {
  return rows.slice(columns.heading === null ? 0 : columns.heading + 1).map(({ row: line, cells }) => {
    const own: ColumnsOf<string> = columns;
    const typed = Object.fromEntries(roles.map((role) => [role, (cells[own[role] ?? -1] ?? '').trim()]));
    return { line, id: idOf(line), typed: typed as Record<Role, string> }; // one for each
  });
}

type PreviewProps<Role extends string> = NamedImportProps<Role> & {
  readonly text: string;
  readonly onBack: () => void;
  readonly onSaved: (n: number) => void;
};

function Preview<Role extends string>({ of, count, judge, save, text, onBack, onSaved }: PreviewProps<Role>) {
  const rows = useMemo(() => tableIn(of.kind, text), [of, text]);
  const [said, setSaid] = useState<ColumnsOf<Role>>();
  const [trouble, setTrouble] = useState<string | null>(null);
  const minted = useRef(new Map<number, string>());
  const idOf = (line: number) => {
    const id = minted.current.get(line) ?? newId();
    minted.current.set(line, id);
    return id;
  };
  const columns = said ?? proposed(of.kind, rows);
  const read = rowsIn(rows, of.kind.roles, columns, idOf);
  const used: NamedRow<Role>[] = [];
  const judged = read.map((row) => {
    const is = judge(row, used);
    if (is.use) used.push(row);
    return { row, is };
  });
  const isUnclear = unclear(of.kind, columns).length > 0;
  const press = useOnce(async () => {
    const problem = await save(used);
    setTrouble(problem);
    if (problem === null) onSaved(used.length);
    return problem === null;
  });
  return (
    <Stack>
      <ImportTitle words="Look at it first" under={`${used.length} of ${read.length} lines would be added.`} />
      <ColumnChoices of={of} rows={rows} columns={columns} onChange={setSaid} />
      {!isUnclear && <Rows of={of} judged={judged} />}
      <NotSaved trouble={trouble} />
      <SaveOrBack
        words={`Add ${count(used.length)}`}
        left={isUnclear ? 'Say first which column is what.' : used.length === 0 ? 'There is nothing to add.' : null}
        onSave={() => void press()}
        onBack={onBack}
      />
    </Stack>
  );
}

type RowsProps<Role extends string> = {
  readonly of: TableWords<Role>;
  readonly judged: readonly { readonly row: NamedRow<Role>; readonly is: RowUse }[];
};

function Rows<Role extends string>({ of: { kind, labels }, judged }: RowsProps<Role>) {
  const roles = kind.roles.filter((role) => judged.some(({ row }) => row.typed[role] !== ''));
  return (
    <div>
      <Table caption="What was read" captionHidden>
        <thead>
          <tr>
            <th scope="col" data-number>
              Row
            </th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {labels[role]}
              </th>
            ))}
            <th scope="col">Used</th>
          </tr>
        </thead>
        <tbody>
          {judged.map(({ row, is }) => (
            <tr key={row.line}>
              <td data-number>{row.line}</td>
              {roles.map((role) => (
                <td key={role}>{row.typed[role]}</td>
              ))}
              <td>{is.use ? 'Used' : `Left out: ${is.because}`}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
