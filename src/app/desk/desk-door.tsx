import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { BrowserRouter, Link, Navigate, Route, Routes } from 'react-router';
import { ask } from '#app/api.ts';
import { watchIdle } from '#app/idle.ts';
import { deskRoutes } from '#app/routes.tsx';
import { SunSwitch } from '#app/shell.tsx';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import { DeskContext, type Me } from '#desk/desk.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { SlotsContext } from '#ui/slots.tsx';
import { Stack } from '#ui/stack.tsx';
import { borrowedDesk } from './borrowed-desk.ts';
import styles from './desk-door.module.css';
import { Frame } from './frame.tsx';

/** A shared computer: a coordinator signs in, reads and writes at the server, and nothing stays here. */

/** Why somebody stands at the door. */
type Reason = 'came' | 'left' | 'expired' | 'idle';

export function DeskDoor() {
  const [me, setMe] = useState<Me | null>();
  const [reason, setReason] = useState<Reason>('came');
  const [isAway, setAway] = useState(false);

  const look = useCallback(async () => {
    const got = await ask('GET', '/api/me');
    setAway(!got.ok && got.status === 0);
    setMe(got.ok ? got.value : null);
  }, []);

  // Whether the cookie of a desk that was reloaded still holds is known to the server alone; while it is away nobody is signed out.
  useEffect(() => {
    void look();
  }, [look]);

  function out(why: Reason): void {
    if (why !== 'expired') void ask('POST', '/api/sign-out');
    if (why === 'left') forgetTyped();
    setReason(why);
    setMe(null);
  }

  if (me === undefined) return null;
  if (me === null && isAway) return <Away onAgain={look} />;
  if (me === null) return <SignIn reason={reason} onSignedIn={setMe} />;
  return <Borrowed me={me} onOut={out} />;
}

/** Nothing can be said of a sign-in while nobody answers; the page comes back by itself with the signal. */
function Away({ onAgain }: { onAgain: () => Promise<void> }) {
  // The signal is outside React.
  useEffect(() => {
    const again = () => void onAgain();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [onAgain]);
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title="The server does not answer" />
        </>
      }
    >
      <title>No answer · Bandstand</title>
      <Stack>
        <p>
          This computer keeps nothing, so there is nothing to show without it. Nothing you saved is lost, and if you
          were signed in you still are.
        </p>
        <Button kind="primary" wide onClick={() => void onAgain()}>
          Try again
        </Button>
        <Remark>If it goes on, ask whoever looks after the server. Phones in the park record without it.</Remark>
      </Stack>
    </RoofPage>
  );
}

function Borrowed({ me, onOut }: { me: Me; onOut: (why: Reason) => void }) {
  // One desk for one sign-in: its answers go with it.
  const [desk] = useState(() => {
    keepTypedInMemory(me.member.id);
    return borrowedDesk(me, { onLeave: () => onOut('left'), onExpired: () => onOut('expired') });
  });
  // Timers and touches are outside React; what they call only sets state.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one watch for one sign-in
  useEffect(
    () =>
      watchIdle(
        () => onOut('idle'),
        () => void desk.ask('GET', '/api/me'),
      ),
    [],
  );
  return (
    <BrowserRouter>
      <SlotsContext value={slots}>
        <DeskContext value={desk}>
          <Routes>
            <Route element={<Frame />}>{deskRoutes()}</Route>
            <Route path="*" element={<Navigate to="/desk" replace />} />
          </Routes>
        </DeskContext>
      </SlotsContext>
    </BrowserRouter>
  );
}

const slots = {
  pill: (
    <Link className={styles.nothing} to="/desk/settings">
      <Icon name="lock" size={20} />
      Keeps nothing
    </Link>
  ),
};

const reasons: Record<Exclude<Reason, 'came'>, readonly [title: string, words: string]> = {
  left: ['You are signed out', 'Nothing of what you saw is on this computer.'],
  expired: [
    'Your sign-in has ended',
    'It lasts until 15 minutes pass without a touch, and twelve hours at most. What you had typed waits for you in this page until it is closed.',
  ],
  idle: [
    'Signed out after 15 minutes without a touch',
    'Nothing of what you saw is shown. What you had typed waits for you in this page until it is closed.',
  ],
};

/** What is typed, and what came of sending it. */
function useSignIn(onSignedIn: (me: Me) => void) {
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const wrong = (message: string) => setFaults([{ fieldId: 'passphrase', message }]);
    if (name.trim() === '' || passphrase === '') return wrong('Both your name and your passphrase are needed.');
    setBusy(true);
    const got = await ask('POST', '/api/sign-in', { body: { name, passphrase } });
    const me = got.ok ? await ask('GET', '/api/me') : got;
    setBusy(false);
    if (!me.ok) return wrong(me.words);
    onSignedIn(me.value);
  }

  return { name, setName, passphrase, setPassphrase, faults, busy, signIn };
}

function SignIn({ reason, onSignedIn }: { reason: Reason; onSignedIn: (me: Me) => void }) {
  const { name, setName, passphrase, setPassphrase, faults, busy, signIn } = useSignIn(onSignedIn);
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title="Sign in for now" />
        </>
      }
    >
      <title>Sign in · Bandstand</title>
      <form noValidate autoComplete="off" onSubmit={(event) => void signIn(event)}>
        <Stack>
          {reason !== 'came' && (
            <Notice kind="info" icon="lock" title={reasons[reason][0]}>
              {reasons[reason][1]}
            </Notice>
          )}
          <ErrorSummary title="Not signed in" errors={faults} />
          <p>For coordinators, on a computer that others use. Nothing is kept here; it works only with signal.</p>
          <TextField
            label="Your name"
            hint="As the team sees it"
            value={name}
            autoComplete="username"
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="passphrase"
            label="Passphrase"
            type="password"
            autoComplete="current-password"
            value={passphrase}
            error={faults[0]?.message}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <Button kind="primary" wide type="submit" notPossible={busy}>
            {busy ? 'One moment…' : 'Sign in'}
          </Button>
          <Remark>
            You are signed out when the browser is closed, after 15 minutes without a touch, and after twelve hours. Do
            not let the browser remember your passphrase.
          </Remark>
          <a href="/">Back to the start</a>
        </Stack>
      </form>
    </RoofPage>
  );
}
