import { useDesk } from '#desk/desk.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { usually, usualMonths } from '#domain/people/wordings/draft.ts';
import { type LawfulBasis, lawfulBases, type Purpose, purposes } from '#domain/people-codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { DraftRecord } from '#features/consent/desk/reading.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Tick } from '#ui/choice.tsx';
import { NumberField, SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

/** What is asked and how: it stands in the English, and every language follows it. */

type Typed = {
  readonly months: string;
  readonly [asks: `asks/${string}`]: boolean;
  readonly [gillick: `gillick/${string}`]: boolean;
  readonly [blocks: `blocks/${string}`]: boolean;
  readonly [basis: `basis/${string}`]: LawfulBasis;
};

const typedOf = (body: ChangeOf<'wording'>): Typed => ({
  months: String(body.months ?? usualMonths),
  ...Object.fromEntries(
    codesOf(purposes).flatMap((purpose) => [
      [`asks/${purpose}`, body[`asks/${purpose}`] === true],
      [`gillick/${purpose}`, body[`gillick/${purpose}`] ?? usually[purpose].gillick],
      [`blocks/${purpose}`, body[`blocks/${purpose}`] ?? usually[purpose].blocks],
      [`basis/${purpose}`, body[`basis/${purpose}`] ?? usually[purpose].basis],
    ]),
  ),
});

const within = (typed: string): number | string => {
  const months = numberOrNone(typed, 60);
  return months === 0 ? 'At least one month.' : months;
};

export function HowItAsks({ draft }: { draft: DraftRecord }) {
  const { save } = useDesk();
  const one = { type: 'wording', scope: programmeScope, words: 'The draft', known: draft, save } as const;
  const form = useRecord<'wording', Typed>({
    ...one,
    part: 'wording-how',
    typedOf,
    judge: ({ months }) => {
      const read = within(months);
      return { months: typeof read === 'string' ? read : undefined };
    },
    bodyOf: ({ months, ...typed }) => ({ ...typed, months: Number(within(months)) }),
  });
  if (!form) return null;
  const asks = (purpose: Purpose) => form.values[`asks/${purpose}`] === true;
  return (
    <RecordForm {...{ one, form }} words={{ months: 'Months an answer holds' }} save="Save how it asks">
      <NumberField label="Months an answer holds" {...form.text('months')} />
      {purposes.map(([purpose, words]) => (
        <div key={purpose}>
          <SectionTitle>{words}</SectionTitle>
          <Tick label={`Ask about ${words.toLowerCase()}`} {...form.tick(`asks/${purpose}`)} />
          {asks(purpose) && (
            <>
              <Tick
                label="Somebody under 16 who understands it may answer themselves"
                hint="With a note by two workers"
                {...form.tick(`gillick/${purpose}`)}
              />
              <Tick
                label="Without a yes the activity has to wait"
                hint="Low-risk joining in never waits"
                {...form.tick(`blocks/${purpose}`)}
              />
              <SelectField label="Rests on" {...form.text(`basis/${purpose}`)}>
                {lawfulBases.map(([code]) => (
                  <option key={code} value={code}>
                    {wordsOf(lawfulBases, code)}
                  </option>
                ))}
              </SelectField>
            </>
          )}
        </div>
      ))}
      <Remark>Who relies on the answers are the open partners of the set-up, with their addresses.</Remark>
    </RecordForm>
  );
}
