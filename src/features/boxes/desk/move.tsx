import { useRef } from 'react';
import { byName, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { firstPartner, PartnerField } from '#desk/partner.tsx';
import { isClosed } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import { atOnce, build, handOver, load, type Occasion, receive } from '#domain/stock/acts.ts';
import { openPlaces, placeName, setName } from '#domain/stock/places.ts';
import { isBox } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { partnerFault } from '#features/boxes/faults.ts';
import { readAmounts } from '#features/boxes/forms/amounts.tsx';
import { asBuilt, BoxesBody, type BoxesFields, useBoxes } from '#features/boxes/forms/boxes.tsx';
import { type LinesAsked, LinesBody, type LinesFields, useLines } from '#features/boxes/forms/lines.tsx';
import { TooFew } from '#features/boxes/forms/too-few.tsx';
import { shelfOf } from '#features/boxes/stock.ts';
import { Form, type FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Remark } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PlaceField } from './fields.tsx';
import { groundOf } from './ground.ts';
import { amountWords } from './words.ts';

/** Stock that comes in, moves, is built into boxes or goes to another partner: the forms of the phone, in a sheet. */

export type Move = 'receive' | 'load' | 'build' | 'hand over';

const titles: Record<Move, string> = {
  receive: 'What came in',
  load: 'Load or move',
  build: 'Build boxes',
  'hand over': 'Hand to a partner',
};

export type Moved = { readonly words: string; readonly saying: readonly Saying[] };

type MoveSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. */
  readonly move: Move | undefined;
  readonly partner: string;
  readonly onClose: () => void;
  readonly onDone: (done: Moved) => void;
};

export function MoveSheet({ move, onClose, ...rest }: MoveSheetProps) {
  return (
    <Sheet open={move !== undefined} title={move && titles[move]} onClose={onClose}>
      {move === 'build' && <BuildForm {...rest} />}
      {move && move !== 'build' && <LinesForm key={move} {...rest} move={move} />}
    </Sheet>
  );
}

type OneProps = Pick<MoveSheetProps, 'view' | 'partner' | 'onDone'>;
type Fields = { readonly partner: string; readonly place: string };

/** The first place stands until another is chosen. */
const placeIn = (view: StockView, { partner, place }: Fields): string =>
  place || (openPlaces(view, partner)[0]?.id ?? '');

const judgeWhose =
  (view: StockView) =>
  ({ partner, place }: Fields) => ({
    partner: partnerFault(partner),
    // It may be closed by now.
    place:
      place === '' || openPlaces(view, partner).some(({ id }) => id === place) ? undefined : 'Choose the place again.',
  });

/** Saves what a form says, and hands on what was done once it is saved. */
function useDone(title: string, onDone: (done: Moved) => void) {
  const desk = useDesk();
  const done = useRef<Moved | null>(null);
  return {
    save: (words: string, saying: readonly Saying[]): Promise<string | null> => {
      done.current = { words, saying };
      return desk.save(title, saying);
    },
    onSaved: () => done.current && onDone(done.current),
  };
}

type LinesMove = Exclude<Move, 'build'>;

function LinesForm({ view, move, partner: first, onDone }: OneProps & { readonly move: LinesMove }) {
  const partners = useDesk().useSetUp('partner').records ?? [];
  const { save, onSaved } = useDone(titles[move], onDone);
  const at = (values: LinesFields) => {
    const place = placeIn(view, values);
    return {
      ground: groundOf(view, values.partner),
      place,
      asked: askedFor(view, move, values.partner, place, partners),
    };
  };
  const form = useLines({
    name: `desk ${move}`,
    now: { partner: firstPartner(view, first) },
    at,
    judge: judgeWhose(view),
    save: (amounts, values, { again }) => {
      const place = placeIn(view, values);
      const said = again([amounts, values, place], (nowMs, newId) =>
        saidFor(move, atOnce(values.partner, nowMs, newId), amounts, { ...values, place }),
      );
      return save(wordsFor(view, move, amounts, place, values.choice), said);
    },
    onSaved,
  });
  if (!form) return null;
  const { values } = form;
  const where = at(values);
  return (
    <Form form={form} words={{}}>
      <Whose view={view} form={form} label={move === 'hand over' ? 'From' : 'Whose'} place={placeLabels[move]} />
      {values.partner !== '' && (
        <>
          <LinesBody form={form} {...where} />
          {move === 'hand over' && <Remark>It arrives in their store, and their phones show it.</Remark>}
          {move !== 'receive' && <TooFew {...where} amounts={readAmounts(values, view).amounts} />}
        </>
      )}
      <Button kind="primary" wide type="submit">
        {move === 'hand over' ? 'Hand it over' : 'Save'}
      </Button>
    </Form>
  );
}

const placeLabels: Record<Move, string> = {
  receive: 'Into',
  load: 'From where',
  build: 'Where',
  'hand over': 'From where',
};

type WhoseProps<T extends Fields & { readonly choice?: string }> = {
  readonly view: StockView;
  readonly form: FormState<T>;
  readonly label: string;
  readonly place: string;
};

/** Whose it is and where, which a phone knows by the page it stands on. */
function Whose<T extends Fields & { readonly choice?: string }>({ view, form, label, place }: WhoseProps<T>) {
  const { values } = form;
  const change = (changed: Partial<Fields & { choice: string }>) => form.change(changed as Partial<T>); // fields of every T
  return (
    <>
      <PartnerField
        {...form.text('partner')}
        view={view}
        label={label}
        onChange={(partner) => change({ partner, place: '', choice: '' })}
      />
      {values.partner !== '' && (
        <PlaceField
          {...form.text('place')}
          label={place}
          places={openPlaces(view, values.partner)}
          value={placeIn(view, values)}
          onChange={(chosen) => change({ place: chosen })}
        />
      )}
    </>
  );
}

function askedFor(
  view: StockView,
  move: LinesMove,
  partner: string,
  place: string,
  partners: readonly SetUpRecord[],
): LinesAsked {
  if (move === 'receive') return { reason: { label: 'Where from' } };
  if (move === 'load') {
    const others = openPlaces(view, partner).filter(({ id }) => id !== place);
    return {
      choice: {
        legend: 'Where to?',
        options: others.map(({ id, name }) => ({ value: id, label: name })),
        missing:
          others.length === 0 ? 'There is one place only: add another in Set-up, Boxes.' : 'Choose where it goes.',
        areNames: true,
      },
      reason: { label: 'Why?' },
    };
  }
  const others = partners.filter((each) => each.id !== partner && !isClosed(each)).sort(byName);
  return {
    choice: {
      legend: 'Who gets it?',
      options: others.map(({ id, body }) => ({ value: id, label: body.name })),
      missing: 'Choose who gets it.',
      areNames: true,
    },
    reason: { label: 'Why?' },
  };
}

function saidFor(move: LinesMove, occasion: Occasion, amounts: readonly Amount[], values: LinesFields): Saying[] {
  const { place, choice, reason } = values;
  if (move === 'receive') return receive(occasion, amounts, { to: place, reason });
  if (move === 'load') return load(occasion, amounts, { from: place, to: choice, reason });
  return handOver(occasion, amounts, { from: place, receiver: choice, reason });
}

function wordsFor(view: StockView, move: LinesMove, amounts: readonly Amount[], place: string, choice: string): string {
  const what = amounts.map((amount) => amountWords(view, amount)).join(', ');
  if (move === 'receive') return `${what} into ${placeName(view, place)}`;
  if (move === 'load') return `${what} from ${placeName(view, place)} to ${placeName(view, choice)}`;
  return `${what} handed over`;
}

function BuildForm({ view, partner: first, onDone }: OneProps) {
  const { save, onSaved } = useDone(titles.build, onDone);
  const contents = ({ set }: BoxesFields) => asBuilt(view, set);
  const found = useBoxes({
    name: 'desk build',
    now: { partner: firstPartner(view, first) },
    ground: ({ partner }) => groundOf(view, partner),
    contents,
    none: 'A box is made of at least one part.',
    judge: judgeWhose(view),
    save: (boxes, values, { again }) => {
      const place = placeIn(view, values);
      const said = again([boxes, values.partner, place], (nowMs, newId) =>
        build(atOnce(values.partner, nowMs, newId), { ...boxes, place }),
      );
      return save(`${boxes.n} × ${setName(view, boxes.set)} built`, said);
    },
    onSaved,
  });
  if (!found) return null;
  const { form, boxes } = found;
  const { partner, set } = form.values;
  const [ground, place] = [groundOf(view, partner), placeIn(view, form.values)];
  return (
    <Form form={form} words={{}}>
      <Whose view={view} form={form} label="Whose" place={placeLabels.build} />
      {partner !== '' && (
        <BoxesBody
          form={form}
          ground={ground}
          place={place}
          contents={contents(form.values)}
          isMeant={({ body }) => isBox(body)}
          words={{ which: 'Which box?', parts: 'What goes in' }}
          hint={(part) => `${shelfOf(ground, place, part).balance} here`}
        />
      )}
      {set !== '' && <TooFew ground={ground} place={place} amounts={boxes.parts} />}
      <Button kind="primary" wide type="submit">
        Build
      </Button>
    </Form>
  );
}
