import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import styles from './handed.module.css';
import { withName } from './top.tsx';

/** All that a document says, part by part. What is drawn here and what is hashed are the same words. */
export function WholeText({ document, frame, name }: { document: WordingDocument; frame: Frame; name: string }) {
  const { whole } = frame;
  return (
    <div className={styles.whole}>
      {document.purposes.map((each) => (
        <section key={each.purpose}>
          <h2>{each.title}</h2>
          <p>{withName(each.question, name)}</p>
          <Part title={whole.why}>{withName(each.why, name)}</Part>
          <Part title={whole.what}>{withName(each.what, name)}</Part>
          <Part title={whole.ifNo}>{withName(each.ifNo, name)}</Part>
          <Part title={whole.data}>{each.data.join(', ')}</Part>
          <Part title={whole.recipients}>
            {each.recipients.length > 0 ? each.recipients.join(', ') : whole.nobodyElse}
          </Part>
        </section>
      ))}
      <section>
        <h2>{whole.controllers}</h2>
        {document.controllers.map((each) => (
          <p key={each.name}>
            <b>{each.name}</b>, {each.address}, {each.contact}
          </p>
        ))}
      </section>
      <Part title={whole.stored}>{document.stored}</Part>
      <Part title={whole.kept}>{document.kept}</Part>
      <p>{whole.holds(document.months)}</p>
      <Part title={whole.law}>{document.jurisdiction}</Part>
      <Part title={whole.withdraw}>{document.withdraw}</Part>
      <Part title={whole.complain}>{document.complain}</Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <p>
      <b>{title}</b>
      <br />
      {children}
    </p>
  );
}
