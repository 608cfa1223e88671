import type { Setup } from '#db/setup.ts';
import { SelectField } from '#ui/field.tsx';

type Picked = {
  readonly id: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (id: string) => void;
};

/** Which park, and, for whoever records for several charities, whose session. */
export function Where({ setup, site, partner }: { setup: Setup; site: Picked; partner: Picked }) {
  return (
    <>
      <Places label="Park" places={setup.sites} {...site} />
      {setup.ownPartners.length > 1 && <Places label="Whose session?" places={setup.ownPartners} {...partner} />}
    </>
  );
}

type PlacesProps = Picked & {
  readonly label: string;
  readonly places: readonly { readonly id: string; readonly body: { readonly name: string } }[];
};

export function Places({ places, onChange, ...field }: PlacesProps) {
  return (
    <SelectField {...field} onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose</option>
      {places.map((place) => (
        <option key={place.id} value={place.id}>
          {place.body.name}
        </option>
      ))}
    </SelectField>
  );
}

/** The one charity somebody records for; empty where there are several. */
export const onlyPartner = ({ ownPartners }: Setup): string =>
  ownPartners.length === 1 ? (ownPartners[0]?.id ?? '') : '';
