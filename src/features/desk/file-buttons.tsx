import { type ReactNode, useState } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './desk.module.css';
import { useDesk } from './desk.ts';

/** Files of a report, fetched with this desk's credentials and handed to the browser to save. */

export type FileKind = 'csv' | 'xlsx';

type FileButtonsProps = {
  /** `/api/exports/boxes` */
  readonly path: string;
  readonly query: string;
  /** `bandstand-boxes-2026-01-01-2026-12-31` */
  readonly name: string;
  /** What only the CSV is asked for: one of several tables. */
  readonly csvQuery?: string | undefined;
  /** More buttons in the row. */
  readonly children?: ReactNode;
};

export function FileButtons({ path, query, name, csvQuery = '', children }: FileButtonsProps) {
  const { file, keepsNothing, answers } = useDesk();
  const [making, setMaking] = useState<FileKind>();
  const [words, setWords] = useState('');

  async function download(kind: FileKind) {
    setMaking(kind);
    setWords('');
    const got = await file(`${path}.${kind}?${query}${kind === 'csv' ? csvQuery : ''}`);
    setMaking(undefined);
    setWords(got.ok ? 'Saved in your downloads.' : got.words);
    answers.refresh('/api/audit');
    if (got.ok) saveAs(got.value, `${name}.${kind}`);
  }

  return (
    <div className={styles.file}>
      <p className={styles.buttons}>
        {(['csv', 'xlsx'] as const).map((kind) => (
          <Button
            key={kind}
            kind={kind === 'csv' ? 'primary' : 'secondary'}
            size="inline"
            icon="download"
            aria-label={making === kind ? undefined : `Download ${kind.toUpperCase()}`}
            notPossible={making !== undefined}
            onClick={() => void download(kind)}
          >
            {making === kind ? 'Making it…' : kind.toUpperCase()}
          </Button>
        ))}
        {children}
      </p>
      <p aria-live="polite">
        {words}
        {keepsNothing && words.startsWith('Saved') && ' Delete it from this computer when you are done.'}
      </p>
    </div>
  );
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
