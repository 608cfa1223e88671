import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import { useLastDone } from './done.ts';

/** What was done last, with its Undo, on every screen of boxes until the next thing is done. */
export function DoneBar({ onUndone }: { onUndone?: () => void }) {
  const done = useLastDone();
  const undo = done?.undo;
  const takeBack = async () => {
    if (await undo?.()) onUndone?.();
  };
  return (
    <>
      <Announcement>{done?.words ?? ''}</Announcement>
      {undo && <UndoBar onUndo={takeBack}>{done.words}</UndoBar>}
    </>
  );
}
