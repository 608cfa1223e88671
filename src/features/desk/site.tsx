import { Screen } from './screen.tsx';

export function Site() {
  return <Screen title="Site">…</Screen>;
}
