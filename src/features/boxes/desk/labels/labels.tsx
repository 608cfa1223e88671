import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { partnerName } from '#desk/partner.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { patch } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { StockPlace } from '#domain/stock/places.ts';
import { type Label, labelWords } from '#domain/stock/sets.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { faultInNumber, numberIn, SetField } from '#features/boxes/desk/fields.tsx';
import { openSets } from '#features/boxes/desk/words.ts';
import { freshCode } from '#features/boxes/forms/place.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { NumberField } from '#ui/field.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './labels.module.css';
import { LabelSheets, type PrintedLabel, perSheet } from './labels-sheet.tsx';

/** Labels for boxes and places, on sheets of 24: a square to scan, and the same code in large letters. */
export function Labels() {
  const stock = useDesk().useView(stockOfDesk);
  const [of, setOf] = useSearchField('of');
  const what = of === 'places' ? 'places' : 'boxes';
  return (
    <Screen
      title="Labels"
      back={{ to: '/desk/boxes', label: 'Boxes' }}
      end={
        <Button kind="primary" size="inline" icon="print" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <div className={styles.labels}>
        <AnswerState answer={stock} what="the sets" />
        <div className={styles.asked}>
          <Choice
            legend="Labels for"
            tile="10rem"
            options={[
              { value: 'boxes', label: 'Boxes', hint: 'Numbered, one for each' },
              { value: 'places', label: 'Places', hint: 'The store, vans and bags' },
            ]}
            value={what}
            onChange={(next) => setOf(next === 'places' ? next : '')}
          />
        </div>
        {stock.value && (what === 'places' ? <PlaceLabels view={stock.value} /> : <BoxLabels view={stock.value} />)}
      </div>
    </Screen>
  );
}

/** More at once are more sheets than anybody sticks on. */
const mostLabels = 480;

function BoxLabels({ view }: { view: StockView }) {
  const [id, setId] = useSearchField('set');
  const [typed, setTyped] = useState({ many: String(perSheet), first: '1', skip: '0' });
  const set = view.sets.find((each) => each.id === id);
  const code = typeof set?.body.code === 'string' ? set.body.code : '';
  const [many, first, skip] = [numberIn(typed.many), numberIn(typed.first), numberIn(typed.skip, true)];
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    error: faultOf(name, typed[name]),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const right = typeof many === 'number' && typeof first === 'number' && typeof skip === 'number';
  const labels =
    set && code && right && many <= mostLabels && first + many <= 100_000 && skip < perSheet
      ? numbered({ code, serial: first }, many, set.body.name, set.body.icon)
      : [];
  return (
    <>
      <div className={styles.asked}>
        <SetField label="Which set" sets={openSets(view)} value={id} onChange={setId} />
        <div className={styles.numbers}>
          <NumberField label="How many" {...field('many')} />
          <NumberField label="First number" {...field('first')} />
          <NumberField label="Labels gone from the sheet" {...field('skip')} />
        </div>
        {set && !code && <GiveCode view={view} set={set.id} name={set.body.name} />}
      </div>
      {labels.length > 0 && typeof skip === 'number' ? (
        <LabelSheets labels={labels} skip={skip} />
      ) : (
        <Empty icon="print" title="Nothing to print yet">
          Choose a set and how many labels it needs.
        </Empty>
      )}
    </>
  );
}

function faultOf(name: 'many' | 'first' | 'skip', typed: string): string | undefined {
  const n = numberIn(typed, name === 'skip');
  if (typeof n === 'string') return faultInNumber(name, typed, name === 'skip')[0]?.message;
  if (name === 'many' && n > mostLabels) return `At most ${mostLabels} at once.`;
  if (name === 'skip' && n >= perSheet) return `A sheet has ${perSheet}.`;
  return undefined;
}

const numbered = ({ code, serial }: Label, many: number, name: string, icon: unknown): PrintedLabel[] =>
  Array.from({ length: many }, (_, at) => {
    const label = { code, serial: (serial ?? 1) + at };
    return { key: labelWords(label), label, name, icon };
  });

/** A set from before there were codes gets one here. */
function GiveCode({ view, set, name }: { view: StockView; set: string; name: string }) {
  const desk = useDesk();
  const [code] = useState(() => freshCode(view));
  const [trouble, setTrouble] = useState<string | null>(null);
  const give = useOnce(async () =>
    setTrouble(await desk.save('The code', [patch('set', set, programmeScope, { code })])),
  );
  return (
    <>
      <NotSaved trouble={trouble} />
      <Remark>{name} has no code yet.</Remark>
      <p>
        <Button onClick={() => void give()}>Give it the code {code}</Button>
      </p>
    </>
  );
}

function PlaceLabels({ view }: { view: StockView }) {
  const places = view.places.filter(({ code, closed }) => code !== '' && !closed);
  const keyOf = ({ partner, id }: StockPlace) => `${partner}|${id}`;
  const [chosen, setChosen] = useState<readonly string[]>(() => places.map(keyOf));
  const labels = places
    .filter((place) => chosen.includes(keyOf(place)))
    .map(
      (place): PrintedLabel => ({
        key: keyOf(place),
        label: { code: place.code, serial: null },
        name: place.name,
        under: partnerName(view, place.partner),
        icon: place.kind === 'van' || place.kind === 'bag' ? place.kind : 'store',
      }),
    );
  if (places.length === 0) {
    return (
      <Empty icon="print" title="No place has a code yet">
        Open a place in Set-up, Boxes and save it: it gets a code.
      </Empty>
    );
  }
  return (
    <>
      <div className={styles.asked}>
        <Ticks
          legend="Which places"
          tile="13rem"
          options={places.map((place) => ({
            value: keyOf(place),
            label: place.name,
            hint: view.partners.length > 1 ? partnerName(view, place.partner) : undefined,
          }))}
          values={chosen}
          onChange={setChosen}
        />
      </div>
      <LabelSheets labels={labels} skip={0} />
    </>
  );
}
