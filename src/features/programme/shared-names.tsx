import { useState } from 'react';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { rightsOf } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';
import { patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';

/** Whether whoever runs the programme reads a partner’s names, families and permissions: its own coordinator decides, for each. */
export function SharedNames() {
  const { me, useSetUp } = useDesk();
  const partners = useSetUp('partner').records ?? [];
  // The rights of a desk hold what others share with it too; what is one’s own to decide stands in one’s own record.
  const own = useSetUp('member').records?.find(({ id }) => id === me.member.id)?.body;
  const rights = own ? rightsOf(own) : [];
  const mine = partners.filter(
    (partner) =>
      !isClosed(partner) && rights.some((right) => right.role === 'partnerCoordinator' && right.partner === partner.id),
  );
  if (mine.length === 0) return null;
  return (
    <>
      <SectionTitle>Who reads your names</SectionTitle>
      {mine.map((partner) => (
        <Decision key={partner.id} partner={partner} />
      ))}
    </>
  );
}

function Decision({ partner: { id, body } }: { partner: SetUpRecord<'partner'> }) {
  const { save } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const shared = body.namesShared === true;
  const decide = useOnce(async () => {
    setTrouble(await save('The decision', [patch('partner', id, programmeScope, { namesShared: !shared })]));
  });
  return (
    <>
      <NotSaved trouble={trouble} />
      <SplitCard
        lead={<Icon name={shared ? 'eye' : 'lock'} size={28} />}
        strong={`${body.name}: ${shared ? 'shared' : 'not shared'}`}
        under={
          shared
            ? 'Whoever runs the programme reads names, families and permissions, as you do.'
            : 'Whoever runs the programme sees how many there are, and nobody’s family or permissions.'
        }
        action={
          <Button size="inline" onClick={() => void decide()}>
            {shared ? 'Stop sharing' : 'Share them'}
          </Button>
        }
      />
    </>
  );
}
