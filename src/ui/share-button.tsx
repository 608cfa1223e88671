import { useState } from 'react';
import { Button } from './button.tsx';

/** Hands a text to the phone's share sheet, or copies it where there is none. The app sends it to nobody by itself. */
export function ShareButton({ text }: { text: string }) {
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
      {canShare ? 'Share' : copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
