import type { Difference } from '#domain/people/wordings/compare.ts';
import { Remark } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import styles from './differences.module.css';

type DifferencesProps = {
  readonly found: readonly Difference[];
  /** What the two are called: "Version 1". */
  readonly before: string;
  readonly after: string;
  /** The language of the texts, where all of them are in one. */
  readonly lang?: string | undefined;
  /** What is said where there is none. */
  readonly nothing: string;
};

/** What is different between two versions, side by side. */
export function Differences({ found, before, after, lang, nothing }: DifferencesProps) {
  if (found.length === 0) return <Remark>{nothing}</Remark>;
  return (
    <div className={styles.differs}>
      <Table caption="What is different" captionHidden>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ words, before: was, after: is }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td lang={lang}>{was === '' ? '–' : <del>{was}</del>}</td>
              <td lang={lang}>{is === '' ? '–' : <ins>{is}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
