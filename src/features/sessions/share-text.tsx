import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';

/** A text without names, to be shared or copied. The app sends it to nobody by itself. */
export function ShareText({ text, label = 'To share' }: { text: string; label?: string }) {
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
    <>
      <TextArea
        label={label}
        readOnly
        rows={Math.min(6, text.split('\n').length + 1)}
        value={text}
        hint="No names are in it"
      />
      <Button wide icon="say" onClick={() => void share()}>
        {canShare ? 'Share' : copied ? 'Copied' : 'Copy'}
      </Button>
    </>
  );
}
