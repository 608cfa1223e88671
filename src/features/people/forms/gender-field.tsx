import type { ComponentProps } from 'react';
import { genders } from '#domain/codes.ts';
import { SelectField } from '#ui/field.tsx';

/** Girl or boy, where a funder asks for it; nobody need be asked. */
export function GenderField(props: Omit<ComponentProps<typeof SelectField>, 'label'>) {
  return (
    <SelectField label="Gender" {...props}>
      {props.value !== 'NK' && <option value="">Not asked</option>}
      {/* Not known and not asked are one answer here: the empty one, unless the other was saved. */}
      {genders.map(([code, words]) =>
        code === 'NK' && props.value !== 'NK' ? null : (
          <option key={code} value={code}>
            {words}
          </option>
        ),
      )}
    </SelectField>
  );
}
