import { ImportTitle } from '#desk/import/saving.tsx';
import type { Finding } from '#domain/voice/xlsform/findings.ts';
import type { XlsformRead } from '#domain/voice/xlsform/read.ts';
import { Fold } from '#ui/answers.tsx';
import { Each } from '#ui/each.tsx';
import { Notice } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { MakeDraft } from './make.tsx';
import { QuestionsPut } from './questions.tsx';
import { Rows } from './rows.tsx';
import { placeShort } from './words.ts';
import styles from './xlsform.module.css';

/** A workbook as it was read: what is in the way, what becomes of each row, and the questions as they would be put. */
export function FormPreview({ file, read }: { readonly file: string; readonly read: XlsformRead }) {
  const { findings, made, instrument } = read;
  const inTheWay = findings.filter(({ outcome }) => outcome === 'refused');
  const others = findings.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'used');
  const used = findings.filter(({ outcome }) => outcome === 'used');
  return (
    <Stack>
      <ImportTitle
        words={made?.draft.name ?? file}
        under={made ? `${file}. Nothing is saved yet.` : 'Nothing is saved.'}
      />
      {inTheWay.length > 0 && <InTheWay findings={inTheWay} />}
      {others.length > 0 && (
        <section>
          <SectionTitle>Not used as it stands</SectionTitle>
          <Rows caption="Not used as it stands" findings={others} />
        </section>
      )}
      {used.length > 0 && (
        <Fold
          title={
            used.length === 1
              ? '1 row is used as it is'
              : `${used.length.toLocaleString('en-GB')} rows are used as they are`
          }
        >
          <Rows caption="Used as they are" findings={used} />
        </Fold>
      )}
      {made && (
        <div className={styles.made}>
          <Stack>
            <QuestionsPut form={made.form} />
            <MakeDraft made={made} instrument={instrument} />
          </Stack>
        </div>
      )}
    </Stack>
  );
}

/** Shown at once: a workbook can break a rule in every row. */
const mostShown = 50;

function InTheWay({ findings }: { readonly findings: readonly Finding[] }) {
  const n = findings.length;
  return (
    <Notice kind="warn" title={n === 1 ? 'One thing is in the way' : `${n} things are in the way`}>
      <p>Put {n === 1 ? 'it' : 'them'} right in the workbook, save it there and choose it again.</p>
      <ul className={styles.faults}>
        <Each of={findings.slice(0, mostShown)} by={(each) => `${placeShort(each)} ${each.words}`}>
          {(each) => (
            <li>
              <b>{placeShort(each)}</b> {each.words}
            </li>
          )}
        </Each>
      </ul>
      {n > mostShown && <p>and {n - mostShown} more below it</p>}
    </Notice>
  );
}
