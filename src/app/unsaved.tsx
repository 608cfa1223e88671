import { tryAgain, useUnsaved } from '#db/attempt.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** What this phone could not write to its disk. It stays in memory, on screen, until it is saved. */
export function Unsaved() {
  const unsaved = useUnsaved();
  return unsaved.map((one) => (
    <div role="alert" key={one.id}>
      <Notice
        kind="danger"
        title={one.full ? 'This phone is full' : 'Cannot save on this phone'}
        action={
          <Button size="inline" onClick={() => void tryAgain(one)}>
            Try again
          </Button>
        }
      >
        {one.words} is not saved yet. {one.full ? 'Free some space, then try again.' : 'Keep this open and try again.'}
      </Notice>
    </div>
  ));
}
