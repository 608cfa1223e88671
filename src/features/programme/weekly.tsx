import { useAnswer } from '#desk/answer.ts';
import type { SessionsAnswer } from '#desk/answers.ts';
import { nameIn, siteNames, useDesk } from '#desk/desk.ts';
import { inSaves, mostWrites } from '#desk/import/saving.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { SavedForPhones } from '#desk/set-up-list.tsx';
import { many } from '#domain/many.ts';
import { isClosed } from '#domain/records/row.ts';
import { isYearAtMost } from '#domain/sessions/series.ts';
import { daysAgain, planAgain, type Weekly, weeklyIn } from '#domain/sessions/weekly.ts';
import { addDays, dayIn, dayOf, isDay } from '#domain/time.ts';
import { DayField } from '#forms/day-field.tsx';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Ticks } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons } from '#ui/stack.tsx';

/** What was planned every week, planned again for another season in one press. */

/** So far back a season is looked for, and so far ahead for what is planned already. */
const [back, ahead] = [366, 400];

export function WeeklyAgain() {
  const desk = useDesk();
  const today = dayOf(Date.now());
  const answer = useAnswer(`/api/sessions?from=${addDays(today, -back)}&to=${addDays(today, ahead)}`);
  const [sites, partners] = [desk.useSetUp('site').records, desk.useSetUp('partner').records];
  const open = (id: string, records: typeof sites | typeof partners) =>
    records?.some((each) => each.id === id && !isClosed(each)) === true;
  const weekly = weeklyIn(answer.value?.sessions ?? []).filter(
    ({ siteId, partnerId }) => open(siteId, sites) && open(partnerId, partners),
  );
  const siteName = siteNames(sites);
  const wordsOf = ({ siteId, partnerId, last, from, to }: Weekly) => ({
    label: `${dayIn(last, { weekday: 'long' })}s ${from} to ${to}, ${siteName(siteId, 'a park')}`,
    hint: `${nameIn(partners, partnerId)}, last on ${dayIn(last, { day: 'numeric', month: 'long', year: 'numeric' })}`,
  });
  return (
    <section>
      <SectionTitle>Sessions planned every week</SectionTitle>
      <AnswerState answer={answer} what="the sessions" />
      {answer.value && weekly.length === 0 && <Remark>Nothing was planned weekly in the last year.</Remark>}
      {answer.value && weekly.length > 0 && (
        <Again weekly={weekly} wordsOf={wordsOf} lines={answer.value.sessions} today={today} />
      )}
    </section>
  );
}

type AgainProps = {
  readonly weekly: readonly Weekly[];
  readonly wordsOf: (of: Weekly) => { readonly label: string; readonly hint: string };
  readonly lines: SessionsAnswer['sessions'];
  readonly today: string;
};
type Typed = { readonly from: string; readonly to: string; readonly which: readonly string[] };

const words = { from: 'First day', to: 'Last day', which: 'Which ones' };

const judging =
  (today: string) =>
  ({ from, to, which }: Typed): Faults<Typed> => ({
    from: !isDay(from) ? 'Choose the first day.' : from < today ? 'Choose a day from today on.' : undefined,
    to: !isDay(to) || to < from ? 'Choose the last day, after the first.' : yearFault(from, to),
    which: which.length === 0 ? 'Choose what is planned again.' : undefined,
  });

const yearFault = (from: string, to: string) => (isYearAtMost(from, to) ? undefined : 'A season is at most a year.');

function Again({ weekly, wordsOf, lines, today }: AgainProps) {
  const { save } = useDesk();
  const planned = ({ from, to, which }: Typed) =>
    !isDay(from) || !isDay(to)
      ? []
      : weekly
          .filter(({ key }) => which.includes(key))
          .flatMap((each) => planAgain(each, daysAgain(each, from, to), lines));
  const form = useForm<Typed>({
    name: 'weekly-again',
    now: { from: '', to: '', which: [] },
    judge: judging(today),
    days: { from: 'any', to: 'any' },
    save: async (typed) => {
      const sayings = planned(typed);
      if (sayings.length === 0) return 'On each of these days there is a session already.';
      for (const batch of inSaves(sayings, mostWrites)) {
        const problem = await save('The sessions', batch);
        if (problem !== null) return problem;
      }
      return null;
    },
  });
  if (!form) return null;
  const n = planned(form.values).length;
  return (
    <Form form={form} words={words}>
      <Ticks
        legend="Plan again"
        hint="A day that has a session there already is left alone. Holidays are cancelled or taken out afterwards."
        options={weekly.map((each) => ({ value: each.key, ...wordsOf(each) }))}
        id={form.choice('which').id}
        error={form.error('which')}
        values={form.values.which}
        onChange={(which) => form.change({ which })}
      />
      <DayField label="First day" {...form.day('from')} />
      <DayField label="Last day" {...form.day('to')} />
      <Buttons>
        <Button kind="primary" type="submit">
          {n === 0 ? 'Plan the sessions' : `Plan ${many(n, 'session')}`}
        </Button>
      </Buttons>
      <SavedForPhones form={form} />
    </Form>
  );
}
