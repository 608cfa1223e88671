import { Link } from 'react-router';
import { openPerson } from '#db/person.ts';
import { countedAges } from '#domain/codes.ts';
import { Button } from '#ui/button.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import styles from './blank.module.css';

const rows = Array.from({ length: 24 }, (_, index) => index + 1);

/** A blank register to print, for the day a phone is left at home. It carries no names. */
export function Blank() {
  return (
    <PhonePage
      title="Blank register"
      subtitle={openPerson().profile.programmeName}
      back={(parts) => <Link to="/earlier" {...parts} />}
    >
      <div className={styles.button}>
        <Button icon="print" wide onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <div className={styles.sheet}>
        <p className={styles.line}>Park ______________________ Day ______________ From ________ To ________</p>
        <p className={styles.line}>Team ______________________________________ First-aider ______________</p>
        <Table caption="Who came">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Called</th>
              <th scope="col">Age</th>
              <th scope="col">Came</th>
              <th scope="col">Left</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <td>{row}</td>
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </Table>
        <Table caption="Counted, not named">
          <thead>
            <tr>
              {countedAges.map(([band, words]) => (
                <th key={band} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {countedAges.map(([band]) => (
                <td key={band} className={styles.tally} />
              ))}
            </tr>
          </tbody>
        </Table>
        <p className={styles.line}>Everyone off site at ________ Signed ______________________</p>
      </div>
    </PhonePage>
  );
}
