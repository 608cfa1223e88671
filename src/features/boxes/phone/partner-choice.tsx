import { Link } from 'react-router';
import { attempt } from '#db/attempt.ts';
import type { Setup } from '#db/setup.ts';
import { choosePartner } from '#features/boxes/queries.ts';
import { Chips } from '#ui/chips.tsx';
import { Choice } from '#ui/choice.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';

/** For whoever works for several partners: whose boxes. It is remembered on this phone. */

const choose = (partner: string) => void attempt('Whose boxes', () => choosePartner(partner));

const options = ({ ownPartners }: Setup) => ownPartners.map(({ id, body }) => ({ value: id, label: body.name }));

export function PartnerChoice({ setup }: { setup: Setup }) {
  const { bar } = useSlots();
  return (
    <PhonePage title="Boxes" back={(parts) => <Link to="/" {...parts} />} bottom={bar}>
      {setup.ownPartners.length === 0 ? (
        <Empty icon="box" title="No boxes here yet">
          They arrive with the first signal.
        </Empty>
      ) : (
        <Choice legend="Whose boxes?" options={options(setup)} value={undefined} onChange={choose} />
      )}
    </PhonePage>
  );
}

type PartnerChipsProps = {
  readonly setup: Setup;
  readonly partner: string;
  /** The address may still name a session of another. */
  readonly onChosen?: (() => void) | undefined;
};

/** The same in one line, where it was chosen already. Nothing to choose, nothing shown. */
export function PartnerChips({ setup, partner, onChosen }: PartnerChipsProps) {
  if (setup.ownPartners.length < 2) return null;
  const press = (chosen: string) => {
    choose(chosen);
    onChosen?.();
  };
  return <Chips legend="Whose boxes" chips={options(setup)} value={partner} onPress={press} />;
}
