import { languageOnScreen } from '#domain/languages.ts';
import type { ReadAloud } from '#phone/hand-over/read-aloud.ts';
import { Button } from '#ui/button.tsx';
import styles from './handed.module.css';
import type { PageProps } from './page.ts';

/** Above every page: have it read, and see the English. */
export function Top({ frame, so, inEnglish, reading }: PageProps & { readonly reading?: ReadAloud }) {
  if (!inEnglish && !reading?.start) return null;
  return (
    <div className={styles.top}>
      {reading?.start && (
        <Button
          kind={reading.at === null ? 'secondary' : 'soft'}
          size="inline"
          icon="speak"
          aria-pressed={reading.at !== null}
          onClick={reading.at === null ? reading.start : reading.stop}
        >
          {reading.at === null ? frame.listen : frame.stopReading}
        </Button>
      )}
      {inEnglish && (
        <Button
          size="inline"
          icon="globe"
          aria-pressed={inEnglish.on}
          onClick={inEnglish.toggle}
          lang={inEnglish.on ? so.language : 'en'}
        >
          {inEnglish.on ? languageOnScreen(so.language).name : 'Show English'}
        </Button>
      )}
    </div>
  );
}
