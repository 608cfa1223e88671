import { useSearchParams } from 'react-router';

/** Sets a field of the address, or takes it out where it is empty. It leaves the others, and no step to go back to. */
export function useSearchChange(): (key: string, value: string) => void {
  const [, setSearch] = useSearchParams();
  return (key, value) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
}

/** One field of the address: '' where it is not there. */
export function useSearchField(key: string): readonly [value: string, set: (value: string) => void] {
  const [search] = useSearchParams();
  const change = useSearchChange();
  return [search.get(key) ?? '', (value) => change(key, value)];
}
