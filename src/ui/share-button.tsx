import { useState } from 'react';
import { Button } from './button.tsx';

type ShareButtonProps = {
  readonly text: string;
  /** What it hands on, where the page has more than one text. */
  readonly label?: string;
};

/** Hands a text to the phone's share sheet, or copies it where there is none. The app sends it to nobody by itself. */
export function ShareButton({ text, label }: ShareButtonProps) {
  const [copied, setCopied] = useState(false);
  const canShare = typeof navigator.share === 'function';

  async function share() {
    if (canShare) {
      // Closing the share sheet is no failure.
      await navigator.share({ text }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <Button wide icon="say" onClick={() => void share()}>
      {copied ? 'Copied' : (label ?? (canShare ? 'Share' : 'Copy'))}
    </Button>
  );
}
