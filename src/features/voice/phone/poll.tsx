import { useState } from 'react';
import { newId, useRead, useShown } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import { type WishAge, type WishKind, wishAges } from '#domain/codes.ts';
import { isBox } from '#domain/stock/sets.ts';
import { toInstant } from '#domain/time.ts';
import { type Asking, type Wished, wish } from '#domain/voice/acts.ts';
import { standingWishes, toWish, type Wish } from '#domain/voice/wishes.ts';
import { takeWishBack } from '#features/voice/actions.ts';
import { Form, useForm } from '#forms/form.tsx';
import { saySaid } from '#phone/done.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { CountTile, CountTiles } from '#ui/tile.tsx';

type PollProps = {
  readonly asking: Asking;
  /** Whose wishes may be asked; where it is one, nobody is asked which. */
  readonly ages?: readonly WishAge[];
};

/** One tap for each thing somebody would like. It needs nothing but its session, so that a hand-over can use it. */
export function WishPoll({ asking, ages = wishAges.map(([code]) => code) }: PollProps) {
  const [chosen, setChosen] = useState<WishAge | undefined>(ages.length === 1 ? ages[0] : undefined);
  return (
    <Stack>
      {ages.length > 1 && (
        <Choice
          legend="How old are they?"
          tile="7rem"
          options={wishAges.filter(([code]) => ages.includes(code)).map(([value, label]) => ({ value, label }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {chosen && <Tiles asking={asking} age={chosen} />}
    </Stack>
  );
}

type Thing = { readonly body: { readonly name: string } };
const byName = (a: Thing, b: Thing): number => a.body.name.localeCompare(b.body.name, 'en-GB');

/** What was wished for at this session, or on this day where there is none. */
function useThings({ partner, session, day }: Asking) {
  const things = useRead(async (tx) => {
    const [sets, activities] = await Promise.all([shownOf(tx, 'set'), shownOf(tx, 'activity')]);
    const open = ({ body }: { body: { status?: unknown } }) => body.status !== 'closed';
    return {
      equipment: sets.filter((set) => open(set) && !isBox(set.body)).sort(byName),
      activities: activities.filter(open).sort(byName),
    };
  }, []);
  const wishes = useShown('wish', session);
  if (!things || !wishes) return undefined;
  const isAsked = (each: Wish) => each.partner === partner && each.day === day;
  return { ...things, wishes: standingWishes(wishes.map(toWish)).filter(isAsked) };
}

function Tiles({ asking, age }: { asking: Asking; age: WishAge }) {
  const found = useThings(asking);
  if (!found) return null;
  const count = (kind: WishKind, what: string) =>
    sumOf(found.wishes, (each) => each.kind === kind && each.what === what, age);
  const tap = (kind: WishKind, what: string, name: string) => () => void add(asking, { kind, age, what }, name);
  return (
    <>
      <SectionTitle>What would you like in the next box?</SectionTitle>
      <CountTiles label="Equipment">
        {found.equipment.map(({ id, body }) => (
          <CountTile
            key={id}
            icon={body.icon ?? 'box'}
            label={body.name}
            count={count('equipment', id)}
            onAdd={tap('equipment', id, body.name)}
          />
        ))}
      </CountTiles>
      {found.activities.length > 0 && <SectionTitle>What would you like to do?</SectionTitle>}
      <CountTiles label="Activities">
        {found.activities.map(({ id, body }) => (
          <CountTile key={id} label={body.name} count={count('activity', id)} onAdd={tap('activity', id, body.name)} />
        ))}
      </CountTiles>
      <OwnWords asking={asking} age={age} wishes={found.wishes} />
    </>
  );
}

const sumOf = (wishes: readonly Wish[], which: (wish: Wish) => boolean, age: WishAge): number =>
  wishes.filter((each) => each.age === age && which(each)).reduce((sum, { n }) => sum + n, 0);

/** Saves one wish and offers to take it back; null once it is on the disk. @param id a form's, which is the same at every try */
const add = (asking: Asking, wished: Wished, name: string, id: string = newId()): Promise<string | null> =>
  saySaid(`+1 ${name}`, [wish(asking, wished, id, toInstant(Date.now()))], (entry) => takeWishBack(asking, entry));

type OwnWordsProps = { readonly asking: Asking; readonly age: WishAge; readonly wishes: readonly Wish[] };

/** What stands on no tile, in their own words; each of them becomes a tile for the next who says the same. */
function OwnWords({ asking, age, wishes }: OwnWordsProps) {
  const said = [...Map.groupBy(wishes.filter(hasWords), ({ kind, words }) => `${kind} ${words}`)];
  const form = useForm<{ readonly words: string; readonly kind: WishKind }>({
    name: 'wish',
    now: { words: '', kind: 'equipment' },
    judge: ({ words }) => ({ words: words.trim() === '' ? 'Write what they would like.' : undefined }),
    save: ({ words, kind }, { id }) => add(asking, { kind, age, words: words.trim() }, words.trim(), id),
  });
  if (!form) return null;
  return (
    <>
      <CountTiles label="In their own words">
        {said.map(
          ([key, same]) => same[0] && <SaidTile key={key} asking={asking} age={age} of={same[0]} same={same} />,
        )}
      </CountTiles>
      <Form form={form} words={{}}>
        <TextField
          label="Something else"
          hint="In their own words, without names"
          maxLength={120}
          {...form.text('words')}
        />
        <Button type="submit" wide icon="box" onClick={() => form.change({ kind: 'equipment' })}>
          Add it: for the box
        </Button>
        <Button type="submit" wide icon="people" onClick={() => form.change({ kind: 'activity' })}>
          Add it: something to do
        </Button>
      </Form>
    </>
  );
}

type Said = Wish & { readonly words: string };

const hasWords = (each: Wish): each is Said => each.words !== undefined;

type SaidTileProps = {
  readonly asking: Asking;
  readonly age: WishAge;
  readonly of: Said;
  readonly same: readonly Said[];
};

/** What was said in these words, for the box or to do. */
function SaidTile({ asking, age, of: { kind, words }, same }: SaidTileProps) {
  return (
    <CountTile
      label={kind === 'activity' ? `${words} (to do)` : words}
      count={sumOf(same, () => true, age)}
      onAdd={() => void add(asking, { kind, age, words }, words)}
    />
  );
}
