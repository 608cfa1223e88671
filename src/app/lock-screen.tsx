import { lazy, useEffect, useState } from 'react';
import { onThisPhone } from '#db/locked.ts';
import type { Enrolled, PinOutcome } from '#db/profile.ts';
import { timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import styles from './lock-screen.module.css';
import { unlock } from './person.ts';
import { SunSwitch } from './shell.tsx';
import { setApp, useApp } from './state.ts';

const Others = lazy(() => import('./lock-others.tsx').then(({ Others: others }) => ({ default: others })));
const Recover = lazy(() => import('./recover.tsx').then(({ Recover: recover }) => ({ default: recover })));

const choose = (device: string | null) => setApp({ phase: { name: 'locked', device } });

/** A locked phone: who is it, and their PIN. It shows how much is unsent, and nobody's name but the team's. */
export function LockScreen({ device }: { device: string | null }) {
  const enrolled = useApp((state) => state.enrolled);
  const [others, setOthers] = useState(false);
  const chosen = enrolled.find(({ profile }) => profile.device === device);
  const alone = enrolled.length === 1;
  // A row of two fits over the pad. Of more people the chosen one stands there, and the others a press away.
  const shown = chosen && enrolled.length > 2 ? [chosen] : enrolled;
  if (others) return <Others onBack={() => setOthers(false)} />;
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          {alone && chosen && <RoofTitle title={chosen.profile.name}>{chosen.profile.programmeName}</RoofTitle>}
        </>
      }
    >
      {!alone && <h1 className={styles.spoken}>Who is it?</h1>}
      {!alone && (
        <Choice
          legend={chosen ? 'Whose PIN?' : 'Who is it?'}
          tile="9rem"
          options={shown.map(({ profile }) => ({ value: profile.device, label: profile.name }))}
          value={device ?? undefined}
          onChange={choose}
        />
      )}
      {shown.length < enrolled.length && (
        <button type="button" className={styles.link} onClick={() => choose(null)}>
          Another name on this phone
        </button>
      )}
      {chosen && (
        <Unlock
          key={`${device} ${chosen.locked.wrapping === null}`}
          enrolled={chosen}
          onOthers={() => setOthers(true)}
        />
      )}
      {!chosen && <Links onOthers={() => setOthers(true)} />}
    </RoofPage>
  );
}

type LinksProps = {
  readonly onForgot?: (() => void) | undefined;
  readonly onCount?: (() => void) | undefined;
  readonly onOthers: () => void;
};

/** The ways on without the PIN, one quiet line each: below the pad, never over it. */
function Links({ onForgot, onCount, onOthers }: LinksProps) {
  return (
    <div className={styles.links}>
      {onForgot && (
        <button type="button" className={styles.link} onClick={onForgot}>
          Forgot the PIN?
        </button>
      )}
      <button type="button" className={styles.link} onClick={onOthers}>
        Somebody else
      </button>
      {onCount && (
        <span className={styles.line}>
          <button type="button" className={styles.link} onClick={onCount}>
            Just count
          </button>
          no PIN, no names
        </span>
      )}
    </div>
  );
}

function Unlock({ enrolled, onOthers }: { enrolled: Enrolled; onOthers: () => void }) {
  const { device, secretKind } = enrolled.profile;
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [forgot, setForgot] = useState(false);
  const [outcome, setOutcome] = useState<PinOutcome | null>(enrolled.locked.wrapping ? null : { type: 'destroyed' });
  const unsent = useUnsentCount(device);

  async function submit(typed: string) {
    setBusy(true);
    const next = await unlock(enrolled, typed);
    setBusy(false);
    setSecret('');
    if (next.type !== 'open') setOutcome(next);
  }

  const destroyed = outcome?.type === 'destroyed';
  if (destroyed || forgot) return <Recover enrolled={enrolled} destroyed={destroyed} onBack={() => setForgot(false)} />;
  const waits = unsent > 0 && <Unsent n={unsent} />;
  const error = busy ? undefined : wordsFor(outcome);
  const links = (
    <Links
      onForgot={() => setForgot(true)}
      onOthers={onOthers}
      onCount={() => setApp({ phase: { name: 'capture', device } })}
    />
  );
  if (secretKind === 'pin') {
    return (
      <>
        <PinPad
          label="Your PIN"
          says={waits}
          value={secret}
          onChange={setSecret}
          onWhole={(pin) => void submit(pin)}
          error={error}
          busy={busy}
        />
        {links}
      </>
    );
  }
  return (
    <Stack>
      {waits}
      <Passphrase value={secret} onChange={setSecret} onWhole={submit} error={error} busy={busy} />
      {links}
    </Stack>
  );
}

type PassphraseProps = {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly onWhole: (typed: string) => Promise<void>;
  readonly error: string | undefined;
  readonly busy: boolean;
};

function Passphrase({ value, onChange, onWhole, error, busy }: PassphraseProps) {
  return (
    <Form onSubmit={() => !busy && void onWhole(value)}>
      <TextField
        label="Your passphrase"
        error={error}
        type="password"
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button kind="primary" wide type="submit" notPossible={busy}>
        {busy ? 'Opening…' : 'Unlock'}
      </Button>
    </Form>
  );
}

function Unsent({ n }: { n: number }) {
  return (
    <p className={styles.unsent}>
      <Icon name="phone" />
      <span>
        <b>{n}</b> on this phone. Unlock to send.
      </span>
    </p>
  );
}

function wordsFor(outcome: PinOutcome | null): string | undefined {
  if (outcome?.type === 'wrong') {
    const wait = outcome.notBefore > Date.now() ? ` Wait until ${timeOf(outcome.notBefore)}.` : '';
    return `That is not it. ${outcome.triesLeft} ${outcome.triesLeft === 1 ? 'try' : 'tries'} left.${wait}`;
  }
  if (outcome?.type === 'wait') return `Too many tries. Wait until ${timeOf(outcome.notBefore)}.`;
  return undefined;
}

function useUnsentCount(device: string): number {
  const [count, setCount] = useState(0);
  // The count comes from the disk of a person who is not open: no live query can see it.
  useEffect(() => {
    let current = true;
    void onThisPhone(device).then((found) => current && setCount(found));
    return () => {
      current = false;
    };
  }, [device]);
  return count;
}
