import { Link, useNavigate, useParams } from 'react-router';
import type { Saying } from '#domain/records/say.ts';
import type { Occasion } from '#domain/stock/acts.ts';
import { handOver, load, putRight, writeOff } from '#domain/stock/acts.ts';
import { placeName } from '#domain/stock/places.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { type LinesAsked, LinesBody, useLines } from '#features/boxes/forms/lines.tsx';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { openIn, placeAddress } from '#features/boxes/places.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { FormPage } from '#phone/form-page.tsx';
import type { IconName } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { type At, AtPlace } from './at-place.tsx';
import { Build } from './build.tsx';
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
  if (act === 'build' || act === 'apart') return <Build key={act} {...at} apart={act === 'apart'} />;
  if (act === 'missing') return <Missing {...at} />;
  if (act === 'edit') return <EditPlace {...at} />;
  const spec = specs[act]?.(at);
  return spec ? <Lines act={act} at={at} spec={spec} /> : <None title={at.place.name} at={at} none={nothing} />;
}

type Nothing = { readonly icon: IconName; readonly title: string; readonly words: string; readonly toAdd?: boolean };

/** What is done with several things of a place. */
type LinesSpec = LinesAsked & {
  readonly title: string;
  /** Where there is nothing to choose. */
  readonly none?: Nothing | undefined;
  readonly submit: string;
  /** What was done, for the bar: `4 cones, 1 football loaded to Blue van`. */
  readonly done: (what: string, choice: string) => string;
  readonly say: (occasion: Occasion, amounts: readonly Amount[], choice: string, reason: string) => Saying[];
};

const nothing: Nothing = { icon: 'box', title: 'There is nothing like that here', words: 'Go back to the place.' };

const specs: Readonly<Record<string, (at: At) => LinesSpec>> = {
  load: ({ stock, place }) => {
    const others = openIn(stock).filter(({ id }) => id !== place.id);
    const words = 'A van, a bag, a worker or a park can hold boxes too.';
    return {
      ...{ title: 'Load', submit: 'Load' },
      none: others.length === 0 ? { icon: 'box', title: 'There is no other place yet', words, toAdd: true } : undefined,
      choice: {
        legend: 'Where to?',
        options: others.map(({ id, name }) => ({ value: id, label: name })),
        missing: 'Choose where it goes.',
        areNames: true,
      },
      done: (what, to) => `Loaded to ${placeName(stock, to)}: ${what}`,
      say: (occasion, amounts, to) => load(occasion, amounts, { from: place.id, to }),
    };
  },
  gone: ({ place }) => ({
    ...{ title: 'Damaged or lost', submit: 'Save' },
    choice: {
      legend: 'What became of it?',
      options: [
        { value: 'damaged', label: 'Damaged' },
        { value: 'lost', label: 'Lost' },
      ],
      missing: 'Say whether it is damaged or lost.',
    },
    reason: { label: 'How?', hint: 'Without names' },
    done: (what, kind) => `${kind === 'lost' ? 'Lost' : 'Damaged'}: ${what}`,
    say: (occasion, amounts, kind, reason) =>
      writeOff(occasion, amounts, { kind: kind === 'lost' ? 'lost' : 'damaged', from: place.id, reason }),
  }),
  right: ({ place }) => ({
    ...{ title: 'Put right', submit: 'Put right' },
    choice: {
      legend: 'What is wrong with the records?',
      options: [
        { value: 'more', label: 'More is here' },
        { value: 'fewer', label: 'Fewer' },
      ],
      missing: 'Say whether more or less is here than the records say.',
    },
    reason: { label: 'Why?', hint: 'Such as: written down twice', missing: 'Say why, in a few words.' },
    done: (what, way) => `Put right, ${way === 'more' ? 'more' : 'fewer'}: ${what}`,
    say: (occasion, amounts, way, reason) =>
      putRight(occasion, amounts, { place: place.id, way: way === 'more' ? 'more' : 'fewer', reason }),
  }),
  pass: ({ stock, place }) => {
    const partners = stock.setup.partners.filter(({ id, body }) => id !== stock.partner && body.status !== 'closed');
    const names = new Map(partners.map(({ id, body }) => [id, body.name]));
    const words = 'Your coordinator adds the partners at the desk. Then boxes can be passed to them.';
    return {
      ...{ title: 'Pass on', submit: 'Pass it on' },
      none: partners.length === 0 ? { icon: 'people', title: 'There is no other partner yet', words } : undefined,
      choice: {
        legend: 'Who gets it?',
        options: [...names].map(([value, label]) => ({ value, label })),
        missing: 'Choose which partner gets it.',
        areNames: true,
      },
      reason: { label: 'Why?', hint: 'Without names' },
      done: (what, to) => `Passed to ${names.get(to)}: ${what}`,
      say: (occasion, amounts, receiver, reason) => handOver(occasion, amounts, { from: place.id, receiver, reason }),
    };
  },
};

function Lines({ act, at, spec }: { act: string; at: At; spec: LinesSpec }) {
  const { stock, place } = at;
  const navigate = useNavigate();
  const form = useLines({
    name: `${act} ${place.id}`,
    now: { partner: stock.partner, place: place.id },
    at: () => ({ ground: stock, place: place.id, asked: spec }),
    save: (amounts, { choice, reason }, { id }) => {
      const what = listed(amounts.map((amount) => amountInside(stock, amount)));
      return sayMoves(
        spec.done(what, choice),
        spec.say(occasionAt(stock.partner, null, idsOf(id)), amounts, choice, reason),
      );
    },
    onSaved: () => navigate(placeAddress(place.id), { replace: true }),
  });
  if (spec.none) return <None title={spec.title} at={at} none={spec.none} />;
  if (!form) return <PhonePage title={spec.title} loading />;
  return (
    <FormPage
      form={form}
      words={{}}
      title={spec.title}
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit={spec.submit}
    >
      <LinesBody form={form} ground={stock} place={place.id} asked={spec} />
    </FormPage>
  );
}

function None({ title, at: { place }, none }: { title: string; at: At; none: Nothing }) {
  return (
    <PhonePage title={title} subtitle={place.name} back={(parts) => <Link to={placeAddress(place.id)} {...parts} />}>
      <Empty icon={none.icon} title={none.title} action={none.toAdd && <Link to="/boxes/new">Add a place</Link>}>
        {none.words}
      </Empty>
    </PhonePage>
  );
}
