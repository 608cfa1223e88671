import { TextArea } from '#ui/field.tsx';
import { ShareButton } from '#ui/share-button.tsx';

/** A text without names, to be shared or copied. */
export function ShareText({ text, label = 'To share' }: { text: string; label?: string }) {
  return (
    <>
      <TextArea
        label={label}
        readOnly
        rows={Math.min(6, text.split('\n').length + 1)}
        value={text}
        hint="No names are in it"
      />
      <ShareButton text={text} />
    </>
  );
}
