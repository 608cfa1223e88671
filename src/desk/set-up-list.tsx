import type { ReactNode } from 'react';
import type { NamedType } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import styles from './desk.module.css';
import { byName, type SetUpRecord, type SetUpRecords } from './desk.ts';
import { AnswerState } from './screen.tsx';

type SetUpListProps<T extends NamedType> = {
  readonly of: SetUpRecords<T>;
  /** "the parks" */
  readonly what: string;
  readonly under: (record: SetUpRecord<T>) => ReactNode;
  /** None where somebody may only read. */
  readonly onOpen?: ((record: SetUpRecord<T>) => void) | undefined;
  readonly add?: ReactNode;
  /** What it means that there is none. */
  readonly empty: ReactNode;
};

/** Set-up records A to Z, each opening for a change; the closed ones folded away under them. */
export function SetUpList<T extends NamedType>({ of, what, under, onOpen, add, empty }: SetUpListProps<T>) {
  const records = [...(of.records ?? [])].sort(byName);
  const closed = records.filter(isClosed);
  const rows = (some: readonly SetUpRecord<T>[]) => (
    <List>
      <Each of={some} by={(record) => record.id}>
        {(record) => (
          <Item link={onOpen && ((parts) => <button type="button" {...parts} onClick={() => onOpen(record)} />)}>
            <b>{record.body.name}</b>
            <span className={styles.under}>{under(record)}</span>
          </Item>
        )}
      </Each>
    </List>
  );
  return (
    <div className={styles.column}>
      <AnswerState answer={{ ...of, value: of.records }} what={what} />
      {of.records !== undefined && records.length === 0 && (
        <Empty icon="folder" title="Nothing here yet">
          {empty}
        </Empty>
      )}
      {rows(records.filter((record) => !isClosed(record)))}
      {add !== undefined && <p className={styles.after}>{add}</p>}
      {closed.length > 0 && (
        <Fold title={`${closed.length} closed`} note="No longer offered on phones. What happened there stays.">
          {rows(closed)}
        </Fold>
      )}
    </div>
  );
}

/** The button over a list that opens an empty form. */
export function AddButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <Button kind="primary" icon="plus" onClick={onClick}>
      {children}
    </Button>
  );
}

/** That a form of the set-up was saved, as long as nothing else is typed. For one that stays open after it. */
export function SavedForPhones({ form }: { form: { readonly isSaved: boolean } }) {
  return (
    <div aria-live="polite">
      {form.isSaved && (
        <Notice kind="ok" title="Saved">
          Phones have it at their next signal.
        </Notice>
      )}
    </div>
  );
}
