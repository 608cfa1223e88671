import { useState } from 'react';
import type { SessionAnswer } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { type Code, countedAges, genders, levels, newnesses } from '#domain/codes.ts';
import styles from '#features/sessions/desk/session/session.module.css';
import { Form, useForm } from '#forms/form.tsx';
import { AmountRow } from '#ui/amount-row.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import {
  type CountedKind,
  type CountsTyped,
  countsChanged,
  countsFaults,
  countsOf,
  keyOf,
  kindOf,
  kindWords,
} from './counts.ts';
import { useCorrect } from './door.ts';
import { Why } from './why.tsx';

/** Puts right how many were counted: one more, one less, or another number, by kind. */

type Props = { readonly found: SessionAnswer; readonly onDone: () => void };

const idOf = (key: string): string => `counts-${key.replace(/[^a-z0-9]+/gi, '-')}`;

export function CountsForm({ found, onDone }: Props) {
  const { id } = found.session;
  const correct = useCorrect(id);
  const form = useForm<CountsTyped>({
    name: `counts ${id}`,
    now: countsOf(found),
    changes: true,
    judge: (typed) => countsFaults(typed, idOf),
    save: async (typed, saving) => {
      const counts = countsChanged(typed, found);
      if (counts.length === 0) return 'Nothing was changed.';
      return correct({ id: saving.id, reason: typed.why, counts });
    },
    onSaved: onDone,
  });
  if (!form) return null;
  const { counts } = form.values;
  const set = (key: string, typed: string) => form.change({ counts: { ...counts, [key]: typed } });
  return (
    <Form form={form} words={{ counts: (now) => `The count: ${sumOf(now)} in all` }}>
      {Object.entries(counts).map(([key, typed]) => (
        <AmountRow
          key={key}
          id={idOf(key)}
          label={kindWords(kindOf(key))}
          value={typed}
          mayBeZero
          error={form.errorOf(idOf(key))}
          onChange={(next) => set(key, next)}
        />
      ))}
      <Another onAdd={(kind) => set(keyOf(kind), String(Number(counts[keyOf(kind)] ?? 0) + 1))} />
      <Why form={form} />
    </Form>
  );
}

const sumOf = (counts: CountsTyped['counts']): number =>
  Object.values(counts).reduce((sum, typed) => sum + Number(typed), 0);

/** One more of a kind nobody was counted in yet. */
function Another({ onAdd }: { readonly onAdd: (kind: CountedKind) => void }) {
  const programme = useDesk().useSetUp('programme').records?.[0]?.body;
  const [kind, setKind] = useState<CountedKind>({
    ageBand: '10-12',
    gender: 'NK',
    newness: 'not known',
    level: 'joined_in',
  });
  const pick = (field: keyof CountedKind, label: string, codes: readonly Code[]) => (
    <SelectField
      label={label}
      value={kind[field]}
      onChange={(event) => setKind({ ...kind, [field]: event.target.value })}
    >
      {codes.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
  return (
    <>
      <SectionTitle>One more</SectionTitle>
      <div className={styles.pair}>
        {pick('ageBand', 'Age', countedAges)}
        {programme?.askGender === true && pick('gender', 'Gender', genders)}
        {programme?.askNewness === true && pick('newness', 'Been before?', newnesses)}
        {pick('level', 'Took part', levels)}
      </div>
      <Button wide icon="plus" onClick={() => onAdd(kind)}>
        Count one more
      </Button>
    </>
  );
}
