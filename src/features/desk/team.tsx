import { Screen } from './screen.tsx';

export function Team() {
  return <Screen title="Team">…</Screen>;
}
