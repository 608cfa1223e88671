import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { SavedForPhones } from '#desk/set-up-list.tsx';
import { wholeNumber } from '#domain/numbers.ts';
import { runsProgramme } from '#domain/records/access.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { boxAgeOf } from '#domain/stock/sets.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { NumberField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

/** The age from which on somebody gets the over-10s set; the programme's coordinator decides. */
export function BoxAge() {
  const { me, useSetUp } = useDesk();
  const record = useSetUp('programme').records?.[0];
  if (!record) return null;
  const age = boxAgeOf(record.body);
  return (
    <>
      <SectionTitle>Who gets which box</SectionTitle>
      {runsProgramme(me.rights) ? (
        <AgeForm key={record.id} record={record} />
      ) : (
        <Remark>{rule(age)} The programme coordinator can change this.</Remark>
      )}
    </>
  );
}

/** `A 10-year-old gets the over-10s set, a 9-year-old the under-10s set.` */
const rule = (age: number): string =>
  `${article(age)} ${age}-year-old gets the over-10s set, ${article(age - 1).toLowerCase()} ${age - 1}-year-old the under-10s set.`;

const article = (n: number): string => ([8, 11, 18].includes(n) ? 'An' : 'A');

const ageIn = (typed: string): number | string => wholeNumber(typed, { from: 2, to: 25 });

function AgeForm({ record }: { record: SetUpRecord<'programme'> }) {
  const { save } = useDesk();
  const one = { type: 'programme', scope: programmeScope, words: 'The age', known: record, save } as const;
  const form = useRecord({
    ...one,
    part: 'box-age',
    typedOf: (body) => ({ age: String(boxAgeOf(body)) }),
    bodyOf: ({ age }) => ({ boxAge: Number(ageIn(age)) }),
    judge: ({ age }) => ({ age: typeof ageIn(age) === 'string' ? 'Give an age from 2 to 25.' : undefined }),
  });
  if (!form) return null;
  const age = ageIn(form.values.age);
  return (
    <RecordForm {...{ one, form }} words={{ age: 'The over-10s set from age' }} save="Save the age">
      <NumberField
        label="The over-10s set from age"
        hint={typeof age === 'number' ? rule(age) : undefined}
        {...form.text('age')}
      />
      <SavedForPhones form={form} />
    </RecordForm>
  );
}
