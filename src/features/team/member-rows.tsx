import type { PhoneAnswer, TeamMember } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { nameIn, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { isHolding, isSilent } from '#desk/phone-words.ts';
import { useWide } from '#desk/screen.tsx';
import { roleNames, wordsOf } from '#domain/codes.ts';
import type { Right } from '#domain/records/access.ts';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Table } from '#ui/table.tsx';

/** The team in rows, or in cards where it is narrow. */

/** What was asked for somebody, by id: the sheet shows them as they stand. Null is somebody new. */
export type Opened = { readonly what: 'member' | 'code'; readonly member: string | null };

type MemberRowsProps = {
  readonly members: readonly TeamMember[];
  readonly caption: string;
  readonly phones: readonly PhoneAnswer[];
  readonly onOpen: (opened: Opened) => void;
};

export function MemberRows({ members, caption, phones, onOpen }: MemberRowsProps) {
  const wide = useWide();
  const own = (member: TeamMember) => phones.filter((phone) => phone.member.id === member.id);
  if (!wide) {
    return (
      <ul className={styles.cards} aria-label={caption}>
        <Each of={members} by={(member) => member.id}>
          {(member) => <Card member={member} phones={own(member)} onOpen={onOpen} />}
        </Each>
      </ul>
    );
  }
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
        <Each of={members} by={(member) => member.id} as="row">
          {(member) => <Row member={member} phones={own(member)} onOpen={onOpen} />}
        </Each>
      </tbody>
    </Table>
  );
}

type OneProps = Pick<MemberRowsProps, 'phones' | 'onOpen'> & { readonly member: TeamMember };

function Row({ member, phones, onOpen }: OneProps) {
  return (
    <tr>
      <th scope="row">
        <b>{member.name}</b>
      </th>
      <td>
        <Roles member={member} />
      </td>
      <td className={member.vetted ? undefined : styles.flags}>{checksInWords(member)}</td>
      <td>{phonesInWords(phones)}</td>
      <td>
        <Actions member={member} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function Card({ member, phones, onOpen }: OneProps) {
  return (
    <li>
      <h2>{member.name}</h2>
      <Roles member={member} />
      <p>
        <span className={member.vetted ? undefined : styles.flags}>{checksInWords(member)}</span> ·{' '}
        {phonesInWords(phones)}
      </p>
      <Actions member={member} onOpen={onOpen} />
    </li>
  );
}

function Roles({ member }: Pick<OneProps, 'member'>) {
  const partners = useDesk().useSetUp('partner').records;
  return member.roles.map((right) => <div key={`${right.role} ${right.partner}`}>{roleWords(right, partners)}</div>);
}

function Actions({ member, onOpen }: Pick<OneProps, 'member' | 'onOpen'>) {
  return (
    <span className={styles.actions}>
      {member.active && (
        <Button
          size="inline"
          aria-label={`New code for ${member.name}`}
          onClick={() => onOpen({ what: 'code', member: member.id })}
        >
          New code
        </Button>
      )}
      <Button
        size="inline"
        aria-label={`Change ${member.name}`}
        onClick={() => onOpen({ what: 'member', member: member.id })}
      >
        Change
      </Button>
    </span>
  );
}

/** `Outreach worker, Refocus Project` */
function roleWords({ role, partner }: Right, partners: readonly SetUpRecord[] | undefined): string {
  const words = wordsOf(roleNames, role);
  return partner === null ? words : `${words}, ${nameIn(partners, partner)}`;
}

const checksInWords = ({ vetted, firstAider }: TeamMember): string =>
  [vetted ? 'Vetted' : 'Not vetted', ...(firstAider ? ['First aid'] : [])].join(' · ');

function phonesInWords(phones: readonly PhoneAnswer[]): string {
  if (phones.length === 0) return 'No phone yet';
  const unsent = phones.filter(isHolding).reduce((sum, phone) => sum + phone.unsent, 0);
  const silent = phones.filter((phone) => isSilent(phone, Date.now())).length;
  return [
    `${phones.length} ${phones.length === 1 ? 'phone' : 'phones'}`,
    ...(unsent > 0 ? [`${unsent} not sent`] : []),
    ...(silent > 0 ? [silent === phones.length ? 'not heard lately' : `${silent} not heard lately`] : []),
  ].join(' · ');
}
