import { useSearchParams } from 'react-router';

/** One field of the address: '' where it is not there. Setting it leaves the others, and no step to go back to. */
export function useSearchField(key: string): readonly [value: string, set: (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return [search.get(key) ?? '', set];
}
