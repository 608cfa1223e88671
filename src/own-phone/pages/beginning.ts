import { codesOf } from '#domain/codes.ts';
import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { type AnswerAge, answerAges } from '#domain/voice-codes.ts';
import styles from '#features/voice/phone/asking/asking.module.css';
import { agesAsked } from '#features/voice/phone/asking/pack.ts';
import { button } from '#own-phone/button.ts';
import { el } from '#own-phone/dom.ts';
import { framed, title } from '#own-phone/frame.ts';
import own from '#own-phone/own-phone.module.css';
import { asksAge, type OneVisit } from '#own-phone/visit.ts';
import type { WordsHere } from '#own-phone/words.ts';

type BeginningParts = {
  readonly visit: OneVisit;
  readonly words: WordsHere;
  readonly onLanguage: (language: Language) => void;
  /** On to the questions; null where no age is asked. */
  readonly onAge: (age: AnswerAge | null) => void;
};

/** Language and age, and on: where only a language is to be chosen, choosing it goes on. */
export function beginning({ visit, words: { frame, language }, onLanguage, onAge }: BeginningParts): HTMLElement {
  const { asked } = visit;
  const ages = asksAge(asked);
  const languages = el('ul', { class: styles.languages, 'aria-label': frame.language });
  for (const each of asked.languages) {
    const { name, dir } = languageOnScreen(each);
    const chosen = ages && each === visit.language;
    const one = button(name, () => onLanguage(each), {
      ...{ size: ages ? 'inline' : 'large', wide: !ages, kind: chosen ? 'soft' : undefined },
    });
    one.lang = each;
    one.dir = dir;
    if (ages) one.setAttribute('aria-pressed', String(chosen));
    languages.append(el('li', {}, one));
  }
  const offered = ages ? agesAsked(asked, codesOf(answerAges)) : [];
  return framed({
    language,
    roof: title(ages ? frame.howOld : asked.park),
    body: [
      ...(asked.languages.length > 1 ? [languages] : []),
      ...(ages
        ? [
            el(
              'ul',
              { class: styles.ages },
              ...offered.map((age) =>
                el(
                  'li',
                  {},
                  button(frame.ages[age], () => onAge(age), { size: 'large', wide: true }),
                ),
              ),
            ),
          ]
        : []),
      el('p', { class: own.small }, frame.ownPhone.keeps),
    ],
    note: el('span', {}, ages && asked.park),
  });
}
