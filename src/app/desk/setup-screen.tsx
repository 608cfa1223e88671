import { type FormEvent, useState } from 'react';
import { ask } from '#app/api.ts';
import { SunSwitch } from '#app/shell.tsx';
import { Welcome } from '#app/welcome.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { stacked } from '#ui/stack.tsx';

/** Setting up the programme and its first coordinator, from the one-time link the server printed. The code is in the fragment: no log sees it. */
export function SetupScreen() {
  const [enrolCode, setEnrolCode] = useState<string>();
  const [error, setError] = useState<string>();

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
    setEnrolCode(got.value.enrolCode);
  }

  if (enrolCode !== undefined) return <Welcome startCode={enrolCode} />;
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title="A new programme" />
        </>
      }
    >
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
          type="password"
          autoComplete="new-password"
          hint="For signing in on a computer that keeps nothing. Ten letters or more."
          required
          minLength={10}
        />
        <Button kind="primary" wide type="submit">
          Set up and go on
        </Button>
      </form>
    </RoofPage>
  );
}
