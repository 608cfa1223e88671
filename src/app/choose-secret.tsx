import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Form } from '#ui/stack.tsx';
import { deviceWord, isLaptop } from './device.ts';
import { weaknessOf } from './weak-pin.ts';

export type Chosen = { readonly secret: string; readonly kind: 'pin' | 'passphrase' };

/** What is wrong with what was chosen, each at its own field. */
type Problem = { readonly secret?: string | undefined; readonly again?: string };

function problemWith({ secret, kind }: Chosen, again: string): Problem | null {
  if (kind === 'pin' && !/^\d{6}$/.test(secret)) return { secret: 'A PIN has six digits.' };
  const weakness = kind === 'pin' ? weaknessOf(secret) : undefined;
  if (weakness) return { secret: weakness };
  if (kind === 'passphrase' && secret.length < 10)
    return { secret: 'A passphrase has ten letters or more. Three words are good.' };
  return secret === again ? null : { again: 'The two are not the same.' };
}

type ChooseSecretProps = {
  readonly onChosen: (chosen: Chosen) => Promise<unknown>;
  readonly words?: string;
  /** What else is to be said before the button. */
  readonly children?: ReactNode;
};

const kinds = [
  { value: 'pin', label: 'Six-digit PIN' },
  { value: 'passphrase', label: 'Passphrase', hint: 'Harder to guess. Best for a laptop.' },
] as const;

/** Choosing the PIN or passphrase that opens this person's records here: a passphrase first where there are keys to type it. */
export function ChooseSecret({ onChosen, words, children }: ChooseSecretProps) {
  const [kind, setKind] = useState<Chosen['kind']>(isLaptop() ? 'passphrase' : 'pin');
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit() {
    const found = problemWith({ secret, kind }, again);
    setProblem(found);
    if (found || busy) return;
    setBusy(true);
    try {
      await onChosen({ secret, kind });
    } catch {
      // Whatever failed, what was typed is still here to be chosen again.
      setProblem({ secret: 'It could not be saved. Try again.' });
    } finally {
      setBusy(false);
    }
  }

  const typed = (value: string, change: (value: string) => void): Partial<ComponentProps<typeof TextField>> => ({
    type: 'password',
    autoComplete: 'new-password',
    inputMode: kind === 'pin' ? 'numeric' : 'text',
    value,
    onChange: (event) => {
      change(event.target.value);
      setProblem(null);
    },
  });
  return (
    <Form onSubmit={submit}>
      <Choice
        legend={`How will you unlock this ${deviceWord()}?`}
        options={isLaptop() ? kinds.toReversed() : kinds}
        value={kind}
        onChange={setKind}
      />
      <TextField label={kind === 'pin' ? 'PIN' : 'Passphrase'} {...typed(secret, setSecret)} error={problem?.secret} />
      <TextField label="The same again" {...typed(again, setAgain)} error={problem?.again} />
      <Remark>
        Nobody can look it up. If it is forgotten, your coordinator gives you a new code and nothing is lost.
      </Remark>
      {children}
      <Button kind="primary" wide type="submit" notPossible={busy}>
        {busy ? 'One moment…' : (words ?? (kind === 'pin' ? 'Save the PIN' : 'Save the passphrase'))}
      </Button>
    </Form>
  );
}
