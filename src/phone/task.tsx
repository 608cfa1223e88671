import { Link } from 'react-router';
import { Item } from '#ui/card.tsx';
import type { IconName } from '#ui/icon.tsx';

/** One thing that waits for somebody, and the address where it is done. */
export type Task = {
  readonly key: string;
  readonly icon: IconName;
  /** "2 parts owed:" */
  readonly what: string;
  /** "rope, ball" */
  readonly which: string;
  readonly to: string;
  /** Done as it is pressed: whose boxes are looked at, say. */
  readonly onPress?: () => void;
};

/** It as a line of a list. */
export function TaskItem({ task: { icon, what, which, to, onPress } }: { readonly task: Task }) {
  return (
    <Item icon={icon} link={(parts) => <Link to={to} onClick={onPress} {...parts} />}>
      <b>{what}</b> {which}
    </Item>
  );
}
