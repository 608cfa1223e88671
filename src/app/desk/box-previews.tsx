import type { BoxesAnswer, WishesAnswer } from '#desk/answers.ts';
import type { BoxTable } from '#domain/stock/report.ts';
import { OwnersTable, ParksTable, WeeksTable } from '#features/boxes/desk/given-tables.tsx';
import { WishesTable } from '#features/boxes/desk/wishes/wish-tables.tsx';
import { Rest, shownRows } from '#features/exports/previews.tsx';
import { Empty } from '#ui/notice.tsx';

/** The first rows of a file of boxes or wishes. */

export function BoxPreview({
  answer: { owners, all, weeks, places },
  table,
}: {
  answer: BoxesAnswer;
  table: BoxTable;
}) {
  if (table === 'partners') return <OwnersTable owners={owners} all={all} />;
  const rows = table === 'weeks' ? weeks.length : places.length;
  if (rows === 0) {
    return (
      <Empty icon="box" title="Nothing given out in this period">
        The file would hold its headings and the definitions only.
      </Empty>
    );
  }
  return (
    <>
      {table === 'weeks' ? (
        <WeeksTable weeks={weeks.slice(0, shownRows)} />
      ) : (
        <ParksTable places={places.slice(0, shownRows)} />
      )}
      <Rest all={rows} />
    </>
  );
}

export function WishPreview({ answer: { lines } }: { answer: WishesAnswer }) {
  if (lines.length === 0) {
    return (
      <Empty icon="say" title="No wish in this period">
        The file would hold its headings and the definitions only.
      </Empty>
    );
  }
  return <WishesTable lines={lines} />;
}
