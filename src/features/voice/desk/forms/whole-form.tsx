import shared from '#desk/draft.module.css';
import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { type FormDocument, optionsOf } from '#domain/records/shapes/form-document.ts';
import { conditionWords, typeWords } from '#domain/voice/forms/words.ts';
import { classes } from '#ui/link.ts';
import { stacked } from '#ui/stack.tsx';
import styles from './forms.module.css';

/** Every text of a form in one language, in the order it is read. How a question is answered stands beside it in English. */
export function WholeForm({ document, language }: { document: FormDocument; language: Language }) {
  const texts = document.texts[language] ?? {};
  const written = { lang: language, dir: languageOnScreen(language).dir };
  return (
    <div className={classes(stacked, styles.inside)}>
      <p className={styles.title} {...written}>
        {texts.title}
      </p>
      {texts.intro && <p {...written}>{texts.intro}</p>}
      <ol className={stacked}>
        {document.questions.map((each) => (
          <li key={each.name}>
            <p {...written}>
              <b>{texts[`q:${each.name}`]}</b>
            </p>
            {texts[`h:${each.name}`] && <p {...written}>{texts[`h:${each.name}`]}</p>}
            <p className={shared.under}>
              {typeWords(each)}
              {each.showIf && <> · Only if {conditionWords(each.showIf, document.texts.en ?? texts)}</>}
            </p>
            {optionsOf(each).length > 0 && (
              <ul {...written}>
                {optionsOf(each).map((option) => (
                  <li key={option}>{texts[`o:${each.name}:${option}`]}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
