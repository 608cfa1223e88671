import { Link } from 'react-router';
import type { Movement } from '#domain/stock.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Stock } from './stock.ts';
import { onDay, whoWords } from './words.ts';

type LabelCardProps = {
  readonly stock: Stock;
  readonly label: string;
  /** The movement that gave this very box out. */
  readonly before: Movement | undefined;
  /** It is back in their hands. */
  readonly onBack: (before: Movement) => void;
  /** The address of the same without the label. */
  readonly without: string;
};

/** Which box it is by its label, and whether it went out already. */
export function LabelCard({ stock, label, before, onBack, without }: LabelCardProps) {
  const drop = (
    <Link className={buttonClass({ size: 'inline' })} to={without} replace>
      Not this one
    </Link>
  );
  if (!before) return <SplitCard lead={<Icon name="box" size={28} />} strong={`Box ${label}`} action={drop} />;
  return (
    <Notice
      kind="warn"
      title={`${label} was given out ${onDay(before.day)}`}
      action={
        <>
          <Button size="inline" onClick={() => onBack(before)}>
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
