import { useLocation } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useApp } from './state.ts';
import { applyUpdate } from './update.ts';

/** A new version: offered on Today and nowhere else, never over something half done. In a tab that another overtook, said at once. */
export function UpdateBar() {
  const update = useApp((state) => state.update);
  const { pathname } = useLocation();
  if (update === 'elsewhere') {
    return (
      <section aria-label="New version">
        <Notice
          kind="info"
          title="Updated in another tab"
          action={
            <Button size="inline" onClick={() => window.location.reload()}>
              Reload
            </Button>
          }
        >
          What you typed is kept.
        </Notice>
      </section>
    );
  }
  if (update !== 'waiting' || pathname !== '/') return null;
  return (
    <section aria-label="New version">
      <NewVersion />
    </section>
  );
}

/** A new version that waits to be taken. */
export function NewVersion() {
  return (
    <Notice
      kind="info"
      title="A new version is ready"
      action={
        <Button size="inline" onClick={applyUpdate}>
          Take it
        </Button>
      }
    >
      It takes two seconds. Nothing you saved is lost.
    </Notice>
  );
}
