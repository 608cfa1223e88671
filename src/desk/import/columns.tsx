import type { ReadRow } from '#domain/reports/csv-read.ts';
import { type ColumnsOf, candidates, none, proposed, type TableKind, unclear, widthOf } from '#domain/reports/table.ts';
import { SelectField } from '#ui/field.tsx';
import styles from './import.module.css';

/** Which column was read as what, what was not read, and a choice for each. Where two could be it, nobody guesses. */

/** What is read, and what each of its columns is called. */
export type TableWords<Role extends string> = {
  readonly kind: TableKind<Role>;
  readonly labels: Readonly<Record<Role, string>>;
  /** What it means that there is no such column; `No column` where nothing is said. */
  readonly without?: Readonly<Partial<Record<Role, string>>>;
};

type ColumnsProps<Role extends string> = {
  readonly of: TableWords<Role>;
  readonly rows: readonly ReadRow[];
  readonly columns: ColumnsOf<Role>;
  readonly onChange: (columns: ColumnsOf<Role>) => void;
};

/** The field of a role, for the words that lead to it. */
export const columnField = (role: string): string => `column-${role}`;

export function ColumnChoices<Role extends string>({ of, rows, columns, onChange }: ColumnsProps<Role>) {
  const { kind, labels, without = {} } = of;
  const { roles, optional } = kind;
  const asked = unclear(kind, columns);
  const headings = columns.heading === null ? [] : (rows[columns.heading]?.cells ?? []);
  const all = Array.from({ length: widthOf(rows) }, (_, at) => at);
  const read: readonly (number | null)[] = roles.map((role) => columns[role]);
  const left = all.filter((at) => !read.includes(at) && (headings[at] ?? '').trim() !== '');
  return (
    <fieldset className={styles.columns}>
      <legend>Which column is what</legend>
      <HeadingField of={of} rows={rows} columns={columns} onChange={onChange} />
      {roles.map((role) => (
        <SelectField
          key={role}
          id={columnField(role)}
          label={labels[role]}
          value={String(columns[role] ?? '')}
          error={asked.includes(role) ? wordsFor(kind, role, columns, headings) : undefined}
          onChange={({ target }) => onChange({ ...columns, [role]: target.value === '' ? null : Number(target.value) })}
        >
          {columns[role] === null && <option value="">Choose</option>}
          {optional.includes(role) && (
            <option value={none}>{(without as Partial<Record<string, string>>)[role] ?? 'No column'}</option>
          )}
          {all.map((at) => (
            <option key={at} value={at}>
              {columnWords(rows, columns.heading, at)}
            </option>
          ))}
        </SelectField>
      ))}
      <p className={styles.wide}>
        {asked.length === 0 && left.length > 0 && (
          <>
            <b>Not read:</b> {left.map((at) => `“${headings[at]?.trim()}”`).join(', ')}.{' '}
          </>
        )}
        {aboveWords(rows, columns.heading)}
      </p>
    </fieldset>
  );
}

function wordsFor<Role extends string>(
  kind: TableKind<Role>,
  role: Role,
  columns: ColumnsOf<Role>,
  headings: readonly string[],
): string {
  if (columns[role] !== null) return 'This column is read as something else already.';
  const could = candidates(kind, headings, role).map((at) => `“${headings[at]?.trim()}”`);
  if (could.length > 1) return `${could.slice(0, -1).join(', ')} or ${could.at(-1)}?`;
  return could.length === 1 ? `Is it ${could[0]}?` : 'No heading says so.';
}

/** `Quantity (30, 100, 25)` */
function columnWords(rows: readonly ReadRow[], heading: number | null, at: number): string {
  const name = heading === null ? '' : (rows[heading]?.cells[at] ?? '').trim();
  const under = rows
    .slice(heading === null ? 0 : heading + 1)
    .map(({ cells }) => (cells[at] ?? '').trim())
    .filter(Boolean)
    .slice(0, 3)
    .map((cell) => (cell.length > 20 ? `${cell.slice(0, 19)}…` : cell));
  const title = name === '' ? `Column ${at + 1}` : name;
  return under.length === 0 ? title : `${title} (${under.join(', ')})`;
}

/** Rows that may hold the headings. */
const offered = 12;

function HeadingField<Role extends string>({ of: { kind }, rows, columns, onChange }: ColumnsProps<Role>) {
  return (
    <SelectField
      label="The headings"
      value={String(columns.heading ?? none)}
      onChange={({ target }) =>
        onChange(proposed(kind, rows, Number(target.value) === none ? null : Number(target.value)))
      }
    >
      <option value={none}>There are none</option>
      {rows.slice(0, Math.max(offered, (columns.heading ?? 0) + 1)).map(({ row, cells }, at) => (
        <option key={row} value={at}>
          Line {row}: {short(cells)}
        </option>
      ))}
    </SelectField>
  );
}

const short = (cells: readonly string[], most = 40): string => {
  const words = cells.filter((cell) => cell.trim() !== '').join(', ');
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
};

function aboveWords(rows: readonly ReadRow[], heading: number | null): string {
  const above = rows.slice(0, heading ?? 0);
  if (above.length === 0) return '';
  return `Above the headings and not read: ${above.map(({ cells }) => `“${short(cells, 80)}”`).join(', ')}.`;
}
