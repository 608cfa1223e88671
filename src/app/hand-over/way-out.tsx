import { useState } from 'react';
import { enter } from '#app/person.ts';
import { Recover } from '#app/recover.tsx';
import { useApp } from '#app/state.ts';
import { type WayOut as Outcome, tryWayOut } from '#db/hand-over.ts';
import { type Enrolled, unlockWith } from '#db/profile.ts';
import { timeOf } from '#domain/time.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useQuiet } from '#phone/hand-over/quiet.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import styles from './hand-over.module.css';

type WayOutProps = {
  readonly id: string;
  /** Who handed it over. */
  readonly device: string;
  /** Back to the form; none once it is done with. */
  readonly onBack: (() => void) | undefined;
  /** Where no PIN can be checked: counting, which shows nothing. */
  readonly onCount: () => void;
};

const quietMs = 60_000;

/** *Grown-ups*: the PIN of whoever works with this phone. Wrong ones are slowed without end, and cost their owner nothing. */
export function WayOut({ id, device, onBack, onCount }: WayOutProps) {
  const enrolled = useApp((state) => state.enrolled);
  const [chosen, setChosen] = useState(device);
  const who = enrolled.find(({ profile }) => profile.device === chosen) ?? enrolled[0];
  // A child who pressed it and went on finds the form again.
  useQuiet(quietMs, onBack ?? (() => undefined));
  if (!who) return null;
  return (
    <HandedPage
      roof={
        <>
          <h1>{onBack ? 'For grown-ups' : 'Thank you'}</h1>
          <span>{onBack ? who.profile.name : 'Please give the phone back'}</span>
        </>
      }
    >
      <Stack>
        {enrolled.length > 1 && (
          <Choice
            legend="Whose PIN?"
            tile="9rem"
            options={enrolled.map(({ profile }) => ({ value: profile.device, label: profile.name }))}
            value={who.profile.device}
            onChange={setChosen}
          />
        )}
        <Try key={who.profile.device} id={id} enrolled={who} onCount={onCount} />
        {onBack && (
          <Button wide icon="back" onClick={onBack}>
            Back to the form
          </Button>
        )}
      </Stack>
    </HandedPage>
  );
}

type TryProps = { readonly id: string; readonly enrolled: Enrolled; readonly onCount: () => void };

function Try({ id, enrolled, onCount }: TryProps) {
  const { device, secretKind } = enrolled.profile;
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [forgot, setForgot] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(enrolled.locked.wrapping ? null : { type: 'cannot' });

  async function submit(typed: string) {
    if (busy) return;
    setBusy(true);
    const next = await tryWayOut(id, device, typed, Date.now());
    if (next.type === 'open') return enter(await unlockWith(enrolled.profile, next.dataKey));
    setBusy(false);
    setSecret('');
    setOutcome(next);
  }

  const cannot = outcome?.type === 'cannot';
  if (cannot || forgot)
    return (
      <>
        <Recover enrolled={enrolled} destroyed={cannot} onBack={() => setForgot(false)} />
        <Counting onCount={onCount} />
      </>
    );
  const error = busy ? undefined : wordsFor(outcome);
  return (
    <>
      {secretKind === 'pin' ? (
        <PinPad
          label="Your PIN"
          value={secret}
          onChange={setSecret}
          onWhole={(pin) => void submit(pin)}
          error={error}
          busy={busy}
        />
      ) : (
        <Form onSubmit={() => void submit(secret)}>
          <TextField
            label="Your passphrase"
            error={error}
            type="password"
            autoComplete="current-password"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
          <Button kind="primary" wide type="submit" notPossible={busy}>
            {busy ? 'Opening…' : 'Unlock'}
          </Button>
        </Form>
      )}
      {outcome && (
        <Button wide onClick={() => setForgot(true)}>
          Forgot the PIN?
        </Button>
      )}
    </>
  );
}

function Counting({ onCount }: { onCount: () => void }) {
  return (
    <div className={styles.ways}>
      <Notice kind="info" title="No signal, or no code?">
        You can still count. No names are shown, and the form stays as it is.
      </Notice>
      <Button wide onClick={onCount}>
        Just count
      </Button>
    </div>
  );
}

function wordsFor(outcome: Outcome | null): string | undefined {
  if (outcome?.type !== 'wrong' && outcome?.type !== 'wait') return undefined;
  const wait = outcome.notBefore > Date.now() ? ` Wait until ${timeOf(outcome.notBefore)}.` : '';
  return outcome.type === 'wrong' ? `That is not it.${wait}` : `Too many tries.${wait}`;
}
