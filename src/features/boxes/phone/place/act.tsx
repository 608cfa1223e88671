import { Link, useParams } from 'react-router';
import { say } from '#db/person.ts';
import { handOver } from '#domain/stock/acts.ts';
import { placeName } from '#domain/stock/places.ts';
import { move, occasionAt } from '#features/boxes/actions.ts';
import { placeAddress, placesOf } from '#features/boxes/places.ts';
import { choosable, shelvesIn } from '#features/boxes/stock.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { type At, AtPlace } from './at-place.tsx';
import { Build } from './build.tsx';
import { LinesForm } from './lines-form.tsx';
import { Missing } from './missing.tsx';
import { EditPlace } from './place-form.tsx';
import { Receive } from './receive.tsx';

/** What can be done in a place besides counting, each on a page of its own. */
export function Act() {
  const { act = '', place = '' } = useParams();
  return <AtPlace title="Boxes">{(at) => <Form key={`${act} ${place}`} act={act} at={at} />}</AtPlace>;
}

function Form({ act, at }: { act: string; at: At }) {
  if (act === 'receive') return <Receive {...at} />;
  if (act === 'load') return <Load {...at} />;
  if (act === 'build' || act === 'apart') return <Build key={act} {...at} apart={act === 'apart'} />;
  if (act === 'missing') return <Missing {...at} />;
  if (act === 'gone') return <Gone {...at} />;
  if (act === 'right') return <PutRight {...at} />;
  if (act === 'pass') return <Pass {...at} />;
  if (act === 'edit') return <EditPlace {...at} />;
  return (
    <PhonePage title={at.place.name} back={(parts) => <Link to={placeAddress(at.place.id)} {...parts} />}>
      <Empty icon="box" title="There is nothing like that here">
        Go back to the place.
      </Empty>
    </PhonePage>
  );
}

/** What lies there first; what does not, by the records, behind a fold. */
function setsAt({ stock, place }: At) {
  const there = new Set(
    shelvesIn(stock, place.id)
      .filter(({ balance }) => balance > 0)
      .map(({ set }) => set),
  );
  const all = choosable(stock, place.id);
  return { sets: all.filter(({ id }) => there.has(id)), others: all.filter(({ id }) => !there.has(id)) };
}

const occasion = ({ stock }: At) => ({ partner: stock.partner, session: null });

function Load(at: At) {
  const { stock, place } = at;
  const others = placesOf(stock).filter(({ id, closed }) => id !== place.id && !closed);
  if (others.length === 0)
    return (
      <PhonePage title="Load" subtitle={place.name} back={(parts) => <Link to={placeAddress(place.id)} {...parts} />}>
        <Empty icon="box" title="There is no other place yet" action={<Link to="/boxes/new">Add a place</Link>}>
          A van, a bag, a worker or a park can hold boxes too.
        </Empty>
      </PhonePage>
    );
  return (
    <LinesForm
      at={at}
      spec={{
        act: 'load',
        title: 'Load',
        ...setsAt(at),
        other: {
          legend: 'Where to?',
          options: others.map(({ id, name }) => ({ value: id, label: name })),
          missing: 'Choose where it goes.',
          areNames: true,
        },
        submit: 'Load',
        words: (what, to) => `Loaded to ${placeName(stock, to)}: ${what}`,
        save: (amounts, to) =>
          move(
            occasion(at),
            amounts.map((amount) => ({ kind: 'loaded', ...amount, from: place.id, to })),
          ),
      }}
    />
  );
}

function Gone(at: At) {
  return (
    <LinesForm
      at={at}
      spec={{
        act: 'gone',
        title: 'Damaged or lost',
        ...setsAt(at),
        other: {
          legend: 'What became of it?',
          options: [
            { value: 'damaged', label: 'Damaged' },
            { value: 'lost', label: 'Lost' },
          ],
          missing: 'Say whether it is damaged or lost.',
        },
        reason: { label: 'How?', hint: 'Without names' },
        submit: 'Save',
        words: (what, kind) => `${kind === 'lost' ? 'Lost' : 'Damaged'}: ${what}`,
        save: (amounts, kind, reason) =>
          move(
            occasion(at),
            amounts.map((amount) => ({
              kind: kind === 'lost' ? 'lost' : 'damaged',
              ...amount,
              from: at.place.id,
              reason: reason || undefined,
            })),
          ),
      }}
    />
  );
}

function PutRight(at: At) {
  return (
    <LinesForm
      at={at}
      spec={{
        act: 'right',
        title: 'Put right',
        ...setsAt(at),
        other: {
          legend: 'What is wrong with the records?',
          options: [
            { value: 'more', label: 'More is here' },
            { value: 'fewer', label: 'Less is here' },
          ],
          missing: 'Say whether more or less is here than the records say.',
        },
        reason: { label: 'Why?', hint: 'Such as: written down twice', missing: 'Say why, in a few words.' },
        submit: 'Put right',
        words: (what, way) => `Put right, ${way === 'more' ? 'more' : 'fewer'}: ${what}`,
        save: (amounts, way, reason) =>
          move(
            occasion(at),
            amounts.map((amount) => ({
              kind: 'adjusted',
              ...amount,
              ...(way === 'more' ? { to: at.place.id } : { from: at.place.id }),
              reason,
            })),
          ),
      }}
    />
  );
}

function Pass(at: At) {
  const { stock, place } = at;
  const partners = stock.setup.partners.filter(({ id, body }) => id !== stock.partner && body.status !== 'closed');
  if (partners.length === 0)
    return (
      <PhonePage
        title="Pass on"
        subtitle={place.name}
        back={(parts) => <Link to={placeAddress(place.id)} {...parts} />}
      >
        <Empty icon="people" title="There is no other partner yet">
          Your coordinator adds the partners at the desk. Then boxes can be passed to them.
        </Empty>
      </PhonePage>
    );
  return (
    <LinesForm
      at={at}
      spec={{
        act: 'pass',
        title: 'Pass on',
        ...setsAt(at),
        other: {
          legend: 'Who gets it?',
          options: partners.map(({ id, body }) => ({ value: id, label: String(body.name) })),
          missing: 'Choose which partner gets it.',
          areNames: true,
        },
        reason: { label: 'Why?', hint: 'Without names' },
        submit: 'Pass it on',
        words: (what, to) => `Passed to ${partners.find(({ id }) => id === to)?.body.name}: ${what}`,
        save: (amounts, to, reason) =>
          say(handOver(occasionAt(stock.partner), amounts, { from: place.id, receiver: to, reason })),
      }}
    />
  );
}
