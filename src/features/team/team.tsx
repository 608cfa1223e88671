import { useState } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { TeamMember } from '#desk/answers.ts';
import { PrintButton } from '#desk/print.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { MemberRows, type Opened } from './member-rows.tsx';
import { MemberSheet } from './member-sheet.tsx';
import { Phones } from './phones.tsx';

/** Who is in the team, what each may do, and how their phones stand. */

export function Team() {
  const team = useAnswer('/api/team');
  const phones = useAnswer('/api/phones');
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  const members = [...(team.value?.members ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const opened = members.find(({ id }) => id === open?.member);
  const left = members.filter(({ active }) => !active);
  const table = (some: readonly TeamMember[], caption: string) => (
    <MemberRows members={some} caption={caption} phones={phones.value?.phones ?? []} onOpen={setOpen} />
  );
  return (
    <Screen
      title="Team & phones"
      end={
        <>
          <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'member', member: null })}>
            Add someone
          </Button>
          <Link className={buttonClass({ size: 'inline' })} to="/desk/team/import">
            From a list
          </Link>
          <PrintButton />
        </>
      }
    >
      <AnswerState answer={team} what="the team" />
      {team.value &&
        table(
          members.filter(({ active }) => active),
          'The team',
        )}
      {left.length > 0 && (
        <Fold
          title={`${left.length} left`}
          note="Their phones can save nothing more; what they still send goes to Needs a look."
        >
          {table(left, 'Have left')}
        </Fold>
      )}
      <SectionTitle note="as each last said">Phones and laptops</SectionTitle>
      <AnswerState answer={phones} what="the phones" />
      {phones.value && <Phones phones={phones.value.phones} />}
      <MemberSheet
        member={open?.what === 'member' ? (open.member === null ? null : opened) : undefined}
        onClose={close}
      />
      <CodeSheet member={open?.what === 'code' ? opened : undefined} onClose={close} />
    </Screen>
  );
}
