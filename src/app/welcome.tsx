import { useState } from 'react';
import type { AnswerTo } from '#domain/all-answers.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { ask } from './api.ts';
import { ChooseSecret, type Chosen } from './choose-secret.tsx';
import { deviceWord } from './device.ts';
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

type WelcomeProps = {
  /** The one the address brought along, to be looked at first. */
  readonly startCode?: string;
  /** It was given to this page itself a moment ago: nobody types it. */
  readonly entered?: boolean;
};

export function Welcome({ startCode = '', entered: given = false }: WelcomeProps) {
  const [code, setCode] = useState(startCode);
  const [entered, setEntered] = useState(given);
  const [error, setError] = useState<string>();
  const others = useApp((state) => state.enrolled.length > 0);

  function enterCode() {
    const whole = [8, 12].includes(tidied(code).length);
    setError(whole ? undefined : 'A code has eight or twelve letters and digits.');
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
          <RoofTitle title={entered ? `Make this ${deviceWord()} yours` : 'Welcome'} />
        </>
      }
    >
      {mustInstallFirst() ? (
        <InstallSteps code={code} />
      ) : entered ? (
        <ChooseSecret onChosen={choose} words={`Make this ${deviceWord()} mine`}>
          {given && (
            <Remark>
              If this page is closed before you are done, nothing is lost: <a href="/sign-in">sign in for now</a> with
              your name and the passphrase you have just given, and make yourself a code under Team & phones.
            </Remark>
          )}
        </ChooseSecret>
      ) : (
        <Form onSubmit={enterCode}>
          <p>Bandstand is the field book for park outreach. Your coordinator gives you a code; type it here.</p>
          <TextField
            label="Code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            hint="Letters and digits, such as K7PM-2W9X"
            error={error}
            autoCapitalize="characters"
          />
          <Button kind="primary" wide type="submit" iconEnd="next">
            Continue
          </Button>
          <Remark>This needs signal once. After that everything works without.</Remark>
          <p>
            A coordinator at a shared computer, or without a code? <a href="/sign-in">Sign in for now</a>. You can make
            a code for this {deviceWord()} there.
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
