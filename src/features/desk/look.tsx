import { Screen } from './screen.tsx';

export function Look() {
  return <Screen title="Look">…</Screen>;
}
