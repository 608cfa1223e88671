import type { FormVersion } from '#domain/voice/forms/in-use.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import type { Writing } from './writing.ts';

/** Somebody made a version of the same form meanwhile: the draft says that it follows that one, once what it changes was looked at. */
export function GoOn({ of, newest }: { of: Writing; newest: FormVersion }) {
  const goOn = useOnce(() => of.set({ follows: newest.sha256 }));
  return (
    <Notice
      kind="info"
      title={`Version ${newest.document.version} was made meanwhile`}
      action={
        <Button size="inline" onClick={() => void goOn()}>
          Continue from version {newest.document.version}
        </Button>
      }
    >
      What this draft says otherwise stands below. Going on keeps your texts.
    </Notice>
  );
}
