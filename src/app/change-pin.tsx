import { useState } from 'react';
import { choosePin } from '#db/choose-pin.ts';
import { openPerson } from '#db/person.ts';
import { type PinOutcome, tryPin } from '#db/profile.ts';
import { timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import { ChooseSecret, type Chosen } from './choose-secret.tsx';
import { enrolledChanged, lock } from './person.ts';
import { useApp } from './state.ts';

function wordsFor(outcome: PinOutcome): string {
  if (outcome.type === 'wait') return `Too many tries. Wait until ${timeOf(outcome.notBefore)}.`;
  return outcome.type === 'wrong' ? `That is not it. ${outcome.triesLeft} left.` : 'It no longer opens this phone.';
}

/** The PIN or passphrase of whoever is open here, changed by whoever knows it: an open phone may be in another's hand. */
export function ChangePin() {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <>
      <Button
        icon="pen"
        wide
        onClick={() => {
          setSaved(false);
          setOpen(true);
        }}
      >
        Change PIN
      </Button>
      <output>{saved && 'The new one opens this phone from now on.'}</output>
      <Sheet open={open} title="Change PIN" onClose={() => setOpen(false)}>
        {open && (
          <Steps
            onSaved={() => {
              setSaved(true);
              setOpen(false);
            }}
          />
        )}
      </Sheet>
    </>
  );
}

function Steps({ onSaved }: { onSaved: () => void }) {
  const [{ profile, dataKey }] = useState(openPerson);
  // As it was chosen last: what was opened with may have been changed since, here or in another tab.
  const enrolled = useApp((state) => state.enrolled.find((each) => each.profile.device === profile.device));
  const { secretKind } = enrolled?.profile ?? profile;
  const [known, setKnown] = useState(false);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();

  const check = useOnce(async () => {
    const outcome = await tryPin(profile.device, secret, Date.now());
    if (outcome.type === 'open') return setKnown(true);
    setSecret('');
    setError(wordsFor(outcome));
    // Ten wrong ones destroyed the way in: whoever holds the phone does not know the PIN.
    if (outcome.type === 'destroyed') {
      await enrolledChanged();
      lock();
    }
  });

  async function choose({ secret: next, kind }: Chosen) {
    await choosePin(profile, dataKey, next, kind);
    await enrolledChanged();
    onSaved();
  }

  if (known) return <ChooseSecret words="Save the PIN" onChosen={choose} />;
  return (
    <Form onSubmit={() => void check()}>
      <TextField
        label={secretKind === 'pin' ? 'Your PIN until now' : 'Your passphrase until now'}
        type="password"
        inputMode={secretKind === 'pin' ? 'numeric' : 'text'}
        autoComplete="current-password"
        value={secret}
        error={error}
        onChange={(event) => {
          setSecret(event.target.value);
          setError(undefined);
        }}
      />
      <Button kind="primary" wide type="submit">
        Continue
      </Button>
    </Form>
  );
}
