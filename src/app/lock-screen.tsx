import { lazy, useEffect, useState } from 'react';
import { onThisPhone } from '#db/locked.ts';
import type { Enrolled, PinOutcome } from '#db/profile.ts';
import { timeOf } from '#domain/time.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Foot, RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { Form } from '#ui/stack.tsx';
import { unlock } from './person.ts';
import { SunSwitch } from './shell.tsx';
import { setApp, useApp } from './state.ts';

const Recover = lazy(() => import('./recover.tsx').then(({ Recover: recover }) => ({ default: recover })));

/** A locked phone: who is it, and their PIN. It shows how much is unsent, and nobody's name but the team's. */
export function LockScreen({ device }: { device: string | null }) {
  const enrolled = useApp((state) => state.enrolled);
  const chosen = enrolled.find(({ profile }) => profile.device === device);
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title={chosen ? chosen.profile.name : 'Who is it?'}>{chosen?.profile.programmeName}</RoofTitle>
        </>
      }
      bottom={
        <Foot>
          <LockFoot chosen={chosen} several={enrolled.length > 1} />
        </Foot>
      }
    >
      {chosen ? <Unlock key={chosen.profile.device} enrolled={chosen} /> : <People enrolled={enrolled} />}
    </RoofPage>
  );
}

const choose = (device: string | null) => setApp({ phase: { name: 'locked', device } });

function People({ enrolled }: { enrolled: readonly Enrolled[] }) {
  return (
    <List>
      {enrolled.map(({ profile }) => (
        <Item
          key={profile.device}
          icon="people"
          calm
          link={(parts) => <button type="button" {...parts} onClick={() => choose(profile.device)} />}
        >
          {profile.name}
        </Item>
      ))}
    </List>
  );
}

function LockFoot({ chosen, several }: { chosen: Enrolled | undefined; several: boolean }) {
  return (
    <>
      {several && chosen && <Button onClick={() => choose(null)}>Somebody else</Button>}
      {chosen && (
        <Button kind="quiet" onClick={() => setApp({ phase: { name: 'capture', device: chosen.profile.device } })}>
          I cannot unlock: just count
        </Button>
      )}
      <Button kind="quiet" onClick={() => setApp({ phase: { name: 'welcome' } })}>
        Add a worker to this phone
      </Button>
      <a className={buttonClass({ kind: 'quiet' })} href="/sign-in">
        Coordinator? Keep nothing here
      </a>
    </>
  );
}

function Unlock({ enrolled }: { enrolled: Enrolled }) {
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PinOutcome | null>(enrolled.locked.wrapping ? null : { type: 'destroyed' });
  const unsent = useUnsentCount(enrolled.profile.device);

  async function submit() {
    setBusy(true);
    const next = await unlock(enrolled, secret);
    setBusy(false);
    setSecret('');
    if (next.type !== 'open') setOutcome(next);
  }

  if (outcome?.type === 'destroyed') return <Recover enrolled={enrolled} />;
  const waits = unsent > 0 ? `${unsent} on this phone. Unlock to send.` : undefined;
  const error = busy ? undefined : wordsFor(outcome);
  if (enrolled.profile.secretKind === 'pin') {
    return (
      <PinPad
        label="Your PIN"
        hint={waits}
        value={secret}
        onChange={setSecret}
        onSubmit={() => void submit()}
        error={error}
        busy={busy}
      />
    );
  }
  return (
    <Form onSubmit={() => !busy && void submit()}>
      <TextField
        label="Your passphrase"
        hint={waits}
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
