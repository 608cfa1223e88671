import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { TextField } from '#ui/field.tsx';
import styles from './desk.module.css';
import { faultInDays, type Period, usePeriod } from './period.ts';

type Field = 'from' | 'to';

/** From and to, where days are chosen; nothing otherwise. */
export function PeriodDays({ otherwise }: { readonly otherwise?: Exclude<Period['preset'], 'days'> }) {
  const period = usePeriod(otherwise);
  return period.preset === 'days' ? <ChosenDays period={period} /> : null;
}

function ChosenDays({ period }: { readonly period: Period }) {
  const [search, setSearch] = useSearchParams();
  // A year that is half typed is a day too, of the year 2 or 20: what is shown stays until the two make a period.
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [left, setLeft] = useState(false);
  const days = { from: typed.from ?? period.from, to: typed.to ?? period.to };
  const fault = faultInDays(days.from, days.to);

  function type(field: Field, day: string) {
    setLeft(false);
    const wanted = { ...days, [field]: day };
    // A first day after the last one moves the other along, so that it stays a period.
    const moved = faultInDays(day, day) === null && wanted.from > wanted.to ? { from: day, to: day } : wanted;
    if (faultInDays(moved.from, moved.to) !== null) return setTyped({ ...typed, [field]: day });
    setTyped({});
    const next = new URLSearchParams(search);
    next.set('from', moved.from);
    next.set('to', moved.to);
    setSearch(next, { replace: true });
  }

  const field = (name: Field) => ({
    type: 'date',
    value: days[name],
    error: left && typed[name] !== undefined ? (fault ?? undefined) : undefined,
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
