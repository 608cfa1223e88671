import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import { newId } from '#db/person.ts';
import type { Movement } from '#domain/stock.ts';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { broughtBack, move } from './actions.ts';
import { BoxForm } from './box-form.tsx';
import styles from './boxes.module.css';
import { footWords, given, giveWords } from './foot-words.ts';
import { FromPlace } from './from.tsx';
import {
  type Choice as Chosen,
  type Getting,
  type GiveFields,
  type Giving,
  gettings,
  givenBefore,
  givingOf,
  movingOf,
  nothingGiven,
  type Setting,
} from './giving.ts';
import { LabelCard } from './label-card.tsx';
import { doing } from './last-done.ts';
import { giveAddress, type Outing } from './outing.ts';
import { keepReceipt } from './receipt.ts';
import { Recipients } from './recipients.tsx';

/** Which box, and whether all is in it. What is suggested stands until somebody says otherwise. */
export function WhichBox({ outing }: { outing: Outing }) {
  const { stock, session, place, day } = outing;
  const [parameters] = useSearchParams();
  const who = parameters.get('person') ?? '';
  const label = parameters.get('label') ?? undefined;
  const people = who === 'unnamed' ? [] : who.split(',');
  const { fields: kept, change, done } = useDrafted<GiveFields>('give', nothingGiven(who));
  const navigate = useNavigate();
  const ids = useMinted(people.length);
  const fields = kept?.key === who ? kept : nothingGiven(who);
  const set = (changed: Partial<GiveFields>) => change({ ...fields, ...changed });
  const setting: Setting = { stock, place: place.id, day, preset: parameters.get('set') ?? undefined };
  const all = gettings(people, fields.between).map((each) => givingOf(setting, each, fields.choices[each.key]));
  const before = label === undefined ? undefined : givenBefore(stock, label);
  const waits = problemWith(all) ?? (before ? 'This very box was given out already' : null);

  const giveOut = useOnce(async () => {
    if (waits !== null) return;
    const isFamily = (people.length > 1 && !fields.between) || (people.length === 0 && fields.family);
    // A label is on one box.
    const isOne = all.length === 1 && all[0]?.n === 1;
    const family = isFamily ? ids.family : undefined;
    const moves = all.map((each, at) =>
      movingOf(setting, each, { id: ids.moves[at] ?? newId(), family, label: isOne ? label : undefined }),
    );
    const saved = await doing(given(stock, all, moves), () => move({ partner: stock.partner, session }, moves));
    if (!saved) return;
    keepReceipt(stock, session, moves);
    await done();
    navigate(giveAddress(session, { given: '1' }), { replace: true });
  });

  const cameBack = useOnce((box: Movement) =>
    doing(`${label} came back`, () => move({ partner: stock.partner, session }, broughtBack(stock, box, place.id))),
  );

  const back = giveAddress(session, { set: setting.preset, label });
  return (
    <PhonePage
      title="Give out a box"
      subtitle={outing.title}
      back={(parts) => <Link to={back} onClick={() => void done()} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide notPossible={waits !== null} onClick={() => void giveOut()}>
            {giveWords(all)}
          </Button>
          {waits ?? <FootLine words={footWords(stock, all, day)} />}
        </Foot>
      }
    >
      <Stack>
        <Recipients stock={stock} people={people} day={day} change={back} />
        {label !== undefined && (
          <LabelCard
            stock={stock}
            label={label}
            before={before}
            onBack={(box) => void cameBack(box)}
            without={giveAddress(session, { person: who, set: setting.preset })}
          />
        )}
        {people.length === 0 && (
          <Tick label="It is for a family" checked={fields.family} onChange={(family) => set({ family })} />
        )}
        {people.length > 1 && <EachOrBetween fields={fields} onChange={set} />}
        {all.map((giving) => (
          <BoxForm
            key={giving.getting.key}
            setting={setting}
            giving={giving}
            titled={all.length > 1}
            onChange={(changed) => set({ choices: chosen(fields, giving.getting, changed) })}
          />
        ))}
        <FromPlace stock={stock} place={place} />
      </Stack>
    </PhonePage>
  );
}

/** Which number it is; that it can be undone stays in one piece. */
function FootLine({ words }: { words: string }) {
  if (words === '') return <span>You can undo this</span>;
  return (
    <span>
      {words} · <span className={styles.whole}>you can undo this</span>
    </span>
  );
}

/** Ids made when the form opens. */
function useMinted(people: number): { readonly moves: readonly string[]; readonly family: string } {
  return useState(() => ({ moves: Array.from({ length: Math.max(1, people) }, newId), family: newId() }))[0];
}

function chosen({ choices }: GiveFields, { key }: Getting, changed: Chosen): GiveFields['choices'] {
  return { ...choices, [key]: { ...choices[key], ...changed } };
}

function problemWith(all: readonly Giving[]): string | null {
  if (all.some(({ set }) => set === undefined)) return all.length > 1 ? 'Choose a set for each' : 'Choose a set first';
  return all.some(({ n }) => typeof n === 'string') ? 'Look at the number again' : null;
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
