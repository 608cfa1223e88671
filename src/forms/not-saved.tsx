import { Notice } from '#ui/notice.tsx';

/** Why it could not be saved, read out at once; nothing while there is no trouble. */
export function NotSaved({ trouble, title = 'Not saved' }: { trouble: string | null | undefined; title?: string }) {
  return (
    <div role="alert">
      {trouble !== null && trouble !== undefined && (
        <Notice kind="danger" title={title}>
          {trouble}
        </Notice>
      )}
    </div>
  );
}
