import { codesOf, wordsOf } from '#domain/codes.ts';
import { element } from '#domain/records/say.ts';
import { wordsOfYears } from '#domain/voice/forms/ages.ts';
import { instrumentNamed, needsPermission } from '#domain/voice/forms/instruments.ts';
import type { FormSetting } from '#domain/voice/forms/missing.ts';
import { answerAges, type KeptBeside, keptBeside, respondents } from '#domain/voice-codes.ts';
import { Choice, Ticks } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { Belongs } from './belongs.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

type SettingsProps = { readonly of: Writing; readonly setting: FormSetting };

/** Whom a form is for, whether answers carry a name, and what is kept beside them. */
export function Settings({ of, setting }: SettingsProps) {
  const { body } = of;
  const on = (set: 'respondent' | 'age', all: readonly string[]) =>
    all.filter((each) => body[`${set}/${each}`] === true);
  const tick = (set: 'respondent' | 'age', all: readonly string[], chosen: readonly string[]) =>
    void of.set(
      Object.assign(
        {},
        ...all
          .filter((each) => (body[`${set}/${each}`] === true) !== chosen.includes(each))
          .map((each) => element(set, each, chosen.includes(each))),
      ),
    );
  const [everybody, ages] = [codesOf(respondents), codesOf(answerAges)];
  const { instrument } = body;
  const named = instrumentNamed(`${body.name} ${body['text/en:title'] ?? ''}`);
  return (
    <>
      <DraftText of={of} field="name" label="What your team calls it" />
      <Ticks
        legend="Who answers"
        tile="12rem"
        options={everybody.map((value) => ({ value, label: wordsOf(respondents, value) }))}
        values={on('respondent', everybody) as typeof everybody} // a part of the list
        onChange={(chosen) => tick('respondent', everybody, chosen)}
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
          values={on('age', ages) as typeof ages} // a part of the list
          onChange={(chosen) => tick('age', ages, chosen)}
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
