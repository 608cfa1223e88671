import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';

/** Equipment boxes are not built yet, and say so. */
export function Boxes() {
  const { bar } = useSlots();
  return (
    <PhonePage title="Boxes" bottom={bar}>
      <Empty icon="box" title="Boxes are not in this version yet">
        Until they are, write what you gave out into a note of the session.
      </Empty>
    </PhonePage>
  );
}
