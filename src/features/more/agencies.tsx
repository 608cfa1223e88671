import { Link } from 'react-router';
import { useShown } from '#db/person.ts';
import { isClosed } from '#domain/records/records.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

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
            <Item key={id} end={phone && <Call name={name} phone={phone} />}>
              <b>{name}</b>
              <small>{[helpsWith, hours].filter(Boolean).join(' · ')}</small>
              {notes && <small>{notes}</small>}
            </Item>
          ))}
        </List>
      )}
    </PhonePage>
  );
}

const Call = ({ name, phone }: { name: string; phone: string }) => (
  <a
    className={buttonClass({ size: 'inline' })}
    href={`tel:${phone.replace(/[^+\d]/g, '')}`}
    aria-label={`Ring ${name}`}
  >
    {phone}
  </a>
);

const byName = (a: { body: { name: string } }, b: { body: { name: string } }): number =>
  a.body.name.localeCompare(b.body.name, 'en-GB');
