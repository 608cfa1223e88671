import { useState } from 'react';
import { newId } from '#db/person.ts';
import { isClosed } from '#domain/records/row.ts';
import { earlierVersions, isBox, type Kept, partsIn, versionNumber } from '#domain/stock/sets.ts';
import { AmountLines, emptyLine, type TypedLine } from '#features/boxes/desk/amounts.tsx';
import styles from '#features/boxes/desk/boxes.module.css';
import { nameWords } from '#features/boxes/desk/words.ts';
import { freshCode } from '#features/boxes/forms/place.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { kitNames } from '#ui/kit.tsx';
import { Buttons } from '#ui/stack.tsx';
import { kitWords } from './picture.tsx';
import type { NewItem } from './saying.ts';

/** What is in a box: things there are, and things added on the way. */

type ContentsProps = {
  readonly sets: readonly Kept[];
  readonly lines: readonly TypedLine[];
  /** Things that are made with this save. */
  readonly items: readonly NewItem[];
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (changed: { readonly parts: readonly TypedLine[]; readonly items?: readonly NewItem[] }) => void;
};

export function Contents({ sets, lines, items, errorOf, onChange }: ContentsProps) {
  const [adding, setAdding] = useState(false);
  const used = new Set(lines.map(({ set }) => set));
  const known = sets.filter((set) => !isBox(set.body) && (!isClosed(set) || used.has(set.id)));
  const fresh = items
    .filter(({ id }) => !sets.some((set) => set.id === id))
    .map(({ id, name, icon }) => ({ id, body: { name, icon, kind: 'ITM' as const } }));

  function addItem(name: string, icon: string) {
    const taken = [...sets, ...items.map(({ id, code }) => ({ id, body: { name: '', code } }))];
    const item = { id: newId(), name, icon, code: freshCode({ sets: taken, places: [] }) };
    const filled = lines.filter(({ set, n }) => set !== '' || n !== '');
    onChange({ parts: [...filled, { ...emptyLine(), set: item.id, n: '1' }], items: [...items, item] });
    setAdding(false);
  }

  return (
    <div className={styles.contents}>
      <AmountLines
        sets={[...known, ...fresh]}
        lines={lines}
        onChange={(parts) => onChange({ parts })}
        errorOf={errorOf}
        add="Add something to it"
        mayBeEmpty
      />
      {adding ? (
        <AddItem onAdd={addItem} onCancel={() => setAdding(false)} />
      ) : (
        <p>
          <Button size="inline" onClick={() => setAdding(true)}>
            Something not on the list
          </Button>
        </p>
      )}
    </div>
  );
}

type AddItemProps = { readonly onAdd: (name: string, icon: string) => void; readonly onCancel: () => void };

function AddItem({ onAdd, onCancel }: AddItemProps) {
  const [name, setName] = useState('');
  const [icon, setIcon] = useState('box');
  const [error, setError] = useState<string>();
  const add = () => (name.trim() === '' ? setError('What is it called?') : onAdd(name.trim(), icon));
  return (
    <div className={styles.adding}>
      <TextField
        label="What is it called?"
        hint="It becomes a single item of the programme when you save."
        value={name}
        maxLength={60}
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField label="Picture" value={icon} onChange={(event) => setIcon(event.target.value)}>
        {kitNames.map((each) => (
          <option key={each} value={each}>
            {kitWords(each)}
          </option>
        ))}
      </SelectField>
      <Buttons>
        <Button size="inline" onClick={add}>
          Put it in the box
        </Button>
        <Button size="inline" kind="quiet" onClick={onCancel}>
          Leave it out
        </Button>
      </Buttons>
    </div>
  );
}

/** What was in it before: boxes of that time still are what they were. */
export function EarlierContents({ set: { body }, sets }: { set: Kept; sets: readonly Kept[] }) {
  const earlier = earlierVersions(body).map((version) => ({ version, parts: partsIn(body, version) }));
  if (earlier.length === 0) return null;
  return (
    <Fold title="What was in it before" note={`${earlier.length} earlier, the last first`}>
      <ol className={styles.earlier}>
        {earlier.map(({ version, parts }) => (
          <li key={version}>
            <b>Version {versionNumber(version)}:</b> {parts.map((part) => nameWords(sets, part)).join(', ')}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
