import { codesOf, wordsOf } from '#domain/codes.ts';
import { elementsOf } from '#domain/records/say.ts';
import { wordsOfYears } from '#domain/voice/forms/ages.ts';
import type { FormDraft } from '#domain/voice/forms/draft.ts';
import { instrumentNamed, needsPermission } from '#domain/voice/forms/instruments.ts';
import type { FormSetting } from '#domain/voice/forms/missing.ts';
import { answerAges, type KeptBeside, keptBeside, respondents } from '#domain/voice-codes.ts';
import { Choice, Ticks } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { Belongs } from './belongs.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

type SettingsProps = { readonly of: Writing; readonly setting: FormSetting };

/** Only what was ticked or unticked just now: what somebody else ticked beside it stays. */
const ticked = (set: 'respondent' | 'age', before: readonly string[], after: readonly string[]): FormDraft => ({
  ...elementsOf(
    set,
    after.filter((each) => !before.includes(each)).map((each) => [each, true] as const),
  ),
  ...elementsOf(
    set,
    before.filter((each) => !after.includes(each)).map((each) => [each, false] as const),
  ),
});

/** Whom a form is for, whether answers carry a name, and what is kept beside them. */
export function Settings({ of, setting }: SettingsProps) {
  const { body } = of;
  const [everybody, ages] = [codesOf(respondents), codesOf(answerAges)];
  const asked = everybody.filter((each) => body[`respondent/${each}`] === true);
  const young = ages.filter((each) => body[`age/${each}`] === true);
  const { instrument } = body;
  const named = instrumentNamed(`${body.name} ${body['text/en:title'] ?? ''}`);
  return (
    <>
      <DraftText of={of} field="name" label="What your team calls it" />
      <Ticks
        legend="Who answers"
        tile="12rem"
        options={everybody.map((value) => ({ value, label: wordsOf(respondents, value) }))}
        values={asked}
        onChange={(chosen) => void of.set(ticked('respondent', asked, chosen))}
      />
      {body['respondent/youngPerson'] && (
        <Ticks
          legend="Of young people, which ages"
          hint={
            instrument
              ? `${instrument.name} is for ${wordsOfYears(instrument)}.`
              : 'None ticked: all of them. Under 8 there are no faces; 8 to 10 have their own.'
          }
          tile="12rem"
          options={ages.map((value) => ({ value, label: wordsOf(answerAges, value) }))}
          values={young}
          onChange={(chosen) => void of.set(ticked('age', young, chosen))}
        />
      )}
      {setting.before ? (
        <Remark>
          {setting.before.document.named
            ? 'Answers carry a name, and whoever answers is told so.'
            : 'Nobody will know who answered.'}{' '}
          That was promised with the first version and stays.
        </Remark>
      ) : (
        <Choice
          legend="Do answers carry a name?"
          options={[
            { value: 'no', label: 'No: nobody will know who answered', hint: 'Young people say more' },
            { value: 'yes', label: 'Yes: and whoever answers is told so' },
          ]}
          value={body.named ? 'yes' : 'no'}
          onChange={(chosen) => void of.set({ named: chosen === 'yes' })}
        />
      )}
      {!body.named && (
        <Choice<KeptBeside>
          legend="What is kept beside an answer"
          hint="Only where five of the same answer. Never beside own words."
          options={keptBeside.map(([value, label]) => ({ value, label }))}
          value={body.keeps ?? 'nothing'}
          onChange={(keeps) => void of.set({ keeps })}
        />
      )}
      {(named || (instrument && needsPermission(instrument))) && <Belongs of={of} title={named} />}
    </>
  );
}
