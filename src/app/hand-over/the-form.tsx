import { Component, type ReactNode, useEffect, useState } from 'react';
import { openHandOver } from '#db/hand-over.ts';
import type { Profile } from '#db/profile.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { formNamed } from './forms.ts';
import { givenTo } from './given.ts';

/** The form that was handed over, with what it may know and do. */

type WhatIsGiven = { readonly pack: unknown; readonly progress: unknown };

/** Undefined while it is read; null where the form is done with. */
export function useOpened(id: string): WhatIsGiven | null | undefined {
  const [opened, setOpened] = useState<WhatIsGiven | null>();
  // The disk is outside React.
  useEffect(() => {
    let current = true;
    void openHandOver(id).then((found) => current && setOpened(found));
    return () => {
      current = false;
    };
  }, [id]);
  return opened;
}

type TheFormProps = {
  readonly id: string;
  readonly form: string;
  readonly profile: Profile;
  readonly opened: WhatIsGiven;
  readonly finish: () => void;
};

export function TheForm({ id, form, profile, opened, finish }: TheFormProps) {
  const known = formNamed(form);
  const [given] = useState(() =>
    givenTo({ ...opened, finish, id, profile, keepsProgress: known?.keepsProgress ?? false }),
  );
  if (!known) throw new Error(`there is no form ${form}`);
  const { element: Element } = known;
  return <Element {...given} />;
}

/** A form that fails must not lead out of the hand-over; loaded again it is where it was. (React knows error boundaries only as classes.) */
export class Fallible extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <HandedPage
        roof={null}
        buttons={
          <Button size="large" onClick={() => window.location.reload()}>
            Try again
          </Button>
        }
      >
        <Empty icon="warning" title="This form failed">
          Please give the phone back. What was saved is safe.
        </Empty>
      </HandedPage>
    );
  }
}
