import { Link } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { volunteersOnly } from '#domain/access.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';

/** Equipment boxes are not built yet, and say so. */
export function Boxes() {
  const { bar } = useSlots();
  const setup = useSetup();
  if (setup && volunteersOnly(setup.rights)) {
    return (
      <PhonePage title="Give out" back={(parts) => <Link to="/" {...parts} />}>
        <Empty icon="box" title="Boxes are not in this version yet">
          Tell the worker what you gave out: they write it down.
        </Empty>
      </PhonePage>
    );
  }
  return (
    <PhonePage title="Boxes" bottom={bar}>
      <Empty icon="box" title="Boxes are not in this version yet">
        Until they are, write what you gave out into a note of the session.
      </Empty>
    </PhonePage>
  );
}
