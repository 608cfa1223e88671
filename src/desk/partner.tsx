import type { StockView } from '#domain/stock/view.ts';
import { Pick as PickOne } from '#ui/desk-bar.tsx';
import { SelectField } from '#ui/field.tsx';
import { useSearchField } from './use-search.ts';

/** Whose, where there are several partners; the choice stands in the address. */
export function PartnerPick({ view: { partners } }: { view: StockView }) {
  const [partner, set] = useSearchField('partner');
  if (partners.length < 2) return null;
  return (
    <PickOne label="Partner" value={partner} onChange={(event) => set(event.target.value)}>
      <option value="">All partners</option>
      {partners.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </PickOne>
  );
}

/** The partner that is looked at; '' is all of them. */
export function usePartner({ partners }: StockView): string {
  const [asked] = useSearchField('partner');
  if (partners.length === 1) return partners[0]?.id ?? '';
  return partners.some(({ id }) => id === asked) ? asked : '';
}

type PartnerFieldProps = {
  readonly id?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (id: string) => void;
  readonly view: Pick<StockView, 'partners'>;
  readonly label?: string;
};

/** Whose it is; not asked where there is one partner only, and else chosen for nobody. */
export function PartnerField({ view: { partners }, label = 'Whose', onChange, ...rest }: PartnerFieldProps) {
  if (partners.length < 2) return null;
  return (
    <SelectField id={partnerFieldId} {...rest} label={label} onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose</option>
      {partners.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

const partnerFieldId = 'whose';

/** The partner a form begins with: the one that is looked at, or the only one there is. */
export const firstPartner = ({ partners }: Pick<StockView, 'partners'>, lookedAt = ''): string =>
  lookedAt || (partners.length === 1 ? (partners[0]?.id ?? '') : '');

/** What a partner is called. */
export const partnerName = ({ partners }: Pick<StockView, 'partners'>, id: string): string =>
  partners.find((partner) => partner.id === id)?.name ?? 'Not yet known here';
