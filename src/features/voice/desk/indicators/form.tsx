import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { numberOrNone, wholeNumber } from '#domain/numbers.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { type IndicatorKind, indicatorKinds, type Respondent, respondents } from '#domain/voice-codes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { NumberField, TextArea } from '#ui/field.tsx';

/** One indicator: its statement, who is asked, and what is aimed at. */

const typedOf = (body: ChangeOf<'indicator'>) => ({
  statement: body.statement ?? '',
  kind: (body.kind ?? undefined) as IndicatorKind | undefined,
  who: codesOf(respondents).filter((code) => elements(body, 'respondent').includes(code)) as readonly Respondent[],
  target: String(body.target ?? ''),
  cohort: String(body.cohort ?? ''),
});
type Typed = ReturnType<typeof typedOf>;

const targetIn = (typed: string): number | string => numberOrNone(typed, 100);
const cohortIn = (typed: string): number | string => wholeNumber(typed);
const faultIn = (n: number | string): string | undefined => (typeof n === 'string' ? n : undefined);

const judge = ({ statement, kind, who, target, cohort }: Typed) => ({
  statement: statement.trim() === '' ? 'Write the statement.' : undefined,
  kind: kind ? undefined : 'Choose what is counted.',
  who: who.length > 0 ? undefined : 'Choose who is asked.',
  target: target.trim() === '' ? 'Write a target from 0 to 100.' : faultIn(targetIn(target)),
  cohort: cohort.trim() === '' ? undefined : faultIn(cohortIn(cohort)),
});

const words = {
  statement: 'The statement',
  kind: (now: Typed['kind']) => (now ? wordsOf(indicatorKinds, now) : ''),
  who: (now: Typed['who']) => now.map((each) => wordsOf(respondents, each)).join(', '),
  target: 'The target in per cent',
  cohort: 'How many people it is meant for',
};

type IndicatorFormProps = {
  readonly known: SetUpRecord<'indicator'> | undefined;
  /** All there are: a new one stands under them. */
  readonly among: readonly SetUpRecord<'indicator'>[];
  readonly onDone: () => void;
};

export function IndicatorForm({ known, among, onDone }: IndicatorFormProps) {
  const { save } = useDesk();
  const one = {
    type: 'indicator',
    scope: programmeScope,
    words: 'The indicator',
    known,
    save,
    onSaved: onDone,
  } as const;
  const last = Math.max(-1, ...among.map(({ body }) => body.order ?? -1));
  const form = useRecord({
    ...one,
    typedOf,
    judge,
    bodyOf: ({ statement, kind, who, target, cohort }) => ({
      ...{ statement, kind: kind ?? '', target: Number(targetIn(target)) },
      cohort: cohort.trim() === '' ? '' : Number(cohortIn(cohort)),
      ...respondentsOf(who, known?.body),
      ...(!known && { order: last + 1 }),
    }),
  });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words }}
      wide
      closing={{
        close: 'Close this indicator',
        meaning: 'A closed indicator is no longer asked. What was said stays in the figures.',
      }}
    >
      <TextArea
        label="The statement"
        hint="As it is read out: “I know who to ask for help.”"
        {...form.text('statement')}
        maxLength={300}
      />
      <Choice
        legend="What is counted?"
        options={[
          { value: 'agree', label: 'Who agrees at the end', hint: '4 or 5 of 5' },
          { value: 'improved', label: 'Who got better', hint: 'A higher answer at the end than at the start' },
        ]}
        {...form.choice('kind')}
      />
      <Ticks
        id="indicator-who"
        legend="Who is asked?"
        tile="9rem"
        error={form.error('who')}
        options={respondents.map(([value, label]) => ({ value, label }))}
        values={form.values.who}
        onChange={(who) => form.change({ who })}
      />
      <NumberField label="The target in per cent" {...form.text('target')} />
      <NumberField
        label="How many people it is meant for"
        optional="(optional)"
        hint="Left open, it is everybody who was asked."
        {...form.text('cohort')}
      />
    </RecordForm>
  );
}

/** Those ticked; those that were and no longer are. */
const respondentsOf = (who: readonly Respondent[], before: ChangeOf<'indicator'> = {}) =>
  Object.fromEntries(
    codesOf(respondents).flatMap((code) =>
      who.includes(code)
        ? [[`respondent/${code}`, true]]
        : before[`respondent/${code}`]
          ? [[`respondent/${code}`, false]]
          : [],
    ),
  );
