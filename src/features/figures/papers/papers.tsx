import { useAnswer } from '#desk/answer.ts';
import { useFileSaved } from '#desk/file-buttons.tsx';
import { PeriodDays } from '#desk/period-days.tsx';
import { paperNames } from '#domain/reports/pack/papers.ts';
import type { FiguresQuestion } from '#features/figures/question.ts';
import { readerWords } from '#features/figures/words.ts';
import { Button } from '#ui/button.tsx';
import { paperFile, paperQuery } from './asked.ts';
import styles from './papers.module.css';
import { paperHints } from './words.ts';
import { Written } from './written.tsx';

/** The papers of a period, each in one press. */

export const usePackContents = (question: FiguresQuestion) =>
  useAnswer(`/api/papers/contents?${paperQuery(question, question.profile)}`);

const kinds = { docx: 'Word', html: 'Print page', xlsx: 'Workbook' } as const;
type Kind = keyof typeof kinds;

export function Papers({ question }: { question: FiguresQuestion }) {
  const { making, words, save } = useFileSaved();
  const { from, to } = question.period;
  const query = paperQuery(question, question.profile);
  const button = (name: string, title: string, kind: Kind, primary: boolean) => {
    const what = `${name}.${kind}`;
    return (
      <Button
        key={kind}
        kind={primary ? 'primary' : 'secondary'}
        size="inline"
        icon="download"
        aria-label={making === what ? undefined : `${title}: ${kinds[kind]}`}
        notPossible={making !== undefined}
        onClick={() => void save(what, [paperFile(question, query, name, kind)])}
      >
        {making === what ? 'Making it…' : kinds[kind]}
      </Button>
    );
  };
  return (
    <>
      <PeriodDays />
      <p className={styles.reader}>
        {readerWords[question.profile]} No paper names a young person. <span aria-live="polite">{words}</span>
      </p>
      <ul className={styles.papers}>
        {paperNames.map(([name, title]) => (
          <li key={name}>
            <div>
              <h2>{title}</h2>
              <p>{paperHints[name]}</p>
            </div>
            <p className={styles.kinds}>
              {button(name, title, 'docx', name === 'pack')}
              {name === 'pack' && button(name, title, 'xlsx', false)}
              {button(name, title, 'html', false)}
            </p>
          </li>
        ))}
      </ul>
      <Written key={`${from}${to}`} from={from} to={to} />
    </>
  );
}
