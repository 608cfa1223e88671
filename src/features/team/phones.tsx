import { Link, useSearchParams } from 'react-router';
import type { PhoneAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { contactWords, isHolding, isSilent, unsentWords } from '#desk/phone-words.ts';
import { useWide } from '#desk/screen.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { StateWord } from '#ui/pill.tsx';
import { Table } from '#ui/table.tsx';

/** Phones and laptops as they last said how they stand; those that need somebody first. */
export function Phones({ phones }: { phones: readonly PhoneAnswer[] }) {
  const wide = useWide();
  const [search] = useSearchParams();
  const now = Date.now();
  const needs = (phone: PhoneAnswer) => isHolding(phone) || isMissed(phone, now);
  const onlyNeeds = search.get('phones') === 'look';
  const shown = [...phones]
    .filter((phone) => !onlyNeeds || needs(phone))
    .sort((a, b) => Number(needs(b)) - Number(needs(a)));
  if (phones.length === 0) {
    return (
      <Empty icon="phone" title="No phone yet">
        Give somebody a new code; they type it in Bandstand on their phone.
      </Empty>
    );
  }
  return (
    <>
      {onlyNeeds && (
        <p>
          Only those that need you. <Link to="/desk/team">Show all {phones.length}</Link>
        </p>
      )}
      {wide ? <PhoneTable phones={shown} now={now} /> : <PhoneList phones={shown} now={now} />}
      <p className={styles.quiet}>
        A phone says how many records it holds whenever it has signal. One that is silent may hold more than it last
        said.
      </p>
    </>
  );
}

type RowsProps = { phones: readonly PhoneAnswer[]; now: number };

const ownerWords = ({ member, ended }: PhoneAnswer): string => {
  if (!member.active) return `${member.name} (has left)`;
  return ended ? `${member.name} (ended when they left)` : member.name;
};

/** One that is in use should be heard of now and then. */
const isMissed = (phone: PhoneAnswer, now: number): boolean => phone.member.active && isSilent(phone, now);

function PhoneList({ phones, now }: RowsProps) {
  return (
    <List>
      <Each of={phones} by={(phone) => phone.id}>
        {(phone) => (
          <Item icon="phone" calm={!isHolding(phone) && !isMissed(phone, now)}>
            <b>{ownerWords(phone)}</b> · {phone.label}
            <span className={styles.under}>Last heard: {contactWords(phone.lastContactAt, now)}</span>
            <span className={styles.under}>Not sent: {unsentWords(phone)}</span>
            <span className={styles.under}>Version {phone.version || 'not said yet'}</span>
          </Item>
        )}
      </Each>
    </List>
  );
}

function PhoneTable({ phones, now }: RowsProps) {
  return (
    <Table caption="Phones and laptops" captionHidden>
      <thead>
        <tr>
          <th scope="col">Whose</th>
          <th scope="col">What</th>
          <th scope="col">Last heard</th>
          <th scope="col">Not sent</th>
          <th scope="col">Version</th>
        </tr>
      </thead>
      <tbody>
        <Each of={phones} by={(phone) => phone.id} as="row">
          {(phone) => (
            <tr>
              <th scope="row">{ownerWords(phone)}</th>
              <td>{phone.label}</td>
              <td>
                {isMissed(phone, now) ? (
                  <StateWord state="look">{contactWords(phone.lastContactAt, now)}</StateWord>
                ) : (
                  contactWords(phone.lastContactAt, now)
                )}
              </td>
              <td>
                {isHolding(phone) ? <StateWord state="phone">{unsentWords(phone)}</StateWord> : unsentWords(phone)}
              </td>
              <td>{phone.version || 'not said yet'}</td>
            </tr>
          )}
        </Each>
      </tbody>
    </Table>
  );
}
