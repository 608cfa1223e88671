import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { type SetKind, setKinds } from '#domain/codes.ts';
import type { ChangeOf, RecordOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/records.ts';
import { patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { StockPlace } from '#domain/stock/places.ts';
import { type Kept, kindOfSet, partsIn } from '#domain/stock/sets.ts';
import { lineOf } from '#features/boxes/desk/amounts.tsx';
import styles from '#features/boxes/desk/boxes.module.css';
import { useFaults } from '#features/boxes/desk/fields.tsx';
import { freshCode } from '#features/boxes/desk/places.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form } from '#ui/stack.tsx';
import { Contents, EarlierContents } from './set-contents.tsx';
import { SetPicture } from './set-picture.tsx';
import { faultsInSet, isBoxKind, type NewItem, sayingsOf, type TypedSet } from './set-saying.ts';

/** What a set is called, what it is, what is in it, and when there is little of it. */

type SetFormProps = {
  readonly known: RecordOf<'set'> | undefined;
  readonly sets: readonly Kept[];
  readonly places: readonly StockPlace[];
  readonly onDone: () => void;
};

export function SetForm({ known, sets, places, onDone }: SetFormProps) {
  const desk = useDesk();
  const [id] = useState(known?.id ?? newId);
  const [typed, setTyped] = useState<TypedSet>(() => typedOf(known, freshCode({ sets, places })));
  const [items, setItems] = useState<readonly NewItem[]>([]);
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = (changed: Partial<TypedSet>) => setTyped({ ...typed, ...changed });

  const put = useOnce(async (sayings: Parameters<typeof desk.save>[1]) => {
    const problem = sayings.length === 0 ? null : await desk.save('The set', sayings);
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    const found = faultsInSet(typed, items, sets, id);
    setFaults(found);
    if (found.length === 0) void put(sayingsOf(id, known?.body, typed, items));
  }

  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      <TextField
        id="set-name"
        label="Name"
        maxLength={60}
        value={typed.name}
        error={errorOf('set-name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Choice
        id="set-kind"
        legend="What it is"
        tile="11rem"
        options={kindOptions}
        value={typed.kind}
        error={errorOf('set-kind')}
        onChange={(kind) => change({ kind })}
      />
      <SetPicture value={typed.icon} onChange={(icon) => change({ icon })} />
      {isBoxKind(typed.kind) && (
        <>
          <SectionTitle>What is in it</SectionTitle>
          <Contents
            sets={sets}
            lines={typed.parts}
            items={items}
            errorOf={errorOf}
            onChange={(parts) => change({ parts })}
            onItems={setItems}
          />
        </>
      )}
      {known && <EarlierContents set={known} sets={sets} />}
      <NumberField
        id="set-low"
        label="Low when fewer than"
        optional="(optional)"
        hint="Then a partner is asked to build or buy more"
        value={typed.lowAt}
        error={errorOf('set-low')}
        onChange={(event) => change({ lowAt: event.target.value })}
      />
      <p className={styles.code}>
        Code for its labels <b>{typed.code}</b>
      </p>
      <p className={styles.buttons}>
        <Button kind="primary" type="submit">
          {known ? 'Save the set' : 'Add the set'}
        </Button>
        {known && (
          <Button
            onClick={() =>
              void put([patch('set', id, programmeScope, { status: isClosed(known) ? 'active' : 'closed' })])
            }
          >
            {isClosed(known) ? 'Open it again' : 'Close this set'}
          </Button>
        )}
      </p>
      {known && !isClosed(known) && (
        <p className={styles.quiet}>
          A closed set is no longer offered on phones. What was given out stays, and it can be opened again.
        </p>
      )}
    </Form>
  );
}

const hints: Record<SetKind, string> = {
  U10: 'A box given to younger ones',
  O10: 'A box given to older ones',
  ITM: 'One thing: a ball, a rope',
  CON: 'Used up: tape, water',
};

const kindOptions = setKinds.map(([value, label]) => ({ value, label, hint: hints[value] }));

/** @param fresh a code nobody has, for a set that has none */
function typedOf(known: Kept | undefined, fresh: string): TypedSet {
  const body: ChangeOf<'set'> = known?.body ?? {};
  return {
    name: body.name ?? '',
    kind: known ? kindOfSet(body) : undefined,
    icon: body.icon || 'box',
    lowAt: typeof body.lowAt === 'number' ? String(body.lowAt) : '',
    code: body.code || fresh,
    parts: partsIn(body).map(lineOf),
  };
}
