import { withName } from '#domain/people/wordings/blocks.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Frame } from './frame/frame.ts';
import { Pictogram } from './pictogram.tsx';
import styles from './whole-text.module.css';

/** All that a document says, part by part: what somebody agrees to, what a coordinator approves and what is hashed are the same words. */

/** @param name whose answers it is about */
export function WholeText({ document, frame, name }: { document: WordingDocument; frame: Frame; name: string }) {
  const { whole } = frame;
  return (
    <div className={styles.text}>
      {document.purposes.map((asked) => (
        <section key={asked.purpose}>
          <AskedTitle asked={asked} />
          <p className={styles.question}>{withName(asked.question, name)}</p>
          <dl>
            <Part words={whole.why}>{withName(asked.why, name)}</Part>
            <Part words={whole.what}>{withName(asked.what, name)}</Part>
            <Part words={`${frame.yes} · ${frame.no}`}>
              {asked.yes} · {asked.no}
            </Part>
            <Part words={whole.ifNo}>{withName(asked.ifNo, name)}</Part>
            <Part words={whole.data}>{withName(asked.data.join('\n'), name)}</Part>
            <Part words={whole.recipients}>{withName(asked.recipients.join('\n'), name) || whole.nobodyElse}</Part>
          </dl>
        </section>
      ))}
      <section>
        <dl>
          <Part words={whole.controllers}>
            {document.controllers.map((each) => `${each.name}, ${each.address}, ${each.contact}`).join('\n')}
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

/** What a question is called, with its drawing. */
export function AskedTitle({ asked: { pictogram, title } }: { asked: AskedPurpose }) {
  return (
    <h2 className={styles.title}>
      <Pictogram id={pictogram.id} size={32} />
      {title}
    </h2>
  );
}

function Part({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}
