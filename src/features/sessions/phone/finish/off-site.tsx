import { type ReactNode, useState } from 'react';
import type { FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import type { Finishing } from './finishing.ts';

/**
 * Finishing without saying that everyone is off site is asked about, once: it is the one thing nobody can find out later.
 * @param isNow it ends today; of another day it is too late to ask
 */
export function useOffSite(
  form: FormState<Finishing> | undefined,
  isNow: boolean,
): {
  readonly submit: () => Promise<void>;
  readonly sheet: ReactNode;
} {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  async function submit() {
    if (!form || !isNow || form.values.offSite || asked) return form?.submit();
    if (form.check()) setOpen(true);
  }
  async function go(offSite: boolean) {
    if (offSite) form?.change({ offSite });
    setAsked(true);
    setOpen(false);
    await form?.submit();
  }
  return {
    submit,
    sheet: (
      <Sheet open={open} title="Is everyone off site?" onClose={() => setOpen(false)}>
        <Stack>
          <p>Nobody waits to be picked up, and nobody of the team is there alone.</p>
          <Button kind="primary" wide onClick={() => void go(true)}>
            Yes, everyone has left
          </Button>
          <Button wide onClick={() => void go(false)}>
            Finish without saying
          </Button>
        </Stack>
      </Sheet>
    ),
  };
}
