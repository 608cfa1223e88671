import type { StockView } from '#domain/stock/view.ts';
import { Pick } from '#ui/desk-bar.tsx';
import { useSearchField } from './use-search.ts';

/** Whose, where there are several partners; the choice stands in the address. */
export function PartnerPick({ view: { partners } }: { view: StockView }) {
  const [partner, set] = useSearchField('partner');
  if (partners.length < 2) return null;
  return (
    <Pick label="Partner" value={partner} onChange={(event) => set(event.target.value)}>
      <option value="">All partners</option>
      {partners.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Pick>
  );
}

/** The partner that is looked at; '' is all of them. */
export function usePartner({ partners }: StockView): string {
  const [asked] = useSearchField('partner');
  if (partners.length === 1) return partners[0]?.id ?? '';
  return partners.some(({ id }) => id === asked) ? asked : '';
}
