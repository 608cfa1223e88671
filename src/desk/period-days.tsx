import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { TextField } from '#ui/field.tsx';
import styles from './desk.module.css';
import { type ChosenPeriod, faultInDays, usePeriod } from './period.ts';

type Field = 'from' | 'to';
type Days = Readonly<Record<Field, string>>;

/** From and to, where days are chosen; nothing otherwise. */
export function PeriodDays({ otherwise }: { readonly otherwise?: Exclude<ChosenPeriod['preset'], 'days'> }) {
  const period = usePeriod(otherwise);
  return period.preset === 'days' ? <ChosenDays period={period} /> : null;
}

function ChosenDays({ period }: { readonly period: ChosenPeriod }) {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useTyped(period);
  const [left, setLeft] = useState(false);
  const fault = faultInDays(typed.from, typed.to);

  function type(field: Field, day: string) {
    setLeft(false);
    const wanted = { ...typed, [field]: day };
    // A first day after the last one moves the other along, so that it stays a period.
    const moved = faultInDays(day, day) === null && wanted.from > wanted.to ? { from: day, to: day } : wanted;
    if (faultInDays(moved.from, moved.to) !== null) return setTyped(wanted);
    setTyped(moved);
    const next = new URLSearchParams(search);
    next.set('from', moved.from);
    next.set('to', moved.to);
    setSearch(next, { replace: true });
  }

  const field = (name: Field) => ({
    type: 'date',
    value: typed[name],
    error: left && typed[name] !== period[name] ? (fault ?? undefined) : undefined,
    onChange: (event: { target: { value: string } }) => type(name, event.target.value),
    onBlur: () => setLeft(true),
  });
  return (
    <div className={styles.days}>
      <TextField label="From" {...field('from')} />
      <TextField label="To" {...field('to')} />
    </div>
  );
}

/**
 * What stands in the fields. A year that is half typed is a day too, of the year 2 or 20: what is shown stays until the two make
 * a period. And the address follows a moment later: a field that waited for it would lose the next digit.
 */
function useTyped({ from, to }: Days) {
  const [typed, setTyped] = useState<Days>({ from, to });
  const [own, setOwn] = useState<readonly string[]>([`${from} ${to}`]);
  const [shown, setShown] = useState(`${from} ${to}`);
  const now = `${from} ${to}`;
  if (now !== shown) {
    setShown(now);
    // Chosen elsewhere: by a link, or by going back.
    if (!own.includes(now)) setTyped({ from, to });
  }
  const type = (days: Days) => {
    setTyped(days);
    setOwn((before) => [...before, `${days.from} ${days.to}`]);
  };
  return [typed, type] as const;
}
