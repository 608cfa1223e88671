import type { ComponentProps } from 'react';
import { genders } from '#domain/codes.ts';
import { SelectField } from '#ui/field.tsx';

/** Girl or boy, where a funder asks for it; nobody need be asked. */
export function GenderField(props: Omit<ComponentProps<typeof SelectField>, 'label'>) {
  return (
    <SelectField label="Gender" {...props}>
      <option value="">Not asked</option>
      {genders.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
