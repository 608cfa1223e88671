import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { notBegun } from '#desk/import/saving.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { peopleTable } from '#domain/people/import/table.ts';
import { tableIn } from '#domain/reports/table.ts';
import { importsOfDesk } from '#domain/sessions/people/imports.ts';
import { peopleOfDesk } from '#domain/sessions/people/list.ts';
import { useForm } from '#forms/form.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { afresh, faultsIn, ListForm, nothingSaid, type RegisterRead, type TypedList } from './form.tsx';
import { PeoplePreview } from './preview.tsx';
import { UndoImports } from './undo.tsx';

/** Last year’s list of people, from a file or pasted. Nothing is saved before somebody has looked, and all of it can be taken back. */
export function ImportPeople() {
  const { useView } = useDesk();
  const [people, imports] = [useView(peopleOfDesk), useView(importsOfDesk)];
  const [saved, setSaved] = useState({ times: 0, words: '' });
  const read = people.value && imports.value && { people: people.value, imports: imports.value };
  return (
    <Screen title="Import people" back={{ to: '/desk/people', label: 'People' }}>
      <AnswerState answer={people.trouble ? people : { ...imports, value: read }} what="the register" />
      <Stack>
        <div aria-live="polite">
          {saved.words !== '' && (
            <Notice
              kind="ok"
              title={saved.words}
              action={
                <Link className={buttonClass({ size: 'inline' })} to="/desk/people">
                  See the register
                </Link>
              }
            />
          )}
        </div>
        {read && (
          <Reading
            key={saved.times}
            read={read}
            onSaved={(words) => setSaved(({ times }) => ({ times: times + 1, words }))}
          />
        )}
        {read && <UndoImports of={read.imports} onDone={(words) => setSaved(({ times }) => ({ times, words }))} />}
      </Stack>
    </Screen>
  );
}

function Reading({ read, onSaved }: { read: RegisterRead; onSaved: (words: string) => void }) {
  const form = useForm<TypedList>({
    name: 'people-list',
    now: afresh(read),
    judge: faultsIn,
    save: async () => null,
  });
  const text = form?.values.text ?? '';
  const [looking, setLooking] = useState(false);
  const rows = useMemo(() => tableIn(peopleTable, text), [text]);
  // Of this text and no other: what is tried again after going back is the same act.
  const minted = useRef(new Map<string, { id: string; soFar: ReturnType<typeof notBegun> }>());
  if (!form) return null;
  const { said, partner } = form.values;
  const key = `${partner}|${text}`;
  const own = minted.current.get(key) ?? { id: newId(), soFar: notBegun() };
  minted.current.set(key, own);
  if (looking)
    return (
      <PeoplePreview
        {...{ read, rows, partner, said, minted: own }}
        onSay={(changed) => form.change({ said: { ...said, ...changed } })}
        onBack={() => setLooking(false)}
        onSaved={(words) => void form.drop().then(() => onSaved(words))}
      />
    );
  return (
    <ListForm
      read={read}
      form={form}
      onChange={(changed) => form.change({ ...changed, said: nothingSaid })}
      onLook={() => setLooking(form.check())}
    />
  );
}
