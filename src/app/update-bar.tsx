import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useApp } from './state.ts';

/** Another tab took the new version: this one keeps what was typed and waits to be reloaded. */
export function UpdateBar() {
  const update = useApp((state) => state.update);
  if (update !== 'elsewhere') return null;
  return (
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
  );
}
