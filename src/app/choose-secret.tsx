import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Form } from '#ui/stack.tsx';

export type Chosen = { readonly secret: string; readonly kind: 'pin' | 'passphrase' };

/** Six digits, but not all the same and not a run: those are tried first. */
const isWeakPin = (pin: string): boolean =>
  /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);

function problemWith({ secret, kind }: Chosen, again: string): string | undefined {
  if (kind === 'pin' && !/^\d{6}$/.test(secret)) return 'A PIN has six digits.';
  if (kind === 'pin' && isWeakPin(secret)) return 'Choose one that is harder to guess.';
  if (kind === 'passphrase' && secret.length < 10) return 'A passphrase has ten letters or more. Three words are good.';
  return secret === again ? undefined : 'The two are not the same.';
}

/** Choosing the PIN or passphrase that opens this person's records on this phone. */
export function ChooseSecret({
  onChosen,
  words = 'Choose',
}: {
  onChosen: (chosen: Chosen) => Promise<unknown>;
  words?: string;
}) {
  const [kind, setKind] = useState<Chosen['kind']>('pin');
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit() {
    const problem = problemWith({ secret, kind }, again);
    setError(problem);
    if (problem || busy) return;
    setBusy(true);
    await onChosen({ secret, kind });
    setBusy(false);
  }

  const typed = {
    type: 'password',
    autoComplete: 'new-password',
    inputMode: kind === 'pin' ? 'numeric' : 'text',
  } as const;
  return (
    <Form onSubmit={submit}>
      <Choice
        legend="How will you unlock this phone?"
        options={[
          { value: 'pin', label: 'Six-digit PIN' },
          { value: 'passphrase', label: 'Passphrase', hint: 'Harder to guess. Best for a laptop.' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={kind === 'pin' ? 'PIN' : 'Passphrase'}
        {...typed}
        value={secret}
        error={error}
        onChange={(event) => setSecret(event.target.value)}
      />
      <TextField label="The same again" {...typed} value={again} onChange={(event) => setAgain(event.target.value)} />
      <Remark>
        Nobody can look it up. If it is forgotten, your coordinator gives you a new code and nothing is lost.
      </Remark>
      <Button kind="primary" wide type="submit" notPossible={busy}>
        {busy ? 'One moment…' : words}
      </Button>
    </Form>
  );
}
