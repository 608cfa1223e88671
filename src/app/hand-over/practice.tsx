import { useState } from 'react';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Stack } from '#ui/stack.tsx';

/** What a worker tries out before a parent holds the phone: the same frame, and nothing of it is saved. */

export type PracticePack = { readonly called: string };
export type PracticeProgress = { readonly page: number; readonly wrote: string };

const pages = 3;

export function Practice({ pack, progress, keep, finish }: HandedForm<PracticePack, PracticeProgress>) {
  const [now, setNow] = useState(progress ?? { page: 1, wrote: '' });
  const change = (changed: Partial<PracticeProgress>) => {
    const next = { ...now, ...changed };
    setNow(next);
    void keep(next);
  };
  const { page, wrote } = now;
  return (
    <HandedPage
      roof={`${page} of ${pages}`}
      note="Practice: nothing is saved"
      buttons={
        <>
          {page > 1 && (
            <Button size="large" icon="back" onClick={() => change({ page: page - 1 })}>
              Back
            </Button>
          )}
          {page < pages ? (
            <Button kind="primary" size="large" onClick={() => change({ page: page + 1 })}>
              Continue
            </Button>
          ) : (
            <Button kind="primary" size="large" onClick={finish}>
              Done
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {page === 1 && (
          <>
            <h1>Hello, {pack.called}</h1>
            <p>This phone shows you this form and nothing else. Try to get out: go back, close it, open it again.</p>
          </>
        )}
        {page === 2 && (
          <>
            <h1>Write something</h1>
            <TextArea label="Anything" value={wrote} onChange={(event) => change({ wrote: event.target.value })} />
            <p>It is still here when the phone was closed in between.</p>
          </>
        )}
        {page === 3 && (
          <>
            <h1>Thank you, {pack.called}</h1>
            <p>Nothing of this is kept. Only the worker’s PIN leads back.</p>
          </>
        )}
      </Stack>
    </HandedPage>
  );
}
