import { useState } from 'react';
import type { Right } from '#domain/access.ts';
import { roleNames, wordsOf } from '#domain/codes.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Table } from '#ui/table.tsx';
import { useAnswer } from './answer.ts';
import { CodeSheet } from './code-sheet.tsx';
import styles from './desk.module.css';
import { nameIn, type SetUpRecord, useDesk } from './desk.ts';
import { MemberSheet } from './member-sheet.tsx';
import { isHolding, isSilent } from './phone-words.ts';
import { Phones } from './phones.tsx';
import { AnswerState, Screen } from './screen.tsx';
import type { PhoneAnswer, TeamMember } from './shapes.ts';

/** Who is in the team, what each may do, and how their phones stand. */

type Open = { readonly what: 'member' | 'code'; readonly member: TeamMember | null };

export function Team() {
  const team = useAnswer<{ members: readonly TeamMember[] }>('/api/team');
  const phones = useAnswer<{ phones: readonly PhoneAnswer[] }>('/api/phones');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const members = [...(team.value?.members ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const left = members.filter(({ active }) => !active);
  const table = (some: readonly TeamMember[], caption: string) => (
    <MemberTable members={some} caption={caption} phones={phones.value?.phones ?? []} onOpen={setOpen} />
  );
  return (
    <Screen
      title="Team & phones"
      end={
        <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'member', member: null })}>
          Add someone
        </Button>
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
      <MemberSheet member={open?.what === 'member' ? open.member : undefined} onClose={close} />
      <CodeSheet member={open?.what === 'code' ? (open.member ?? undefined) : undefined} onClose={close} />
    </Screen>
  );
}

/** `Outreach worker, Refocus Project` */
export function roleWords({ role, partner }: Right, partners: readonly SetUpRecord[] | undefined): string {
  const words = wordsOf(roleNames, role);
  return partner === null ? words : `${words}, ${nameIn(partners, partner)}`;
}

type MemberTableProps = {
  members: readonly TeamMember[];
  caption: string;
  phones: readonly PhoneAnswer[];
  onOpen: (open: Open) => void;
};

function MemberTable({ members, caption, phones, onOpen }: MemberTableProps) {
  return (
    <Table tall caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Roles</th>
          <th scope="col">Checks</th>
          <th scope="col">Phones</th>
          <th scope="col">
            <span className={styles.spoken}>What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            phones={phones.filter((phone) => phone.member.id === member.id)}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </Table>
  );
}

function MemberRow({
  member,
  phones,
  onOpen,
}: {
  member: TeamMember;
  phones: readonly PhoneAnswer[];
  onOpen: MemberTableProps['onOpen'];
}) {
  const partners = useDesk().useSetUp('partner').records;
  const checks = [member.vetted ? 'Vetted' : 'Not vetted', ...(member.firstAider ? ['First aid'] : [])];
  return (
    <tr>
      <th scope="row">
        <b>{member.name}</b>
      </th>
      <td>
        {member.roles.map((right) => (
          <div key={`${right.role} ${right.partner}`}>{roleWords(right, partners)}</div>
        ))}
      </td>
      <td className={member.vetted ? undefined : styles.flags}>{checks.join(' · ')}</td>
      <td>{phonesInWords(phones)}</td>
      <td>
        <span className={styles.actions}>
          {member.active && (
            <Button
              size="inline"
              aria-label={`New code for ${member.name}`}
              onClick={() => onOpen({ what: 'code', member })}
            >
              New code
            </Button>
          )}
          <Button size="inline" aria-label={`Change ${member.name}`} onClick={() => onOpen({ what: 'member', member })}>
            Change
          </Button>
        </span>
      </td>
    </tr>
  );
}

function phonesInWords(phones: readonly PhoneAnswer[]): string {
  if (phones.length === 0) return 'None yet';
  const unsent = phones.filter(isHolding).reduce((sum, phone) => sum + phone.unsent, 0);
  const silent = phones.filter((phone) => isSilent(phone, Date.now())).length;
  return [
    `${phones.length} ${phones.length === 1 ? 'phone' : 'phones'}`,
    ...(unsent > 0 ? [`${unsent} not sent`] : []),
    ...(silent > 0 ? [silent === phones.length ? 'not heard lately' : `${silent} not heard lately`] : []),
  ].join(' · ');
}
