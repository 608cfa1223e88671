import { useEffect, useState } from 'react';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import { frameIn, languageOnScreen } from '#features/consent/frame/languages.ts';
import { Pictogram } from '#features/consent/pictogram.tsx';
import { Remark } from '#ui/notice.tsx';
import styles from './wordings.module.css';

/** A wording as people read it: drawn from its document and the words around it, whatever version it is of. */

/** Who a text is about where nobody is meant. */
const anybody = 'Ioana';

/** The words around a wording; undefined while they are fetched. */
export function useFrame({ language, style }: Pick<WordingDocument, 'language' | 'style'>): Frame | undefined {
  const [frame, setFrame] = useState<Frame>();
  // A file of its own for each language.
  useEffect(() => {
    let wanted = true;
    void frameIn(language, style).then((found) => wanted && setFrame(found));
    return () => {
      wanted = false;
    };
  }, [language, style]);
  return frame;
}

const about = (text: string): string => text.replaceAll('{name}', anybody);

/** All of a document, question by question, and what holds for the whole. */
export function WholeDocument({ document }: { document: WordingDocument }) {
  const frame = useFrame(document);
  const { dir } = languageOnScreen(document.language);
  if (!frame) return null;
  const { whole } = frame;
  return (
    <div className={styles.document} lang={document.language} dir={dir}>
      {document.purposes.map((asked) => (
        <section key={asked.purpose}>
          <Heading asked={asked} />
          <p className={styles.question}>{about(asked.question)}</p>
          <dl>
            <Part words={whole.why}>{about(asked.why)}</Part>
            <Part words={whole.what}>{about(asked.what)}</Part>
            <Part words={`${frame.yes} · ${frame.no}`}>
              {asked.yes} · {asked.no}
            </Part>
            <Part words={whole.ifNo}>{about(asked.ifNo)}</Part>
            <Part words={whole.data}>{asked.data.map(about).join('\n')}</Part>
            <Part words={whole.recipients}>{asked.recipients.map(about).join('\n') || whole.nobodyElse}</Part>
          </dl>
        </section>
      ))}
      <section>
        <dl>
          <Part words={whole.controllers}>
            {document.controllers.map(({ name, address, contact }) => `${name}, ${address}, ${contact}`).join('\n')}
          </Part>
          <Part words={whole.stored}>{document.stored}</Part>
          <Part words={whole.kept}>
            {whole.holds(document.months)} {document.kept}
          </Part>
          <Part words={whole.law}>{document.jurisdiction}</Part>
          <Part words={whole.withdraw}>{document.withdraw}</Part>
          <Part words={whole.complain}>{document.complain}</Part>
        </dl>
      </section>
    </div>
  );
}

function Heading({ asked: { pictogram, title } }: { asked: AskedPurpose }) {
  return (
    <h3>
      <Pictogram id={pictogram.id} size={32} />
      {title}
    </h3>
  );
}

function Part({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd className={styles.lists}>{children}</dd>
    </div>
  );
}

/** One question as the parent sees it on the phone. Nothing can be pressed: it is a picture of it. */
export function OnThePhone({ document, asked }: { document: WordingDocument; asked: AskedPurpose }) {
  const { dir } = languageOnScreen(document.language);
  return (
    <figure className={styles.phone}>
      <div className={styles.document} lang={document.language} dir={dir}>
        <Heading asked={asked} />
        <p className={styles.question}>{about(asked.question)}</p>
        <p>
          {about(asked.why)} {about(asked.what)}
        </p>
        <ul className={styles.answers}>
          {[asked.yes, asked.no].map((words) => (
            <li key={words}>
              <i />
              {words}
            </li>
          ))}
        </ul>
        <Remark>{about(asked.ifNo)}</Remark>
      </div>
    </figure>
  );
}
