import { Link } from 'react-router';
import type { Notes } from '#domain/reports/notes.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Notice } from '#ui/notice.tsx';
import styles from './desk.module.css';
import { useDesk } from './desk.ts';
import { FileButtons } from './file-buttons.tsx';
import { PrintButton, PrintHead } from './print.tsx';
import { whenOf } from './when.ts';

/** What stands over a report: how fresh and how complete it is, and how to take it along. */

type ReportHeadProps = {
  /** `Boxes given out`: what stands over it on paper. */
  readonly title: string;
  readonly notes: Notes;
  /** `boxes`: what its files are called. */
  readonly name: string;
  /** `windmill-hill`: what only a part of it is of. */
  readonly part?: string | undefined;
  /** What else it is asked for: `&site=…`. */
  readonly more?: string | undefined;
  readonly children?: React.ReactNode;
};

/** Period, age and gaps of the figures, the files, and a heading that only paper shows. */
export function ReportHead({ title, notes, name, part = '', more = '', children }: ReportHeadProps) {
  const { from, to, dataAsAt } = notes;
  const report = useDesk().reports.find((each) => each.name === name);
  return (
    <>
      <PrintHead title={title} period={{ from, to }} dataAsAt={dataAsAt} />
      <div className={`${styles.fileBar} ${styles.reportBar}`}>
        <p>
          <b>Data as at {whenOf(dataAsAt)}.</b> {children}
          {report && 'profile' in report.query && (
            <>
              {' '}
              The files may be passed on: small numbers are left out.{' '}
              <Link to={`/desk/exports?from=${from}&to=${to}&what=${name}`}>Files for ourselves</Link>
            </>
          )}
        </p>
        <FileButtons
          path={`/api/exports/${name}`}
          query={`from=${from}&to=${to}${more}`}
          name={['bandstand', name, part, from, to].filter(Boolean).join('-')}
        >
          <PrintButton />
        </FileButtons>
      </div>
      <Completeness n={notes.phonesWithUnsent} oldest={notes.oldestUnsentAt} />
    </>
  );
}

/** How complete the figures are: what a phone has not sent is not in them. */
export function Completeness({ n, oldest }: { n: number; oldest: string | null }) {
  if (n === 0) return null;
  return (
    <div className={styles.trouble}>
      <Notice kind="warn" icon="clock" title={`${n} ${n === 1 ? 'phone has' : 'phones have'} records not sent`}>
        They are not in these figures{oldest && `; the oldest is of ${shortDay(dayOf(oldest), dayOf(Date.now()))}`}.
      </Notice>
    </div>
  );
}
