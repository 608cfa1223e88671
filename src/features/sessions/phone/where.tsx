import type { Setup } from '#db/setup.ts';
import { SelectField } from '#ui/field.tsx';

type WhereProps = {
  readonly setup: Setup;
  /** The ids of the fields begin with it: `plan` → `plan-site`, `plan-partner`. */
  readonly form: string;
  readonly site: string;
  readonly partner: string;
  readonly onSite: (site: string) => void;
  readonly onPartner: (partner: string) => void;
};

/** Which park, and, for whoever records for several charities, whose session. */
export function Where({ setup, form, site, partner, onSite, onPartner }: WhereProps) {
  return (
    <>
      <Places id={`${form}-site`} label="Park" places={setup.sites} value={site} onChange={onSite} />
      {setup.ownPartners.length > 1 && (
        <Places
          id={`${form}-partner`}
          label="Whose session?"
          places={setup.ownPartners}
          value={partner}
          onChange={onPartner}
        />
      )}
    </>
  );
}

type PlacesProps = {
  readonly id: string;
  readonly label: string;
  readonly places: readonly { readonly id: string; readonly body: { readonly name: string } }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

export function Places({ id, label, places, value, onChange }: PlacesProps) {
  return (
    <SelectField id={id} label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose</option>
      {places.map((place) => (
        <option key={place.id} value={place.id}>
          {place.body.name}
        </option>
      ))}
    </SelectField>
  );
}
