import { languageOnScreen } from '#domain/languages.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import { AskedTitle, WholeText } from '#features/consent/whole-text.tsx';
import { Remark } from '#ui/notice.tsx';
import styles from './wordings.module.css';

/** A wording as people read it: drawn from its document and the words around it, whatever version it is of. */

/** Who a text is about where nobody is meant. */
const anybody = 'Ioana';

/** All of a document, question by question, and what holds for the whole. */
export function WholeDocument({ document }: { document: WordingDocument }) {
  const frame = useFrame(document);
  const { dir } = languageOnScreen(document.language);
  return (
    <div className={styles.document} lang={document.language} dir={dir}>
      {frame && <WholeText document={document} frame={frame} name={anybody} />}
    </div>
  );
}

/** One question as the parent sees it on the phone. Nothing can be pressed: it is a picture of it. */
export function OnThePhone({ document, asked }: { document: WordingDocument; asked: AskedPurpose }) {
  const { dir } = languageOnScreen(document.language);
  return (
    <figure className={styles.phone}>
      <div className={styles.document} lang={document.language} dir={dir}>
        <AskedTitle asked={asked} />
        <p className={styles.question}>{withName(asked.question, anybody)}</p>
        <p>{withName(`${asked.why} ${asked.what}`, anybody)}</p>
        <ul className={styles.answers}>
          {[asked.yes, asked.no].map((words) => (
            <li key={words}>
              <i />
              {words}
            </li>
          ))}
        </ul>
        <Remark>{withName(asked.ifNo, anybody)}</Remark>
      </div>
    </figure>
  );
}
