import { useState } from 'react';
import { newId } from '#db/person.ts';
import type { Saying } from '#db/save.ts';
import { byName, isClosed, useDesk } from '#desk/desk.ts';
import { atOnce, build, handOver, load, partsFor, receive } from '#domain/stock/acts.ts';
import { openPlaces, placeName, setName } from '#domain/stock/places.ts';
import { isBox, partsIn, versionOf } from '#domain/stock/sets.ts';
import { shelfKey, storeOf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { NumberField, SelectField, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import {
  faultInNumber,
  faultInPartner,
  firstPartner,
  numberIn,
  PartnerField,
  PlaceField,
  SetField,
  useFaults,
} from './fields.tsx';
import { amountWords, openSets } from './words.ts';

/** Stock that comes in, moves, is built into boxes or goes to another partner: one form, asked in four ways. */

export type Move = 'receive' | 'load' | 'build' | 'hand over';

const titles: Record<Move, string> = {
  receive: 'What came in',
  load: 'Load or move',
  build: 'Build boxes',
  'hand over': 'Hand to a partner',
};

export type Done = { readonly words: string; readonly saying: readonly Saying[] };

type MoveSheetProps = {
  readonly view: StockView;
  /** Undefined: shut. */
  readonly move: Move | undefined;
  readonly partner: string;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
};

export function MoveSheet({ move, onClose, ...rest }: MoveSheetProps) {
  return (
    <Sheet open={move !== undefined} title={move && titles[move]} onClose={onClose}>
      {move && <MoveForm key={move} {...rest} move={move} />}
    </Sheet>
  );
}

type Typed = {
  readonly partner: string;
  readonly set: string;
  readonly n: string;
  readonly from: string;
  readonly to: string;
  readonly receiver: string;
  readonly reason: string;
};

type MoveFormProps = Omit<MoveSheetProps, 'move' | 'onClose'> & { readonly move: Move };

function MoveForm({ view, move, partner: first, onDone }: MoveFormProps) {
  const desk = useDesk();
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Typed>(() => emptyFor(view, move, firstPartner(view, first)));
  const { faults, setFaults, errorOf } = useFaults();
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });

  const save = useOnce(async () => {
    const done = doneOf(view, move, id, typed);
    const problem = await desk.save(titles[move], done.saying);
    setTrouble(problem);
    if (problem === null) onDone(done);
  });

  function submit() {
    const found = faultsIn(view, move, typed);
    setFaults(found);
    if (found.length === 0) void save();
  }

  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      <PartnerField
        view={view}
        label={move === 'hand over' ? 'From' : 'Whose'}
        value={typed.partner}
        error={errorOf('whose')}
        onChange={(partner) => setTyped({ ...emptyFor(view, move, partner), set: typed.set, n: typed.n })}
      />
      <SetField
        id="move-set"
        label={move === 'build' ? 'Which box' : 'What'}
        sets={openSets(view).filter(({ body }) => move !== 'build' || (isBox(body) && partsIn(body).length > 0))}
        value={typed.set}
        error={errorOf('move-set')}
        onChange={(set) => change({ set })}
      />
      <NumberField
        id="move-n"
        label="How many"
        value={typed.n}
        error={errorOf('move-n')}
        onChange={(event) => change({ n: event.target.value })}
      />
      {typed.partner !== '' && <Places view={view} move={move} typed={typed} change={change} errorOf={errorOf} />}
      <Lacking view={view} move={move} typed={typed} />
      {move !== 'build' && (
        <TextField
          label={move === 'receive' ? 'Where from' : 'Why'}
          optional="(optional)"
          value={typed.reason}
          maxLength={200}
          onChange={(event) => change({ reason: event.target.value })}
        />
      )}
      <Button kind="primary" wide type="submit">
        {move === 'hand over' ? 'Hand it over' : 'Save'}
      </Button>
    </Form>
  );
}

type PlacesProps = Pick<MoveFormProps, 'view' | 'move'> & {
  readonly typed: Typed;
  readonly change: (changed: Partial<Typed>) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
};

function Places({ view, move, typed: { partner, from, to, receiver }, change, errorOf }: PlacesProps) {
  const others = (useDesk().useSetUp('partner').records ?? [])
    .filter((each) => each.id !== partner && !isClosed(each))
    .sort(byName);
  const places = openPlaces(view, partner);
  const isFrom = move === 'load' || move === 'hand over';
  const isTo = move !== 'hand over';
  return (
    <>
      {isFrom && (
        <PlaceField label="From where" places={places} value={from} onChange={(place) => change({ from: place })} />
      )}
      {isTo && (
        <PlaceField
          id="move-to"
          label={move === 'build' ? 'Where' : 'Into'}
          places={places}
          value={to}
          error={errorOf('move-to')}
          onChange={(place) => change({ to: place })}
        />
      )}
      {move === 'hand over' && (
        <SelectField
          id="move-receiver"
          label="To"
          hint="It arrives in their store, and their phones show it."
          value={receiver}
          error={errorOf('move-receiver')}
          onChange={(event) => change({ receiver: event.target.value })}
        >
          <option value="">Choose</option>
          {others.map(({ id, body }) => (
            <option key={id} value={id}>
              {String(body.name)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

/** What would go below nought: said, never refused. */
function Lacking({ view, move, typed }: Pick<PlacesProps, 'view' | 'move' | 'typed'>) {
  const n = numberIn(typed.n);
  const box = view.sets.find(({ id }) => id === typed.set);
  if (move === 'receive' || typeof n === 'string' || !box) return null;
  const place = move === 'build' ? typed.to : typed.from;
  const taken = move === 'build' ? partsFor(partsIn(box.body), n) : [{ set: typed.set, n }];
  const short = taken
    .map((part) => ({ set: part.set, n: part.n - thereIn(view, typed.partner, place, part.set) }))
    .filter((part) => part.n > 0);
  if (short.length === 0) return null;
  return (
    <Remark>
      {placeName(view, place)} is short of {short.map((part) => amountWords(view, part)).join(', ')}. You can save it:
      the number goes below nought until somebody counts.
    </Remark>
  );
}

const thereIn = ({ shelves }: StockView, partner: string, place: string, set: string): number =>
  shelves.find((shelf) => shelfKey(shelf.partner, shelf.place, shelf.set) === shelfKey(partner, place, set))?.balance ??
  0;

function emptyFor(view: StockView, move: Move, partner: string): Typed {
  const places = openPlaces(view, partner);
  const store = places[0]?.id ?? storeOf(partner);
  const to = move === 'load' ? (places[1]?.id ?? store) : store;
  return { partner, set: '', n: '', from: store, to, receiver: '', reason: '' };
}

function faultsIn(view: StockView, move: Move, { partner, set, n, from, to, receiver }: Typed): FieldFault[] {
  const alone = openPlaces(view, partner).length < 2;
  return [
    ...faultInPartner(partner),
    ...(set === '' ? [{ fieldId: 'move-set', message: 'Choose what it is.' }] : []),
    ...faultInNumber('move-n', n),
    ...(move === 'load' && partner !== '' && from === to
      ? [
          {
            fieldId: 'move-to',
            message: alone ? 'There is one place only: add another in Set-up, Boxes.' : 'Choose another place.',
          },
        ]
      : []),
    ...(move === 'hand over' && receiver === '' ? [{ fieldId: 'move-receiver', message: 'Choose who gets it.' }] : []),
  ];
}

/** What the form says, once nothing is wrong with it. */
function doneOf(view: StockView, move: Move, id: string, typed: Typed): Done {
  const n = Number(numberIn(typed.n));
  const { partner, set, from, to, receiver, reason } = typed;
  const said = { set, n };
  const occasion = atOnce(partner, Date.now(), () => id);
  const what = amountWords(view, said);
  const place = (of: string) => placeName(view, of);
  if (move === 'receive')
    return { words: `${what} into ${place(typed.to)}`, saying: receive(occasion, [said], { to, reason }) };
  if (move === 'load')
    return {
      words: `${what} from ${place(typed.from)} to ${place(typed.to)}`,
      saying: load(occasion, [said], { from, to, reason }),
    };
  if (move === 'hand over')
    return { words: `${what} handed over`, saying: handOver(occasion, [said], { from, receiver, reason }) };
  const box = view.sets.find((each) => each.id === set);
  if (!box) throw new Error('a box that is not known was chosen');
  const inOne = partsIn(box.body);
  return {
    words: `${n} × ${setName(view, box.id)} built`,
    saying: build(occasion, { ...said, place: to, inOne, parts: partsFor(inOne, n), version: versionOf(box.body) }),
  };
}
