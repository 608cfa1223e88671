import { Component, type ReactNode } from 'react';
import { Item } from './card.tsx';
import { Notice } from './notice.tsx';

/** Where a line stands in: a list, a table, or alone among other parts. */
type Place = 'line' | 'row' | 'block';

const words = 'This one cannot be shown. It is kept, and the others are as they should be. Tell your coordinator.';

const standIns: Record<Place, ReactNode> = {
  line: <Item icon="warning">{words}</Item>,
  row: (
    <tr>
      <td colSpan={99}>{words}</td>
    </tr>
  ),
  block: <Notice kind="warn">{words}</Notice>,
};

type GuardProps = { readonly one: unknown; readonly as: Place; readonly children: ReactNode };
type Guarded = { readonly one: unknown; readonly failed: boolean };

/** Catches a fault in one line; tries again as soon as what it shows is another. (React knows error boundaries only as classes.) */
class Guard extends Component<GuardProps, Guarded> {
  override state: Guarded = { one: this.props.one, failed: false };

  static getDerivedStateFromError(): Partial<Guarded> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ one }: GuardProps, before: Guarded): Guarded | null {
    return one === before.one ? null : { one, failed: false };
  }

  override render(): ReactNode {
    return this.state.failed ? standIns[this.props.as] : this.props.children;
  }
}

type EachProps<One> = {
  readonly of: readonly One[];
  /** What one is told apart by. */
  readonly by: (one: One) => string;
  readonly as?: Place | undefined;
  readonly children: (one: One) => ReactNode;
};

/** Lines of records, each by itself: one that cannot be drawn costs its own line and not the screen. */
export function Each<One>({ of, by, as = 'line', children }: EachProps<One>) {
  return of.map((one) => (
    <Guard key={by(one)} one={one} as={as}>
      <Drawn one={one} draw={children} />
    </Guard>
  ));
}

/** Drawn inside the guard, so that a fault in drawing it is caught there. */
function Drawn<One>({ one, draw }: { one: One; draw: (one: One) => ReactNode }) {
  return draw(one);
}
