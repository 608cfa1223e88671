import { useFileSaved } from '#desk/file-buttons.tsx';
import type { FiguresQuestion } from '#features/figures/question.ts';
import { Button } from '#ui/button.tsx';
import { paperFile, paperQuery } from './asked.ts';
import styles from './papers.module.css';

/** The whole pack of the report’s days, to read and as a workbook, in one press. It leaves the house: never with every number. */
export function PackButton({ question }: { question: FiguresQuestion }) {
  const { making, words, save } = useFileSaved();
  const query = paperQuery(question, question.profile === 'public' ? 'public' : 'funder');
  const files = (['docx', 'xlsx'] as const).map((kind) => paperFile(question, query, 'pack', kind));
  return (
    <div className={styles.pack}>
      <Button
        kind="primary"
        size="inline"
        icon="download"
        notPossible={making !== undefined}
        onClick={() => void save('pack', files)}
      >
        {making === undefined ? 'Funder’s pack' : 'Making it…'}
      </Button>
      <span aria-live="polite">{words}</span>
    </div>
  );
}
