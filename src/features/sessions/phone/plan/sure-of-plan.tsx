import type { ComponentProps } from 'react';
import { SureOfDay } from '#forms/sure.tsx';

/** Asks about a day a session is planned for, where that is past or far off. */
export function SureOfPlan(props: Omit<ComponentProps<typeof SureOfDay>, 'past' | 'children'>) {
  return (
    <SureOfDay {...props} past="asked">
      <p>A session that took place is written up under More, An earlier session.</p>
    </SureOfDay>
  );
}
