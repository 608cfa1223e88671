import { type FormEvent, useState } from 'react';
import { choosePin } from '#db/choose-pin.ts';
import { type Enrolled, fromBase64, unlockWith } from '#db/profile.ts';
import { recoveryOf, renewFullToken } from '#db/recovery.ts';
import type { Got } from '#desk/desk.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { stacked } from '#ui/stack.tsx';
import { ask } from './api.ts';
import { ChooseSecret, type Chosen } from './choose-secret.tsx';
import { enrolledChanged, enter } from './person.ts';

/** Has the server open somebody's data key with a fresh code of theirs. The code is spent by it. */
export async function askForKey(enrolled: Enrolled, code: string): Promise<Got<Uint8Array>> {
  const got = await ask('POST', '/api/recover', {
    token: enrolled.profile.sendToken,
    body: { code, ...(await recoveryOf(enrolled)), renew: true },
  });
  if (!got.ok) return got;
  const dataKey = fromBase64(got.value.dataKey);
  // At once: the token on the disk ended with this answer, and the app may be closed before a PIN is chosen.
  if (got.value.fullToken !== undefined) await renewFullToken(enrolled.profile, dataKey, got.value.fullToken);
  return { ok: true, value: dataKey };
}

/** Chooses a new PIN for somebody enrolled here whose data key is in hand, and opens their records. */
export async function enterWithNew(
  { profile }: Enrolled,
  dataKey: Uint8Array,
  { secret, kind }: Chosen,
): Promise<void> {
  await choosePin(profile, dataKey, secret, kind);
  await enrolledChanged();
  enter(await unlockWith({ ...profile, secretKind: kind }, dataKey));
}

type RecoverProps = {
  readonly enrolled: Enrolled;
  /** After ten wrong PINs there is no way back to the pad. */
  readonly destroyed: boolean;
  readonly onBack: () => void;
};

/** A forgotten PIN, or ten wrong ones: a fresh code from the coordinator opens the records again. Nothing is lost. */
export function Recover({ enrolled, destroyed, onBack }: RecoverProps) {
  const [dataKey, setDataKey] = useState<Uint8Array | null>(null);
  const [error, setError] = useState<string>();

  const open = useOnce(async (code: string) => {
    const got = await askForKey(enrolled, code);
    if (got.ok) setDataKey(got.value);
    else setError(got.words);
  });

  if (dataKey)
    return <ChooseSecret words="Save the PIN" onChosen={(chosen) => enterWithNew(enrolled, dataKey, chosen)} />;
  return (
    <form
      className={stacked}
      autoComplete="off"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        void open(String(new FormData(event.currentTarget).get('code') ?? ''));
      }}
    >
      <Notice kind="warn" title={destroyed ? 'This PIN no longer opens the phone' : 'A new PIN'}>
        Everything is still here. Ask your coordinator for a new code; it needs signal once.
      </Notice>
      <TextField
        label="Code"
        name="code"
        hint="Letters and digits, such as K7PM-2W9X"
        error={error}
        autoCapitalize="characters"
        required
      />
      <Button kind="primary" wide type="submit">
        Open with the code
      </Button>
      {!destroyed && (
        <Button wide icon="back" onClick={onBack}>
          Back to the PIN
        </Button>
      )}
    </form>
  );
}
