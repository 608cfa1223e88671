import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { figure } from '#desk/figures.ts';
import { Records } from '#desk/records.tsx';
import { numberOrNone } from '#domain/numbers.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { TextField } from '#ui/field.tsx';
import { needsName } from './needs-name.ts';

/** Wards as the census knows them: how many live there, and how deprived it is. What came of each is told for 1,000 of them. */
export function Areas() {
  return (
    <Records
      of={useDesk().useSetUp('area')}
      noun="ward"
      plural="wards"
      one="A ward"
      under={({ body: { residents, year, decile } }) =>
        [
          residents != null && `${figure(residents)} aged 8 to 19${year == null ? '' : `, ${year}`}`,
          decile != null && `decile ${decile}`,
        ]
          .filter(Boolean)
          .join(' · ')
      }
      form={(known, onDone) => <AreaForm known={known} onDone={onDone} />}
      empty="Add the wards your parks lie in, as the census and the index of deprivation have them."
    />
  );
}

const typedOf = ({ name = '', residents, year, decile }: ChangeOf<'area'>) => ({
  name,
  residents: String(residents ?? ''),
  year: String(year ?? ''),
  decile: String(decile ?? ''),
});
type Typed = ReturnType<typeof typedOf>;

const most = { residents: 10_000_000, year: 2100, decile: 10 } as const;
type Numbers = keyof typeof most;
const numberIn = (typed: Typed, field: Numbers): number | string =>
  typed[field].trim() === '' ? '' : numberOrNone(typed[field], most[field]);

const judge = (typed: Typed) => {
  const faultOf = (field: Numbers) => {
    const n = numberIn(typed, field);
    return typeof n === 'string' && n !== '' ? n : undefined;
  };
  const decile = numberIn(typed, 'decile');
  const year = numberIn(typed, 'year');
  return {
    ...needsName(typed),
    residents: faultOf('residents'),
    year: faultOf('year') ?? (typeof year === 'number' && year < 1900 ? 'Write a year such as 2024.' : undefined),
    decile: faultOf('decile') ?? (decile === 0 ? 'Write a whole number from 1 to 10.' : undefined),
  };
};

const bodyOf = (typed: Typed) => ({
  name: typed.name,
  ...{ residents: said(typed, 'residents'), year: said(typed, 'year'), decile: said(typed, 'decile') },
});
const said = (typed: Typed, field: Numbers): number | '' => {
  const n = numberIn(typed, field);
  return typeof n === 'number' ? n : '';
};

const words = { name: 'Ward', residents: 'Aged 8 to 19', year: 'Year', decile: 'Decile of deprivation' };

function AreaForm({ known, onDone }: { known: SetUpRecord<'area'> | undefined; onDone: () => void }) {
  const { save } = useDesk();
  const one = { type: 'area', scope: programmeScope, words: 'The ward', known, save, onSaved: onDone } as const;
  const form = useRecord({ ...one, typedOf, bodyOf, judge });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words }}
      closing={{ close: 'Close this ward', meaning: 'A closed ward is no longer used in reports.' }}
    >
      <TextField label="Ward" hint="As it is written down for the parks" {...form.text('name')} maxLength={200} />
      <TextField
        label="People aged 8 to 19 who live there"
        optional="(optional)"
        hint="From the census or its estimate; reports tell what came of each 1,000 of them"
        inputMode="numeric"
        {...form.text('residents')}
      />
      <TextField label="Of which year" optional="(optional)" inputMode="numeric" {...form.text('year')} />
      <TextField
        label="Decile of deprivation"
        optional="(optional)"
        hint="1 is the most deprived tenth, 10 the least"
        inputMode="numeric"
        {...form.text('decile')}
      />
    </RecordForm>
  );
}
