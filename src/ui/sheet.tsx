import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import styles from './sheet.module.css';
import { useSlots } from './slots.tsx';

type SheetProps = {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Asked for by Escape, the backdrop or the cross. */
  readonly onClose: () => void;
  readonly closeLabel?: string | undefined;
  readonly children: ReactNode;
};

/** A question or a few actions over the page: at the bottom of a phone, in the middle of a desk. Keep it rendered and turn `open`. */
export function Sheet({ open, title, onClose, closeLabel = 'Close', children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // The dialog is the browser's: only showModal() traps the focus and closing gives it back.
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  const { opened } = useSlots();
  const close = useEffectEvent(onClose);
  // The phone's Back is the browser's.
  useEffect(() => (open ? opened?.(close) : undefined), [open, opened]);

  function closeFromBackdrop(event: MouseEvent): void {
    // The inside covers the whole dialog, so a click on the dialog itself is a click beside it.
    if (event.target === event.currentTarget) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, and the browser gives it
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={id}
      onClick={closeFromBackdrop}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            <IconButton icon="cross" label={closeLabel} onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
