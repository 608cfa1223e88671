import { languageOnScreen } from '#domain/languages.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import styles from './handed.module.css';
import { namesOf, type PageProps, pagesOf } from './page.ts';

/** Language first, each in its own letters. No flags: a language is no country. */
export function Languages({ sitting, so, change, go, frame, shown }: PageProps) {
  const offered = sitting.wordings.map(({ document }) => document);
  const choose = (at: number) => {
    const document = offered[at];
    const wording = sitting.wordings[at];
    if (!document || !wording) return;
    // What was answered was answered on other words, and is asked again in these.
    const isOther = document.language !== so.language || document.style !== so.style;
    const anew = { answers: {}, heard: 'none', recording: null, shownAt: null } as const;
    change({ language: document.language, style: document.style, ...(isOther && anew) });
    go(pagesOf(sitting, wording)[1] ?? 'check');
  };
  return (
    <HandedPage roof={<h1>{frame.consentFor(namesOf(sitting, shown))}</h1>}>
      <ul className={styles.languages}>
        {offered.map(({ language, style }, at) => {
          const { name, dir } = languageOnScreen(language);
          return (
            <li key={`${language} ${style}`}>
              <Button
                size="large"
                wide
                lang={language}
                dir={dir}
                aria-current={language === so.language && style === so.style ? 'true' : undefined}
                onClick={() => choose(at)}
              >
                {style === 'easy' ? `${name} · Easy Read` : name}
              </Button>
            </li>
          );
        })}
      </ul>
    </HandedPage>
  );
}
