import { Link } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { setIcon, setName } from '#domain/stock/places.ts';
import { giveAddress } from '#features/boxes/phone/outing.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { KitIcon } from '#ui/kit.tsx';

type ChosenProps = {
  readonly stock: Stock;
  readonly set: string | undefined;
  readonly label: string | undefined;
  readonly session: ShownOf<'session'> | null;
};

/** The box that was chosen before anyone was: in the stock, or by its label. */
export function Chosen({ stock, set, label, session }: ChosenProps) {
  if (set === undefined) return null;
  return (
    <SplitCard
      lead={<KitIcon name={setIcon(stock, set)} size={32} />}
      strong={setName(stock, set)}
      under={label === undefined ? undefined : `Box ${label}`}
      action={
        <Link className={buttonClass({ size: 'inline' })} to={giveAddress(session)} replace>
          Another
        </Link>
      }
    />
  );
}
