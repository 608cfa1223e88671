import { Link, useLocation } from 'react-router';
import type { Movement } from '#domain/stock/stock.ts';
import { takeIn } from '#features/boxes/actions.ts';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import type { Outing } from '#features/boxes/phone/outing.ts';
import { onDay, whoWords } from '#features/boxes/words.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';

type LabelCardProps = {
  readonly outing: Outing;
  readonly label: string;
  /** The movement that gave this very box out. */
  readonly before: Movement | undefined;
  /** Why it is not kept with what was chosen. */
  readonly unlabelled: string | null;
  /** The address of the same without the label. */
  readonly without: string;
};

/** Which box it is by its label, and whether it went out already. */
export function LabelCard({ outing, label, before, unlabelled, without }: LabelCardProps) {
  const { stock, session, place } = outing;
  const { state } = useLocation();
  const cameBack = useOnce((box: Movement) => sayMoves(`${label} came back`, takeIn(stock, session, box, place.id)));
  const drop = (
    <Link className={buttonClass({ size: 'inline' })} to={without} state={state} replace>
      Not this one
    </Link>
  );
  if (unlabelled !== null)
    return (
      <Notice kind="info" icon="box" title={`Box ${label}`} action={drop}>
        {unlabelled}
      </Notice>
    );
  if (!before) return <SplitCard lead={<Icon name="box" size={28} />} strong={`Box ${label}`} action={drop} />;
  return (
    <Notice
      kind="warn"
      title={`${label} was given out ${onDay(before.day)}`}
      action={
        <>
          <Button size="inline" onClick={() => void cameBack(before)}>
            It came back
          </Button>
          {drop}
        </>
      }
    >
      It went to {whoWords(stock, before)}. Is it back in your hands?
    </Notice>
  );
}
