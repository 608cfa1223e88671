import { Screen } from './screen.tsx';

export function SetUp() {
  return <Screen title="SetUp">…</Screen>;
}
