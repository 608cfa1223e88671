import { useState } from 'react';
import { Button } from '#ui/button.tsx';

/** Copies a text, and says that it did. */
export function CopyButton({ text, words, wide }: { text: string; words: string; wide?: boolean }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select it and copy it by hand'),
    );
  return (
    <Button wide={wide} size="inline" onClick={() => void copy()}>
      <span aria-live="polite">{said || words}</span>
    </Button>
  );
}
