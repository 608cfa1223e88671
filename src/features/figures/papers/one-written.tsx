import type { ReactNode } from 'react';
import type { WrittenText } from '#domain/reports/pack/written.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Marked, whyWords } from './marked.tsx';
import styles from './papers.module.css';
import { useWrite, type WrittenAt } from './write.tsx';

type OneProps = {
  at: WrittenAt;
  checked: Pick<WrittenText, 'text' | 'findings' | 'waits'> | undefined;
  under: string;
  onChange?: (() => void) | undefined;
  children?: ReactNode;
};

/** One text. What may tell who somebody is is marked in it, and it stays out of papers until somebody has confirmed it. */
export function OneWritten({ at, checked, under, onChange, children }: OneProps) {
  const { write, trouble } = useWrite();
  return (
    <li className={styles.one}>
      <div>
        <h3>{at.title}</h3>
        {checked && (
          <p className={styles.text}>
            <Marked text={checked.text} findings={checked.waits ? checked.findings : []} />
          </p>
        )}
        <p className={styles.hint}>{under}</p>
      </div>
      <div className={styles.kinds}>
        {children}
        {onChange && (
          <Button
            size="inline"
            icon="pen"
            aria-label={`${checked ? 'Change' : 'Write'}: ${at.title}`}
            onClick={onChange}
          >
            {checked ? 'Change' : 'Write'}
          </Button>
        )}
      </div>
      {checked?.waits && (
        <Notice
          kind="warn"
          title="Left out of papers for others until somebody has looked"
          action={
            <Button size="inline" onClick={() => void write(at, true)}>
              Nobody can be picked out
            </Button>
          }
        >
          It may tell who somebody is: {whyWords(checked.findings)}. Change it, or confirm that you have read it.
        </Notice>
      )}
      {trouble !== '' && <p role="alert">{trouble}</p>}
    </li>
  );
}
