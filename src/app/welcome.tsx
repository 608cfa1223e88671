import { useState } from 'react';
import type { AnswerTo } from '#domain/all-answers.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { ask } from './api.ts';
import { ChooseSecret, type Chosen } from './choose-secret.tsx';
import { mustInstallFirst } from './install.tsx';
import { enrolledChanged, enter } from './person.ts';
import { SunSwitch } from './shell.tsx';
import { setApp, useApp } from './state.ts';
import { InstallSteps } from './steps-to-install.tsx';

/** A phone on which nobody is enrolled, or a worker being added: a short code, then a PIN. */

type EnrolAnswer = Exclude<AnswerTo<'POST /api/enrol'>, { here: string }>;

/** `k7pm-2w9x ` → `K7PM2W9X` */
const tidied = (code: string): string => code.replace(/[^a-z0-9]/gi, '').toUpperCase();

/**
 * Comes in with a code: as somebody new on this phone, or, where the code is of somebody who is on it already, as that one with
 * a new PIN. Two of one person would strand what the first has not sent behind a PIN nobody knows.
 */
export async function enrolCode(code: string, chosen: Chosen): Promise<string | null> {
  const { enrolled } = useApp.getState();
  const here = enrolled.map(({ profile }) => profile.device);
  const got = await ask('POST', '/api/enrol', {
    body: { code: tidied(code), label: phoneLabel(), ...(here.length > 0 && { here }) },
  });
  if (!got.ok) return got.words;
  if (!('here' in got.value)) return begin(got.value, chosen);
  const { here: device } = got.value;
  const known = enrolled.find(({ profile }) => profile.device === device);
  if (!known) return 'The server knows another phone by this code. Ask your coordinator for a new one.';
  const { askForKey, enterWithNew } = await import('./recover.tsx');
  const key = await askForKey(known, tidied(code));
  if (!key.ok) return key.words;
  await enterWithNew(known, key.value, chosen);
  return null;
}

async function begin(answer: EnrolAnswer, { secret, kind }: Chosen): Promise<null> {
  const { member, device, programme, sendToken, fullToken, serverPublicKey } = answer;
  const { enrolPerson } = await import('#db/enrol.ts');
  const profile = {
    device,
    member: member.id,
    name: member.name,
    programme: programme.id,
    programmeName: programme.name,
    sendToken,
    serverKey: serverPublicKey,
    secretKind: kind,
  };
  const unlocked = await enrolPerson(profile, fullToken, secret);
  await navigator.storage?.persist?.();
  await enrolledChanged();
  enter(unlocked);
  return null;
}

/** What the coordinator's list calls this phone until somebody names it: the platform, nothing that tells phones apart. */
function phoneLabel(): string {
  const agent = navigator.userAgent;
  const platform = [
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Android', /Android/],
    ['Windows', /Windows/],
    ['Mac', /Mac OS/],
  ] as const;
  return platform.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'Computer';
}

export function Welcome({ startCode = '' }: { startCode?: string }) {
  const [code, setCode] = useState(startCode);
  const [entered, setEntered] = useState(startCode !== '');
  const [error, setError] = useState<string>();
  const others = useApp((state) => state.enrolled.length > 0);

  function enterCode() {
    const whole = tidied(code).length === 8;
    setError(whole ? undefined : 'A code has eight letters and digits.');
    setEntered(whole);
  }

  async function choose(chosen: Chosen) {
    const problem = await enrolCode(code, chosen);
    if (problem === null) return;
    setError(problem);
    setEntered(false);
  }

  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title={entered ? 'Choose a PIN' : 'Welcome'} />
        </>
      }
    >
      {mustInstallFirst() ? (
        <InstallSteps />
      ) : entered ? (
        <ChooseSecret onChosen={choose} words="Make this phone mine" />
      ) : (
        <Form onSubmit={enterCode}>
          <p>Bandstand is the field book for park outreach. Your coordinator gives you a code; type it here.</p>
          <TextField
            label="Code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            hint="Eight letters and digits, such as K7PM-2W9X"
            error={error}
            autoCapitalize="characters"
          />
          <Button kind="primary" wide type="submit" iconEnd="next">
            Continue
          </Button>
          <Remark>This needs signal once. After that everything works without.</Remark>
          <p>
            On a shared computer? <a href="/sign-in">Sign in</a>
          </p>
          {others && (
            <Button kind="quiet" wide onClick={() => setApp({ phase: { name: 'locked', device: null } })}>
              Back to unlocking
            </Button>
          )}
        </Form>
      )}
    </RoofPage>
  );
}
