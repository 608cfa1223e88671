import { Component, type ReactNode } from 'react';
import { dropDrafts, formsInUse } from '#db/draft.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';

type FaultState = {
  readonly failed: boolean;
  /** How often in a row, and the forms that were on the page: what was typed there may be what it fails on. */
  readonly times: number;
  readonly forms: readonly string[];
};

const whole: FaultState = { failed: false, times: 0, forms: [] };

/**
 * Where a fault of ours ends: the one error screen, instead of an empty page. What was saved is on the disk and a half-filled
 * form is a draft, so nothing is lost by opening the screen again; one that fails again and again can be opened empty.
 * (React knows error boundaries only as classes.)
 */
export class Fault extends Component<{ readonly children: ReactNode }, FaultState> {
  override state = whole;

  static getDerivedStateFromError(): Partial<FaultState> {
    // Read while the failed screen is still there: its forms are gone with it.
    return { failed: true, forms: formsInUse() };
  }

  override componentDidMount(): void {
    // Back leads to another screen, and so out of this one.
    window.addEventListener('popstate', this.leave);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('popstate', this.leave);
  }

  leave = (): void => {
    if (this.state.failed) this.setState(whole);
  };

  again = (): void => this.setState(({ times }) => ({ failed: false, times: times + 1 }));

  afresh = (): void => {
    void dropDrafts(this.state.forms).then(this.again);
  };

  override render(): ReactNode {
    const { failed, times, forms } = this.state;
    if (!failed) return this.props.children;
    return (
      <PhonePage title="Bandstand">
        <Empty
          icon="warning"
          title="This screen failed"
          action={
            <Stack>
              <Button kind="primary" wide onClick={this.again}>
                Open it again
              </Button>
              {times > 0 && forms.length > 0 && (
                <Button wide onClick={this.afresh}>
                  Open it without what was typed
                </Button>
              )}
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
