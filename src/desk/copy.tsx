import { useState } from 'react';
import { Button, type ButtonLook } from '#ui/button.tsx';

/** Copies a text, and says that it did. */
export function CopyButton({
  text,
  words,
  ...look
}: { text: string; words: string } & Pick<ButtonLook, 'kind' | 'wide'>) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select it and copy it by hand'),
    );
  return (
    <Button {...look} size="inline" onClick={() => void copy()}>
      <span aria-live="polite">{said || words}</span>
    </Button>
  );
}
