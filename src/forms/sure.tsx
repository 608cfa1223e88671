import type { ReactNode } from 'react';
import { type OddDay, oddDay } from '#domain/odd-day.ts';
import { longDay } from '#domain/time.ts';
import { Tick } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';

/** A day that is rarely meant is asked about, and can be answered yes to. Another day asks again. */

/** What to say of a day that was not answered yes to; nothing where it need not be. @param sure the day that was */
export function dayFault(day: string, sure: string, today: string, past: 'asked' | 'usual'): string | undefined {
  const odd = oddIn(day, today, past);
  return odd !== null && day !== sure ? `${longDay(day, today)}: is that the day?` : undefined;
}

/** A past day is usual where it is written up what was, and odd where something is planned. */
function oddIn(day: string, today: string, past: 'asked' | 'usual'): OddDay | null {
  const odd = oddDay(day, today);
  return odd === 'past' && past === 'usual' ? null : odd;
}

type SureProps = {
  readonly id: string;
  readonly day: string;
  readonly sure: string;
  readonly today: string;
  readonly past: 'asked' | 'usual';
  readonly onChange: (sure: string) => void;
  /** What to do instead, where the day is past. */
  readonly children?: ReactNode;
};

/** Asks whether an odd day is meant; nothing where the day is usual. */
export function SureOfDay({ id, day, sure, today, past, onChange, children }: SureProps) {
  const odd = oddIn(day, today, past);
  if (odd === null) return null;
  const isPast = past === 'asked' && day < today;
  const far = day < today ? 'That is more than a year ago' : 'That is more than a year away';
  return (
    <Notice kind="warn" title={isPast ? 'That day is past' : far}>
      <Stack>
        {isPast && children}
        <Tick
          id={id}
          label={`Yes, ${longDay(day, today)}`}
          checked={day === sure}
          onChange={(checked) => onChange(checked ? day : '')}
        />
      </Stack>
    </Notice>
  );
}
