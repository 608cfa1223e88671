import { useState } from 'react';
import type { Finding } from '#domain/voice/xlsform/findings.ts';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Table } from '#ui/table.tsx';
import { outcomeWords, placeShort } from './words.ts';
import styles from './xlsform.module.css';

/** Rows drawn at once. */
const page = 100;

/** What became of which cell, from the top of each sheet. */
export function Rows({ caption, findings }: { readonly caption: string; readonly findings: readonly Finding[] }) {
  const [shown, setShown] = useState(page);
  const more = Math.min(page, findings.length - shown);
  return (
    <>
      <Table caption={caption} captionHidden>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          <Each of={findings.slice(0, shown)} by={(each) => `${placeShort(each)} ${each.outcome} ${each.words}`}>
            {(each) => (
              <tr>
                <th scope="row" className={styles.where}>
                  {placeShort(each)}
                </th>
                <td>
                  <b>{outcomeWords[each.outcome]}:</b> {each.words}
                </td>
              </tr>
            )}
          </Each>
        </tbody>
      </Table>
      {more > 0 && <Button onClick={() => setShown(shown + page)}>Show {more} more</Button>}
    </>
  );
}
