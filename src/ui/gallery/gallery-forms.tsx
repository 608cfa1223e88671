import { useState } from 'react';
import { Button, type ButtonLook, IconButton } from '#ui/button.tsx';
import { Choice, Tick, Ticks } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { FaceNumber } from '#ui/face.tsx';
import { Faces } from '#ui/faces.tsx';
import { NumberField, SearchField, SelectField, TextArea, TextField } from '#ui/field.tsx';
import styles from './gallery.module.css';

export const faceWords = ['Not good', 'OK', 'Good', 'Really good', 'Brilliant'] as const;

const kinds: ReadonlyArray<NonNullable<ButtonLook['kind']>> = ['primary', 'secondary', 'soft', 'quiet', 'danger'];

/** Buttons in every state. */
export function Buttons() {
  return (
    <>
      {(['usual', 'inline', 'large'] as const).map((size) => (
        <div key={size} className={styles.line}>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind} size={size}>
              {kind === 'soft' ? '+1' : kind}
            </Button>
          ))}
        </div>
      ))}
      <div className={styles.line}>
        <Button notPossible>Nothing to send</Button>
        <Button kind="primary" notPossible>
          Send now
        </Button>
        <Button icon="speak" aria-pressed>
          Stop reading
        </Button>
        <IconButton icon="sun" label="Sunlight" pressed={false} />
        <IconButton icon="sun" label="Sunlight, on" pressed />
      </div>
      <Button kind="primary" wide iconEnd="next">
        Open the register
      </Button>
    </>
  );
}

/** Fields in every state. */
export function Fields() {
  const errors = [{ fieldId: 'gallery-name', message: 'Write what they are called' }];
  return (
    <>
      <ErrorSummary errors={errors} />
      <TextField id="gallery-name" label="What are they called?" error="Write what they are called" />
      <TextField label="Full name" optional="(optional)" hint="As it is on the form" defaultValue="Zaki Rahman" />
      <NumberField label="Age" defaultValue="11" />
      <TextArea label="What went well?" defaultValue="Dancers showed the younger ones the afrobeats steps." />
      <SelectField label="I am Amira’s">
        <option>mother</option>
        <option>father</option>
      </SelectField>
      <SearchField label="Find a name" />
    </>
  );
}

const sets = [
  { value: 'over', label: 'Over-10s set', hint: 'Jakub is 10', end: '12 in the van', icon: 'box' },
  { value: 'under', label: 'Under-10s set', end: '7 in the van', icon: 'box' },
] as const;

/** Choices in every state. */
export function Choices() {
  const [set, setSet] = useState<'over' | 'under'>();
  const [ticked, setTicked] = useState<ReadonlyArray<'over' | 'under'>>(['over']);
  const [face, setFace] = useState<FaceNumber>();
  const [off, setOff] = useState(true);
  return (
    <>
      <Choice legend="Which set?" options={sets} value={set} onChange={setSet} />
      <Choice
        legend="May we take photos?"
        look="large"
        error="Choose one"
        options={sets}
        value={set}
        onChange={setSet}
      />
      <Ticks legend="All in it?" look="plain" options={sets} values={ticked} onChange={setTicked} />
      <Tick label="Everyone is off site" end="18:04" checked={off} onChange={setOff} />
      <Faces legend="How did it feel?" look="strip" words={faceWords} value={face} onChange={setFace} />
      <Faces legend="How was today?" words={faceWords} value={face} onChange={setFace} />
    </>
  );
}
