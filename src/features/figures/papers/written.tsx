import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import { dateWords } from '#desk/period.ts';
import { AnswerState } from '#desk/screen.tsx';
import { narrativeKinds } from '#domain/reports/pack/input.ts';
import type { DebriefLine } from '#domain/reports/pack/written.ts';
import type { Period } from '#domain/reports/report.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { OneWritten } from './one-written.tsx';
import styles from './papers.module.css';
import { useWrite, WriteForm, type WrittenAt } from './write.tsx';

/** What is written for the papers of a period, and which lines of its debriefs go with them. */
export function Written({ from, to }: Period) {
  const answer = useAnswer(`/api/written?from=${from}&to=${to}`);
  const [open, setOpen] = useState<WrittenAt>();
  const shut = () => setOpen(undefined);
  return (
    <section className={styles.written}>
      <SectionTitle>Words for these days</SectionTitle>
      <p className={styles.hint}>They stand in the papers under your name. Name no young person in them.</p>
      <AnswerState answer={answer} what="what is written" />
      {answer.value && (
        <ul>
          {narrativeKinds.map(([kind, title]) => {
            const text = answer.value?.texts.find((each) => each.kind === kind);
            const at: WrittenAt = { ...{ from, to, kind, title }, source: '', text: text?.text ?? '' };
            return (
              <OneWritten
                key={kind}
                at={at}
                checked={text}
                under={text ? `${text.byName}, ${dateWords(text.at.slice(0, 10))}` : 'Not written yet.'}
                onChange={() => setOpen(at)}
              />
            );
          })}
        </ul>
      )}
      {answer.value && answer.value.debriefs.length > 0 && (
        <Debriefs lines={answer.value.debriefs} period={{ from, to }} onChange={setOpen} />
      )}
      <Sheet open={open !== undefined} title={open?.title ?? ''} onClose={shut}>
        {open && <WriteForm key={`${open.kind}${open.source}`} at={open} onDone={shut} />}
      </Sheet>
    </section>
  );
}

type DebriefsProps = {
  lines: readonly DebriefLine[];
  period: Period;
  onChange: (at: WrittenAt) => void;
};

function Debriefs({ lines, period, onChange }: DebriefsProps) {
  const { write, trouble } = useWrite();
  const list = (of: readonly DebriefLine[]) => (
    <ul>
      {of.map((line) => {
        const { source, text, said, what, siteName, day, isChosen } = line;
        const at: WrittenAt = { ...period, kind: 'debrief', title: what, source, text };
        return (
          <OneWritten
            key={source}
            at={at}
            checked={line}
            under={`${siteName}, ${dateWords(day)}`}
            onChange={isChosen ? () => onChange(at) : undefined}
          >
            <Button
              size="inline"
              aria-label={`${isChosen ? 'Take out' : 'Put in'}: ${what}, ${siteName}, ${dateWords(day)}`}
              onClick={() => void write({ ...at, text: isChosen ? '' : said }, false)}
            >
              {isChosen ? 'Take out' : 'Put in'}
            </Button>
          </OneWritten>
        );
      })}
    </ul>
  );
  const chosen = lines.filter(({ isChosen }) => isChosen);
  const others = lines.filter(({ isChosen }) => !isChosen);
  return (
    <>
      {list(chosen)}
      <p aria-live="polite">{trouble}</p>
      {others.length > 0 && (
        <Fold title="Choose from debriefs" note={`${chosen.length} of ${lines.length} chosen`}>
          {list(others)}
        </Fold>
      )}
    </>
  );
}
