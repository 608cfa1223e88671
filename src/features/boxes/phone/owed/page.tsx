import { Link } from 'react-router';
import { PartnerChips, PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { useAround, useStock } from '#features/boxes/queries.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { OwedList } from './owed.tsx';

/** Parts that boxes lacked, each to be supplied now. */
export function OwedPage() {
  const around = useAround(null);
  const stock = useStock(around?.partner);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock) return <PhonePage title="Parts owed" loading />;
  return (
    <PhonePage title="Parts owed" back={(parts) => <Link to="/boxes" {...parts} />} bottom={<DoneBar />}>
      <Stack>
        <PartnerChips setup={around.setup} partner={stock.partner} />
        {stock.owed.length === 0 && (
          <Empty icon="box" title="Nothing is owed">
            Every box that was given out was complete, or has been made so.
          </Empty>
        )}
        <OwedList stock={stock} />
      </Stack>
    </PhonePage>
  );
}
