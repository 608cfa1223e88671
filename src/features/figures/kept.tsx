import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { isClosed } from '#domain/records/row.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import styles from './figures.module.css';

/** Questions somebody keeps, for everybody who coordinates: each asks again of whatever its period means by then. */

/** What of an address is a question; a period that moves along stays one. */
const asks = ['period', 'from', 'to', 'count', 'rows', 'columns', 'ages', 'park', 'partner', 'versus', 'for'];

const askedIn = (search: URLSearchParams): string => {
  const kept = asks.flatMap((key) => {
    const value = search.get(key);
    return value === null ? [] : [[key, value]];
  });
  return new URLSearchParams(kept).toString();
};

export function KeptQuestions() {
  const [search] = useSearchParams();
  const { records = [] } = useDesk().useSetUp('question');
  const now = askedIn(search);
  const open = records.filter((record) => !isClosed(record));
  const { row, isOpen, open: change, shut } = useOpened(open, ({ id }) => id);
  const [asked, setAsked] = useState('');
  const same = open.find(({ body }) => body.asked === now);
  return (
    <div className={styles.kept}>
      {open.map(({ id, body }) => (
        <Link
          key={id}
          to={`/desk/exports?${body.asked}`}
          aria-current={body.asked === now ? 'true' : undefined}
          replace
        >
          {body.name}
        </Link>
      ))}
      <Button
        kind="quiet"
        size="inline"
        icon="save"
        onClick={() => {
          setAsked(now);
          change(same ?? null);
        }}
      >
        {same ? 'Change its name' : 'Keep this question'}
      </Button>
      <Sheet open={isOpen} title={row ? 'A kept question' : 'Keep this question'} onClose={shut}>
        {isOpen && <QuestionForm known={row ?? undefined} asked={row?.body.asked ?? asked} onDone={shut} />}
      </Sheet>
    </div>
  );
}

type FormProps = { known: SetUpRecord<'question'> | undefined; asked: string; onDone: () => void };

function QuestionForm({ known, asked, onDone }: FormProps) {
  const { save } = useDesk();
  const one = { type: 'question', scope: programmeScope, words: 'The question', known, save, onSaved: onDone } as const;
  const form = useRecord({
    ...one,
    typedOf: ({ name = '' }) => ({ name }),
    bodyOf: ({ name }) => ({ name, asked: asked || 'period=last-month' }),
    judge: ({ name }) => (name.trim() === '' ? { name: 'Give it a name.' } : {}),
  });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words: { name: 'Name' } }}
      closing={{ close: 'Keep it no longer', meaning: 'It goes from the list. Nothing it told of goes.' }}
    >
      <TextField label="Name" hint="Such as: the council’s quarter" {...form.text('name')} maxLength={200} />
    </RecordForm>
  );
}
