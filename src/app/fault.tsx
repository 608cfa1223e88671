import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';

/**
 * Where a fault of ours ends: the one error screen, instead of an empty page. What was saved is on the disk and a half-filled
 * form is a draft, so nothing is lost by opening the screen again. (React knows error boundaries only as classes.)
 */
export class Fault extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <PhonePage title="Bandstand">
        <Empty
          icon="warning"
          title="This screen failed"
          action={
            <Stack>
              <Button kind="primary" wide onClick={() => this.setState({ failed: false })}>
                Open it again
              </Button>
              <Button wide onClick={() => window.location.assign('/')}>
                Start at Today
              </Button>
            </Stack>
          }
        >
          That is our mistake. What you saved is safe on this phone. If it fails again, tell your coordinator what you
          did last.
        </Empty>
      </PhonePage>
    );
  }
}
