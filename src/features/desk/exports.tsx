import { Screen } from './screen.tsx';

export function Exports() {
  return <Screen title="Exports">…</Screen>;
}
