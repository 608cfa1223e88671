import { type ReactNode, useState } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './desk.module.css';
import { useDesk } from './desk.ts';

/** Files of a report, fetched with this desk's credentials and handed to the browser to save. */

export type FileKind = 'csv' | 'xlsx' | 'zip';

const kindWords = { csv: 'CSV', xlsx: 'XLSX', zip: 'Data package' } as const satisfies Record<FileKind, string>;

type FileButtonsProps = {
  /** `/api/exports/boxes` */
  readonly path: string;
  readonly query: string;
  /** `bandstand-boxes-2026-01-01-2026-12-31` */
  readonly name: string;
  /** What only the CSV is asked for: one of several tables. */
  readonly csvQuery?: string | undefined;
  /** In place of CSV and XLSX. */
  readonly kinds?: readonly FileKind[];
  readonly onSaved?: (() => void) | undefined;
  /** More buttons in the row. */
  readonly children?: ReactNode;
};

/** The report as files; what is wrong with one that could not be made stands beside them. */
export function FileButtons({
  path,
  query,
  name,
  csvQuery = '',
  kinds = ['csv', 'xlsx'],
  onSaved,
  children,
}: FileButtonsProps) {
  const { making, words, save } = useFileSaved();

  const addressOf = (kind: FileKind | 'notes') =>
    kind === 'csv' || kind === 'notes'
      ? `${path}.csv?${query}${csvQuery}${kind === 'notes' ? '&notes=1' : ''}`
      : `${path}.${kind}?${query}`;

  async function download(kind: FileKind | 'notes') {
    if (await save(kind, [[addressOf(kind), kind === 'notes' ? `${name}-notes.csv` : `${name}.${kind}`]])) onSaved?.();
  }

  return (
    <div className={styles.file}>
      <p className={styles.buttons}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            kind={kind === 'csv' ? 'primary' : 'secondary'}
            size="inline"
            icon="download"
            aria-label={making === kind ? undefined : `Download ${kindWords[kind]}`}
            notPossible={making !== undefined}
            onClick={() => void download(kind)}
          >
            {making === kind ? 'Making it…' : kindWords[kind]}
          </Button>
        ))}
        <Button
          size="inline"
          aria-label={making === 'notes' ? undefined : 'Download the notes for the CSV'}
          notPossible={making !== undefined}
          onClick={() => void download('notes')}
        >
          {making === 'notes' ? 'Making it…' : 'Notes for the CSV'}
        </Button>
        {children}
      </p>
      <p aria-live="polite">{words}</p>
    </div>
  );
}

/** Fetches files and hands them to the browser; which are being made, and what is to be said of them. */
export function useFileSaved() {
  const { file, keepsNothing, answers } = useDesk();
  const [making, setMaking] = useState<string>();
  const [words, setWords] = useState('');

  /** @param what tells the button that was pressed from others @param files address and name of each @returns whether all were saved */
  async function save(what: string, files: readonly (readonly [path: string, name: string])[]): Promise<boolean> {
    setMaking(what);
    setWords('');
    let trouble: string | undefined;
    for (const [path, name] of files) {
      const got = await file(path);
      if (got.ok) saveAs(got.value, name);
      else trouble = got.words;
    }
    setMaking(undefined);
    const [it, one] = files.length > 1 ? ['them', 'Both are saved'] : ['it', 'Saved'];
    const rest = keepsNothing ? ` Delete ${it} from this computer when you are done.` : '';
    setWords(trouble ?? `${one} in your downloads.${rest}`);
    answers.refresh('/api/audit');
    return trouble === undefined;
  }
  return { making, words, save };
}

/** Hands bytes to the browser as a download. */
export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
