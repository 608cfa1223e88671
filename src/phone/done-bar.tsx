import { Announcement, UndoBar } from '#ui/undo-bar.tsx';
import { useLastDone } from './done.ts';

/** What was done last, with its Undo, on every screen of boxes until the next thing is done. */
export function DoneBar() {
  const done = useLastDone();
  const undo = done?.undo;
  return (
    <>
      <Announcement>{done?.words ?? ''}</Announcement>
      {undo && <UndoBar onUndo={undo}>{done.words}</UndoBar>}
    </>
  );
}
