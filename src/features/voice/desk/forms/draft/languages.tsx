import { useSearchParams } from 'react-router';
import shared from '#desk/draft.module.css';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { inEnglish, languageAtHand } from '#domain/languages.ts';
import { type Language, languages, languagesInEnglish } from '#domain/people-codes.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { isMachine, placesIn, questionsIn, textsIn, textsOf } from '#domain/voice/forms/draft.ts';
import { optionWords, questionWords } from '#domain/voice/forms/words.ts';
import { SelectField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

/** One language beside the English, text by text. */
export function Languages({ of }: { of: Writing }) {
  const [search, setSearch] = useSearchParams();
  const others = codesOf(languages).filter((each) => each !== 'en');
  const begun = [...textsIn(of.body).keys()];
  const language =
    others.find((each) => each === search.get('language')) ?? others.find((each) => begun.includes(each));
  const { instrument } = of.body;
  if (instrument)
    return (
      <Remark>
        {instrument.name} is put in its owner’s own words. Ask {instrument.owner} for other languages.
      </Remark>
    );
  return (
    <>
      <SelectField
        label="Language beside the English"
        value={language ?? ''}
        onChange={(event) => setSearch({ part: 'languages', language: event.target.value }, { replace: true })}
      >
        {!language && <option value="">Choose one</option>}
        {others.map((each) => (
          <option key={each} value={each}>
            {languageAtHand(each)}
            {state(of, each)}
          </option>
        ))}
      </SelectField>
      {language && <Pairs key={language} of={of} language={language} />}
    </>
  );
}

/** ", 3 missing" */
function state({ body }: Writing, language: Language): string {
  const texts = textsOf(body, language);
  const missing = placesIn(questionsIn(body)).needed.filter((place) => texts[place] === undefined).length;
  if (Object.keys(texts).length === 0) return ', not begun';
  return missing > 0 ? `, ${missing} missing` : '';
}

type PairsProps = { readonly of: Writing; readonly language: Language };

function Pairs({ of, language }: PairsProps) {
  const english = textsOf(of.body, 'en');
  const questions = questionsIn(of.body);
  return (
    <>
      {isMachine(of.body, language) && (
        <Notice kind="warn" icon="pen" title={`A machine wrote the ${inEnglish(language)}`}>
          Somebody who speaks {inEnglish(language)} well has to read it before it is approved.
        </Notice>
      )}
      <Pair of={of} language={language} place="title" label="Title" />
      {english.intro && <Pair of={of} language={language} place="intro" label="Words at the start" />}
      {questions.map((each) => (
        <section key={each.name}>
          <SectionTitle level={3}>{questionWords(each.name, english)}</SectionTitle>
          <Pair of={of} language={language} place={`q:${each.name}`} label="The question" />
          {english[`h:${each.name}`] && (
            <Pair of={of} language={language} place={`h:${each.name}`} label="Help under it" />
          )}
          {optionsOf(each).map((option) => (
            <Pair
              key={option}
              of={of}
              language={language}
              place={`o:${each.name}:${option}`}
              label={`Answer: ${optionWords(each.name, option, english)}`}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function Pair({ of, language, place, label }: PairsProps & { readonly place: string; readonly label: string }) {
  const english = textsOf(of.body, 'en')[place];
  return (
    <div className={shared.pair}>
      <p className={shared.english} lang="en">
        <small>English</small>
        {english ?? 'Not written yet'}
      </p>
      <DraftText
        of={of}
        field={`text/${language}:${place}`}
        label={`${label}, in ${wordsOf(languagesInEnglish, language)}`}
        language={language}
        long
      />
    </div>
  );
}
