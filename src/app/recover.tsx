import { type FormEvent, useState } from 'react';
import { choosePin, type Enrolled, fromBase64, unlockWith } from '#db/profile.ts';
import { recoveryOf } from '#db/recovery.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { stacked } from '#ui/stack.tsx';
import { ask } from './api.ts';
import { ChooseSecret, type Chosen } from './choose-secret.tsx';
import { enter } from './person.ts';

/** After ten wrong PINs, or one forgotten: a fresh code from the coordinator opens the records again. Nothing is lost. */
export function Recover({ enrolled }: { enrolled: Enrolled }) {
  const [dataKey, setDataKey] = useState<Uint8Array | null>(null);
  const [error, setError] = useState<string>();

  async function askForKey(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    const got = await ask<{ dataKey: string }>('POST', '/api/recover', {
      token: enrolled.profile.sendToken,
      body: { code, ...(await recoveryOf(enrolled)) },
    });
    if (got.ok) setDataKey(fromBase64(got.value.dataKey));
    else setError(got.words);
  }

  async function choose({ secret, kind }: Chosen) {
    if (!dataKey) return;
    await choosePin(enrolled.profile, dataKey, secret, kind);
    enter(await unlockWith({ ...enrolled.profile, secretKind: kind }, dataKey));
  }

  if (dataKey) return <ChooseSecret onChosen={choose} />;
  return (
    <form className={stacked} onSubmit={(event) => void askForKey(event)}>
      <Notice kind="warn" title="This PIN no longer opens the phone">
        Everything is still here. Ask your coordinator for a new code; it needs signal once.
      </Notice>
      <TextField
        label="Code"
        name="code"
        hint="Eight letters and digits"
        error={error}
        autoCapitalize="characters"
        required
      />
      <Button kind="primary" wide type="submit">
        Open with the code
      </Button>
    </form>
  );
}
