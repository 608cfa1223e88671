import { useEffect, useState } from 'react';
import type { Captured, Capture as Capturing, CountedSoFar } from '#db/capture.ts';
import { newId } from '#db/person.ts';
import { countedAges, type TallyBand } from '#domain/codes.ts';
import { fact, patch } from '#domain/records/say.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import type { SessionBody } from '#domain/sessions/session.ts';
import { toInstant } from '#domain/time.ts';
import { badge, badgeHint, problemWithName } from '#features/people/actions.ts';
import { Button } from '#ui/button.tsx';
import { CountRow, CountRows } from '#ui/count-row.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';

/** What is counted, named and noted on a phone that cannot be unlocked. */

export type Say = (words: string, sayings: Parameters<Capturing['say']>[0]) => Promise<boolean>;

/** Changes what stands by then: two saves that end together must both count. */
type OnCounted = (change: (soFar: CountedSoFar) => CountedSoFar) => void;

type CountingProps = PartProps & {
  /** The park’s. */
  readonly name: string;
  readonly onCounted: OnCounted;
  readonly onFinished: () => Promise<void>;
};

export const nobodyYet: CountedSoFar = { counted: {}, named: 0 };

export function Counting({ captured, say, name, onCounted, onFinished }: CountingProps) {
  const { counted, named } = captured.soFar ?? nobodyYet;
  const n = Object.values(counted).reduce((sum, ids) => sum + ids.length, 0);
  // The list of parks was longer: what is counted begins at its top.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  const [asked, setAsked] = useState(false);
  const finish = useOnce(async () => {
    const { session, scope } = captured;
    const end: SessionBody = { status: { is: 'finished', reopened: 0 }, actualEnd: toInstant(Date.now()) };
    if (!(await say('Finishing', [patch('session', session, scope, end)]))) return false;
    await onFinished();
    return true;
  });
  return (
    <>
      <section>
        <SectionTitle>{name}</SectionTitle>
        <Total total={n + named} named={named} counted={n} />
      </section>
      <CountRows>
        <Bands captured={captured} say={say} onCounted={onCounted} />
      </CountRows>
      <SectionTitle>Somebody’s name</SectionTitle>
      <NameForm
        captured={captured}
        say={say}
        onNamed={() => onCounted((soFar) => ({ ...soFar, named: soFar.named + 1 }))}
      />
      <NoteForm captured={captured} say={say} />
      <Button wide icon="flag" onClick={() => setAsked(true)}>
        Finish this session
      </Button>
      <Sheet open={asked} title="Finish this session?" onClose={() => setAsked(false)}>
        <Stack>
          <p>A locked phone cannot open it again: counting after this begins a new session.</p>
          <Button kind="primary" wide onClick={() => void finish()}>
            Finish
          </Button>
          <Button wide onClick={() => setAsked(false)}>
            Go back to counting
          </Button>
        </Stack>
      </Sheet>
    </>
  );
}

type PartProps = { readonly captured: Captured; readonly say: Say };

type BandsProps = PartProps & { readonly onCounted: OnCounted };

function Bands({ captured: { session, scope, day, soFar }, say, onCounted }: BandsProps) {
  const tally = (id: string, ageBand: TallyBand, more: { n: number; undoes?: string }) =>
    fact('tally', id, scope, {
      ...{ session, day, ageBand, gender: 'NK', newness: 'not known', level: 'joined_in', quality: 'exact' },
      ...more,
      at: toInstant(Date.now()),
    });
  const set = (ageBand: TallyBand, change: (ids: readonly string[]) => readonly string[]) =>
    onCounted(({ counted, named }) => ({
      counted: { ...counted, [ageBand]: change(counted[ageBand] ?? []) },
      named,
    }));
  const add = async (ageBand: TallyBand) => {
    const id = newId();
    if (await say('+1', [tally(id, ageBand, { n: 1 })])) set(ageBand, (ids) => [...ids, id]);
  };
  // It names which +1 it takes back: said twice, it is taken back once.
  const take = async (ageBand: TallyBand) => {
    const last = soFar?.counted[ageBand]?.at(-1);
    if (last === undefined) return;
    if (await say('−1', [tally(newId(), ageBand, { n: -1, undoes: last })]))
      set(ageBand, (ids) => ids.filter((id) => id !== last));
  };

  return countedAges.map(([band, words]) => (
    <CountRow
      key={band}
      label={words}
      count={soFar?.counted[band]?.length ?? 0}
      onAdd={() => void add(band)}
      onTake={() => void take(band)}
      addLabel={`+1 ${words}`}
      takeLabel={`One less, ${words}`}
    />
  ));
}

function NameForm({ captured: { session, scope, site, day }, say, onNamed }: PartProps & { onNamed: () => void }) {
  const [called, setCalled] = useState('');
  const [problem, setProblem] = useState<string>();

  const addName = useOnce(async () => {
    const wrong = problemWithName(called);
    setProblem(wrong);
    if (wrong) {
      document.getElementById('called')?.focus();
      return false;
    }
    const person = newId();
    const mark = fact('mark', newId(), scope, {
      ...{ session, person, day, state: 'here', level: 'joined_in', replaces: [] },
      at: toInstant(Date.now()),
    });
    const saved = await say('The name', [badge(person, { called, age: '', gender: '' }, scope, site), mark]);
    if (saved) {
      setCalled('');
      onNamed();
    }
    return saved;
  });

  return (
    <Form onSubmit={addName}>
      <TextField
        id="called"
        label="What are they called?"
        hint={badgeHint(called)}
        error={problem}
        value={called}
        maxLength={60}
        onChange={(event) => setCalled(event.target.value)}
      />
      <Button wide type="submit" icon="plus">
        Save and mark here
      </Button>
    </Form>
  );
}

function NoteForm({ captured: { session, scope, day }, say }: PartProps) {
  const [note, setNote] = useState('');
  const partner = partnerOf(scope);

  const addNote = useOnce(async () => {
    if (note.trim() === '' || !partner) return false;
    if (
      await say('The note', [
        fact('note', newId(), teamScope(partner), { session, day, text: note.trim(), at: toInstant(Date.now()) }),
      ])
    )
      setNote('');
  });

  return (
    <Form onSubmit={addNote}>
      <TextArea
        label="A note for the team"
        value={note}
        maxLength={4000}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button wide type="submit" icon="note">
        Save the note
      </Button>
    </Form>
  );
}
