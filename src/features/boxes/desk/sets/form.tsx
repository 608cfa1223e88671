import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { type SetKind, setKinds } from '#domain/codes.ts';
import type { ChangeOf, RecordOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { StockPlace } from '#domain/stock/places.ts';
import { type Kept, kindOfSet, partsIn } from '#domain/stock/sets.ts';
import { lineOf } from '#features/boxes/desk/amounts.tsx';
import styles from '#features/boxes/desk/boxes.module.css';
import { freshCode } from '#features/boxes/desk/places.tsx';
import { useForm } from '#forms/form.tsx';
import { RecordForm } from '#forms/record.tsx';
import { Choice } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Contents, EarlierContents } from './contents.tsx';
import { SetPicture } from './picture.tsx';
import { isBoxKind, judgeSet, sayingsOf, type TypedSet } from './saying.ts';

/** What a set is called, what it is, what is in it, and when there is little of it. */

type SetFormProps = {
  readonly known: RecordOf<'set'> | undefined;
  readonly sets: readonly Kept[];
  readonly places: readonly StockPlace[];
  readonly onDone: () => void;
};

const words = {
  name: 'Name',
  kind: 'What it is',
  icon: 'Its picture',
  lowAt: 'Low when fewer than',
  code: 'Code',
  parts: () => 'What is in it was changed',
  items: () => 'Something was added to it',
};

export function SetForm({ known, sets, places, onDone }: SetFormProps) {
  const { save } = useDesk();
  const [fresh] = useState(() => freshCode({ sets, places }));
  const one = { type: 'set', scope: programmeScope, words: 'The set', known, save, onSaved: onDone } as const;
  const form = useForm<TypedSet>({
    changes: known !== undefined,
    name: known ? `set ${known.id}` : 'set',
    now: typedOf(known, fresh),
    judge: (typed) => judgeSet(typed, sets, known?.id),
    save: async (typed, { id, opened }) => {
      const sayings = sayingsOf(known?.id ?? id, typed, known && { body: known.body, opened });
      return sayings.length === 0 ? null : save('The set', sayings);
    },
    onSaved: onDone,
  });
  if (!form) return null;
  const { kind, icon, code, parts, items } = form.values;
  return (
    <RecordForm
      {...{ one, form, words }}
      add="Add the set"
      save="Save the set"
      closing={{
        close: 'Close this set',
        meaning: 'A closed set is no longer offered on phones. What was given out stays, and it can be opened again.',
      }}
    >
      <TextField label="Name" maxLength={60} {...form.text('name')} />
      <Choice legend="What it is" tile="11rem" options={kindOptions} {...form.choice('kind')} />
      <SetPicture value={icon} onChange={(next) => form.change({ icon: next })} />
      {isBoxKind(kind) && (
        <>
          <SectionTitle>What is in it</SectionTitle>
          <Contents sets={sets} lines={parts} items={items} errorOf={form.errorOf} onChange={form.change} />
        </>
      )}
      {known && <EarlierContents set={known} sets={sets} />}
      <NumberField
        label="Low when fewer than"
        optional="(optional)"
        hint="Then a partner is asked to build or buy more"
        {...form.text('lowAt')}
      />
      <p className={styles.code}>
        Code for its labels <b>{code}</b>
      </p>
    </RecordForm>
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
    items: [],
  };
}
