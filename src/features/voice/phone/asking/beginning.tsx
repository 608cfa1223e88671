import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { type AnswerAge, answerAges } from '#domain/voice-codes.ts';
import type { AskFrame } from '#features/voice/frame/frame.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './asking.module.css';
import { type AskPack, agesAsked, asksAge } from './pack.ts';
import { Title } from './title.tsx';

/** What every page of a form is given. */
export type AskPageProps = {
  readonly pack: AskPack;
  readonly frame: AskFrame;
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
};

type BeginningProps = AskPageProps & {
  readonly onLanguage: (language: Language) => void;
  readonly onAge: (age: AnswerAge | null) => void;
};

/** Language and age, and on: where only a language is to be chosen, choosing it goes on. */
export function Beginning({ pack, frame, language, dir, onLanguage, onAge }: BeginningProps) {
  const ages = asksAge(pack);
  return (
    <HandedPage
      lang={language}
      dir={dir}
      roof={<Title>{ages ? frame.howOld : pack.park}</Title>}
      note={ages && pack.park}
    >
      <Stack>
        {pack.languages.length > 1 && (
          <ul className={styles.languages} aria-label={frame.language}>
            {pack.languages.map((each) => {
              const { name, dir: way } = languageOnScreen(each);
              return (
                <li key={each}>
                  <Button
                    size={ages ? 'inline' : 'large'}
                    kind={ages && each === language ? 'soft' : 'secondary'}
                    wide={!ages}
                    lang={each}
                    dir={way}
                    aria-pressed={ages ? each === language : undefined}
                    onClick={() => {
                      onLanguage(each);
                      if (!ages) onAge(null);
                    }}
                  >
                    {name}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        {ages && (
          <ul className={styles.ages}>
            {agesAsked(
              pack,
              answerAges.map(([code]) => code),
            ).map((age) => (
              <li key={age}>
                <Button size="large" wide onClick={() => onAge(age)}>
                  {frame.ages[age]}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </HandedPage>
  );
}
