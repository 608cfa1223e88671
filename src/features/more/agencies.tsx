import { Link } from 'react-router';
import { useShown } from '#db/person.ts';
import { phonesIn } from '#domain/people/phones.ts';
import { isClosed } from '#domain/records/row.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import styles from './agencies.module.css';

/** Who else can help: where to send somebody, at hand in the park and without signal. */
export function Agencies() {
  const agencies = useShown('agency');
  const open = agencies?.filter((each) => !isClosed(each)).sort(byName) ?? [];
  return (
    <PhonePage
      title="Who else can help"
      loading={agencies === undefined}
      back={(parts) => <Link to="/more" {...parts} />}
    >
      {open.length === 0 ? (
        <Empty icon="people" title="Nobody is written down yet">
          Your coordinator adds agencies in Set-up.
        </Empty>
      ) : (
        <List>
          {open.map(({ id, body: { name, helpsWith, phone, hours, notes } }) => (
            <Item key={id}>
              <span className={styles.agency}>
                <b>{name}</b>
                {[helpsWith, hours, notes].map((words) => words && <small key={words}>{words}</small>)}
                {phone && <Numbers name={name} phone={phone} />}
              </span>
            </Item>
          ))}
        </List>
      )}
    </PhonePage>
  );
}

/** Each number is rung with one tap; what else stands beside it, as an extension, is read. */
function Numbers({ name, phone }: { name: string; phone: string }) {
  const numbers = phonesIn(phone);
  return (
    <>
      {numbers[0]?.written !== phone.trim() && <small>{phone}</small>}
      {numbers.length > 0 && (
        <span className={styles.numbers}>
          {numbers.map(({ written, dialled }) => (
            <a
              key={dialled}
              className={buttonClass({ size: 'inline' })}
              href={`tel:${dialled}`}
              aria-label={numbers.length > 1 ? `Ring ${name}, ${written}` : `Ring ${name}`}
            >
              {written}
            </a>
          ))}
        </span>
      )}
    </>
  );
}

const byName = (a: { body: { name: string } }, b: { body: { name: string } }): number =>
  a.body.name.localeCompare(b.body.name, 'en-GB');
