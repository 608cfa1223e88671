import { useRef, useState } from 'react';
import { newId } from '#db/person.ts';
import { fieldWords, typeWords, valueWords } from '#domain/records/field-words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { useAnswer } from './answer.ts';
import type { SetUpChange } from './answers.ts';
import { useDesk } from './desk.ts';
import { AnswerState } from './screen.tsx';
import styles from './set-up-history.module.css';
import { whenOf } from './when.ts';

/** Who changed what in the set-up, newest first, each with the way to undo it. */

const address = '/api/set-up/changes';

/** The history of one record, under its form. It is read once it is opened. */
export function RecordHistory({ of }: { of: string }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.record}>
      <Button size="inline" icon="clock" aria-expanded={open} onClick={() => setOpen(!open)}>
        History
      </Button>
      {open && <SetUpHistory of={of} />}
    </section>
  );
}

/** All changes of the set-up, or of one record. */
export function SetUpHistory({ of }: { of?: string }) {
  const answer = useAnswer(of === undefined ? address : `${address}?of=${of}`);
  const names = useNames();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { value } = answer;
  return (
    <>
      <AnswerState answer={answer} what="the changes" />
      <NotSaved trouble={trouble} />
      {value?.changes.length === 0 && (
        <Empty icon="clock" title="Nothing yet">
          What is added or changed in the set-up stands here, with who did it.
        </Empty>
      )}
      {value && (
        <ol className={styles.history}>
          <Each of={value.changes} by={({ record, entry }) => `${record} ${entry}`}>
            {(change) => <Change change={change} names={names} one={of !== undefined} onTrouble={setTrouble} />}
          </Each>
        </ol>
      )}
      {value?.more && <Remark>Older changes stand in the form of each record, under History.</Remark>}
    </>
  );
}

type ChangeProps = {
  readonly change: SetUpChange;
  readonly names: ReadonlyMap<string, string>;
  /** Whether it is the history of one record, which is not named again. */
  readonly one: boolean;
  readonly onTrouble: (trouble: string | null) => void;
};

function Change({ change, names, one, onTrouble }: ChangeProps) {
  const { isNew, undo, undoes, at, byName, changes, type, name, partnerName } = change;
  const did = isNew ? 'Added' : undoes === undefined ? 'Changed' : 'Changed back';
  return (
    <li data-undone={undo === 'undone'}>
      <div>
        <b>
          {!one && `${[typeWords(type), name || partnerName].filter(Boolean).join(': ')} · `}
          {did}
        </b>
        {undo === 'undone' && ' · undone since'}
        <small>
          {byName === '' ? 'Nobody’s name was kept' : byName}, <time dateTime={at}>{whenOf(at)}</time>
        </small>
        <ul>
          <Each of={isNew && !one ? [] : linesOf(change, names)} by={({ field }) => field}>
            {({ words, before, after }) => (
              <li>
                {words}:{' '}
                {before !== null && (
                  <>
                    <del>{before}</del> →{' '}
                  </>
                )}
                {after === null ? 'nothing' : <ins>{after}</ins>}
              </li>
            )}
          </Each>
        </ul>
        {undo === 'changed since' && changes.length > 0 && <small>Changed again since.</small>}
      </div>
      {undo === 'may' && <Undo change={change} onTrouble={onTrouble} />}
    </li>
  );
}

type Line = {
  readonly field: string;
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Field by field; what is in a set in one line. */
function linesOf({ changes, isNew }: SetUpChange, names: ReadonlyMap<string, string>): Line[] {
  const said = (field: string, value: unknown) => {
    // Whatever was never closed is open.
    if (field === 'status') return value === 'closed' ? 'Closed' : 'Open';
    return isEmpty(value) ? null : valueWords(field, value, names);
  };
  const parts = changes.filter(({ field }) => field.startsWith('part/'));
  const own = changes.filter((each) => !parts.includes(each) && !(isEmpty(each.before) && isEmpty(each.after)));
  // What was added is open: that is no news.
  const rest = own.filter(({ field }) => !(isNew && field === 'status'));
  const inIt = parts.map(({ field, after }) => `${after} × ${names.get(field.replace(/^part\/\d+:/, '')) ?? 'a set'}`);
  return [
    ...rest.map(({ field, before, after }) => ({
      field,
      words: fieldWords(field, names),
      ...{ before: said(field, before), after: said(field, after) },
    })),
    ...(parts.length === 0 ? [] : [{ field: 'part', words: 'In it', before: null, after: inIt.join(', ') }]),
  ];
}

function Undo({ change: { record, entry }, onTrouble }: Pick<ChangeProps, 'change' | 'onTrouble'>) {
  const { ask, answers } = useDesk();
  // The same at every try: pressed again after no answer came, it is one.
  const id = useRef('');
  const press = useOnce(async () => {
    id.current ||= newId();
    const got = await ask('POST', `${address}/undo`, { id: id.current, record, entry });
    onTrouble(got.ok ? null : got.words);
    // Also where it was refused: what somebody else changed meanwhile is to be seen.
    answers.refresh(address, '/api/records');
    return got.ok;
  });
  return (
    <Button size="inline" icon="undo" onClick={() => void press()}>
      Undo
    </Button>
  );
}

/** What ids in it are called. */
function useNames(): ReadonlyMap<string, string> {
  const sets = useDesk().useSetUp('set').records ?? [];
  return new Map(sets.map(({ id, body }) => [id, body.name]));
}
