import { PrintHead } from '#desk/print.tsx';
import { Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { type InForceState, inForceStates, purposes } from '#domain/people-codes.ts';
import type { RegisterLine } from '#domain/sessions/people/list.ts';
import { Button } from '#ui/button.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Remark } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import styles from './people.module.css';
import { ageOf } from './words.ts';

/** Who is to be asked, on paper: names, markers and what is open. Nothing of needs and numbers: a sheet is left lying about. */

const open: readonly InForceState[] = ['never', 'asked', 'ranOut', 'pending', 'twoAnswers', 'differ'];

/** What there is to ask somebody: `Joining in: run out, Messages: not asked`. */
function askWords({ consents, toDo }: RegisterLine): string {
  const left = purposes.filter(([purpose]) => open.includes(consents[purpose]));
  const byState = Map.groupBy(left, ([purpose]) => consents[purpose]);
  const words = [...byState].map(
    ([state, all]) => `${wordsOf(inForceStates, state)}: ${all.map(([, purpose]) => purpose.toLowerCase()).join(', ')}`,
  );
  return [...words, toDo.includes('askAgain') && 'The wording says more now', toDo.includes('soon') && 'Runs out soon']
    .filter(Boolean)
    .join('. ');
}

export function AskList({ lines, onBack }: { lines: readonly RegisterLine[]; onBack: () => void }) {
  return (
    <Screen
      title="To be asked"
      end={
        <>
          <Button size="inline" icon="back" onClick={onBack}>
            Back to the list
          </Button>
          <Button kind="primary" size="inline" icon="print" onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <PrintHead title="To be asked" note={`${lines.length} people`} />
      <Table caption="To be asked" captionHidden tall>
        <thead>
          <tr>
            <th scope="col">Name, marker</th>
            <th scope="col">Age</th>
            <th scope="col">What to ask</th>
            <th scope="col">Done</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <span className={styles.shapes}>
                  <Leaf shape={line.leaf} colour={line.colour} size={24} />
                  <span className={styles.name}>
                    <b>{line.name}</b>
                    <small>{leafName(line.leaf, line.colour)}</small>
                  </span>
                </span>
              </th>
              <td>{ageOf(line)}</td>
              <td>{askWords(line) || 'Nothing is open'}</td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Remark>Destroy the paper once it is done. A refusal is not asked again before it is a year old.</Remark>
    </Screen>
  );
}
