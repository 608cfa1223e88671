import { type FormEvent, useEffect, useState } from 'react';
import { ask } from '#app/api.ts';
import { SunSwitch } from '#app/shell.tsx';
import { Welcome } from '#app/welcome.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Stack, stacked } from '#ui/stack.tsx';

/** Setting up the programme and its first coordinator, from the one-time link the server printed. The code is in the fragment: no log sees it. */
export function SetupScreen() {
  const [enrolCode, setEnrolCode] = useState<string>();
  const [isSpent, setSpent] = useState(false);

  // Only the server knows whether its link was used: perhaps by whoever opens it again because the page was closed.
  useEffect(() => {
    void ask('GET', '/api/health').then((got) => setSpent(got.ok && got.value.setUp));
  }, []);

  if (enrolCode !== undefined) return <Welcome startCode={enrolCode} entered />;
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title={isSpent ? 'This programme is set up' : 'A new programme'} />
        </>
      }
    >
      {isSpent ? <WayBack /> : <SetUpForm onDone={setEnrolCode} />}
    </RoofPage>
  );
}

/** Where the page was closed before this laptop was made somebody's own. */
function WayBack() {
  return (
    <Stack>
      <p>
        The link works once, and it has done its work. If it was you, nothing is lost: sign in with your name and your
        passphrase. To make this laptop yours, press <b>New code</b> beside your name under <b>Team & phones</b>, and
        type the code on the page this address begins with.
      </p>
      <a className={buttonClass({ kind: 'primary', wide: true })} href="/sign-in">
        Sign in for now
      </a>
    </Stack>
  );
}

function SetUpForm({ onDone }: { onDone: (enrolCode: string) => void }) {
  const [error, setError] = useState<string>();
  const [isShown, setShown] = useState(false);

  async function setUp(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const got = await ask('POST', '/api/setup', {
      body: {
        code: window.location.hash.slice(1),
        programmeName: text('programme'),
        partners: text('partners')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        name: text('name'),
        passphrase: text('passphrase'),
      },
    });
    if (!got.ok) return setError(got.words);
    window.history.replaceState(null, '', '/');
    onDone(got.value.enrolCode);
  }

  return (
    <form className={stacked} onSubmit={(event) => void setUp(event)}>
      {error !== undefined && (
        <Notice kind="danger" title="Not set up yet">
          {error}
        </Notice>
      )}
      <TextField label="Programme" name="programme" hint="Such as Stepping Out" required />
      <TextArea label="Partners" name="partners" hint="One charity on each line" required />
      <TextField label="Your name" name="name" hint="The team sees it" required />
      <TextField
        label="Passphrase"
        name="passphrase"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        hint="For signing in on any computer. Ten letters or more: three words are good."
        required
        minLength={10}
      />
      <Tick label="Show what I type" checked={isShown} onChange={setShown} />
      <Remark>Write your name and the passphrase down: with them you come in even if this page is closed.</Remark>
      <Button kind="primary" wide type="submit">
        Set up and continue
      </Button>
    </form>
  );
}
