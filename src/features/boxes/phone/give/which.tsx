import { useId, useLayoutEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { giveOut as giveOutBox, type Occasion } from '#domain/stock/acts.ts';
import type { Movement } from '#domain/stock/stock.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf } from '#features/boxes/forms/ids.ts';
import styles from '#features/boxes/phone/boxes.module.css';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { giveAddress, type Outing } from '#features/boxes/phone/outing.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { BoxForm } from './box-form.tsx';
import { footWords, given, giveWords } from './foot-words.ts';
import { FromPlace } from './from.tsx';
import {
  type Choice as Chosen,
  type GiveFields,
  type Giving,
  givenBefore,
  givenIn,
  givingsOf,
  nothingGiven,
  problemWithLabel,
  type Recipients,
  type Setting,
} from './giving.ts';
import { LabelCard } from './label-card.tsx';
import { keepReceipt } from './receipt.ts';
import { RecipientLines } from './recipients.tsx';
import { focusTitle, ToWho, useSpend } from './steps.tsx';

/** Which box, and whether all is in it. What is suggested stands until somebody says otherwise. */
export function WhichBox({ outing }: { outing: Outing }) {
  const [parameters] = useSearchParams();
  const who = parameters.get('person') ?? '';
  const preset = parameters.get('set') ?? undefined;
  const label = parameters.get('label') ?? undefined;
  const key = [outing.session?.id ?? outing.day, who, preset, label].join(' ');
  const people = who === 'unnamed' ? [] : who.split(',');
  const setting: Setting = { stock: outing.stock, place: outing.place.id, day: outing.day, preset };
  const meant = (values: GiveFields) => (values.key === key ? values : nothingGiven(key));
  const done = useGivenOut(outing);
  const form = useForm<GiveFields>({
    name: 'give',
    now: nothingGiven(key),
    save: (values, { id }) => giveOut(outing, setting, people, label, meant(values), idsOf(id)),
    onSaved: done,
  });
  if (!form) return <PhonePage title="Give out a box" subtitle={outing.title} loading />;
  const fields = meant(form.values);
  return (
    <WhichForm
      key={who}
      outing={outing}
      setting={setting}
      people={people}
      known={{ person: who, set: preset, label }}
      fields={fields}
      afresh={isAnother(form.values, key)}
      trouble={form.trouble}
      onChange={(changed) => form.change({ ...fields, ...changed })}
      onGive={form.submit}
      onLeave={form.drop}
    />
  );
}

type WhichProps = {
  readonly outing: Outing;
  readonly setting: Setting;
  readonly people: readonly string[];
  /** What the address says. */
  readonly known: { readonly person: string; readonly set: string | undefined; readonly label: string | undefined };
  readonly fields: GiveFields;
  /** A form for somebody else was left half filled. */
  readonly afresh: boolean;
  readonly trouble: string | null;
  readonly onChange: (changed: Partial<GiveFields>) => void;
  readonly onGive: () => Promise<void>;
  /** The draft goes. */
  readonly onLeave: () => Promise<void>;
};

function WhichForm({ outing, setting, people, known, fields, afresh, trouble, onChange, onGive, onLeave }: WhichProps) {
  const { stock, session, place, day } = outing;
  const { person, set: preset, label } = known;
  const all = givingsOf(setting, people, fields);
  const waits = problemWith(all) ?? (labelledBefore(stock, label, all) ? 'This very box was given out already' : null);
  const reason = useId();
  useLayoutEffect(focusTitle, []); // the draft was read first
  const back = giveAddress(session, { set: preset, label, ...(people.length > 1 && { family: person }) });
  return (
    <PhonePage
      title="Give out a box"
      subtitle={outing.title}
      back={(parts) => <ToWho to={back} onLeave={() => void onLeave()} {...parts} />}
      bottom={
        <Foot>
          <Button
            kind="primary"
            wide
            notPossible={waits !== null}
            aria-describedby={waits === null ? undefined : reason}
            onClick={() => void (waits === null && onGive())}
          >
            {giveWords(all)}
          </Button>
          {waits === null ? <FootLine words={footWords(stock, all, day)} /> : <span id={reason}>{waits}</span>}
        </Foot>
      }
    >
      <Stack>
        <NotSaved trouble={trouble} />
        {afresh && <Remark>What you started before was for another. This begins again.</Remark>}
        <RecipientLines stock={stock} people={people} day={day} change={back} />
        {label !== undefined && (
          <LabelCard
            outing={outing}
            label={label}
            before={labelledBefore(stock, label, all)}
            unlabelled={problemWithLabel(stock, label, all)}
            without={giveAddress(session, { person, set: preset })}
          />
        )}
        {people.length === 0 && (
          <Tick label="It is for a family" checked={fields.family} onChange={(family) => onChange({ family })} />
        )}
        {people.length > 1 && <EachOrBetween fields={fields} onChange={onChange} />}
        {all.map((giving) => (
          <BoxForm
            key={giving.recipients.key}
            setting={setting}
            giving={giving}
            titled={all.length > 1}
            onChange={(changed) => onChange({ choices: chosen(fields, giving.recipients, changed) })}
          />
        ))}
        <FromPlace stock={stock} place={place} />
      </Stack>
    </PhonePage>
  );
}

/** Saves what the form says, and keeps the thank-you that goes with it. */
async function giveOut(
  { stock, session }: Outing,
  setting: Setting,
  people: readonly string[],
  label: string | undefined,
  fields: GiveFields,
  newId: Occasion['newId'],
): Promise<string | null> {
  const all = givingsOf(setting, people, fields);
  const isFamily = (people.length > 1 && !fields.between) || (people.length === 0 && fields.family);
  const family = isFamily ? newId('family') : undefined;
  const kept = label !== undefined && problemWithLabel(stock, label, all) === null ? label : undefined;
  const moves = all.map((each) => givenIn(setting, each, { id: newId(each.recipients.key), family, label: kept }));
  const occasion = occasionAt(stock.partner, session, newId);
  const problem = await sayMoves(
    given(stock, all, moves),
    moves.map((each) => giveOutBox(occasion, each)),
  );
  if (problem === null) keepReceipt(stock, session, moves);
  return problem;
}

/** What was done, and on to the next. */
function useGivenOut({ session }: Outing): () => void {
  const navigate = useNavigate();
  const { state } = useLocation();
  const spend = useSpend();
  return () => {
    spend();
    navigate(giveAddress(session, { given: '1' }), { replace: true, state });
  };
}

/** Where this very box went before, unless the label is not kept with what was chosen. */
const labelledBefore = (stock: Stock, label: string | undefined, all: readonly Giving[]): Movement | undefined =>
  label === undefined || problemWithLabel(stock, label, all) !== null ? undefined : givenBefore(stock, label);

/** Whether a form was left that was for another: it is not carried on, and whoever filled it in is told. */
const isAnother = (kept: GiveFields, key: string): boolean =>
  kept.key !== key && (kept.between || kept.family || Object.keys(kept.choices).length > 0);

/** Which number it is; that it can be undone stays in one piece. */
function FootLine({ words }: { words: string }) {
  if (words === '') return <span>You can undo this</span>;
  return (
    <span>
      {words} · <span className={styles.whole}>you can undo this</span>
    </span>
  );
}

function chosen({ choices }: GiveFields, { key }: Recipients, changed: Chosen): GiveFields['choices'] {
  return { ...choices, [key]: { ...choices[key], ...changed } };
}

function problemWith(all: readonly Giving[]): string | null {
  if (all.some(({ set }) => set === undefined)) return all.length > 1 ? 'Choose a set for each' : 'Choose a set first';
  const isUnclear = ({ n, parts }: Giving) => typeof n === 'string' || parts.some(({ fault }) => fault !== undefined);
  return all.some(isUnclear) ? 'Look at the number again' : null;
}

function EachOrBetween({ fields, onChange }: { fields: GiveFields; onChange: (changed: Partial<GiveFields>) => void }) {
  return (
    <Choice
      legend="How many boxes?"
      tile="9rem"
      options={[
        { value: 'each', label: 'One box each' },
        { value: 'between', label: 'One box between them' },
      ]}
      value={fields.between ? 'between' : 'each'}
      onChange={(how) => onChange({ between: how === 'between' })}
    />
  );
}
