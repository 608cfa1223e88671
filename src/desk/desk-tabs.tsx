import type { ReactNode } from 'react';
import { type Tab, Tabs } from '#ui/tabs.tsx';
import { useWide } from './screen.tsx';

type DeskTabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: ReadonlyArray<Tab<Id>>;
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly children: ReactNode;
};

/** Parts of a screen: side by side in a frame at the desk, along a line where it is narrow. */
export function DeskTabs<Id extends string>(props: DeskTabsProps<Id>) {
  return <Tabs {...props} look={useWide() ? 'boxes' : 'rule'} />;
}
