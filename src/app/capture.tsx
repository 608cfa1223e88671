import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { attempt } from '#db/attempt.ts';
import { type Captured, type Capture as Capturing, openCapture } from '#db/capture.ts';
import { onThisPhone } from '#db/locked.ts';
import { newId } from '#db/person.ts';
import type { Profile } from '#db/profile.ts';
import { countedAges, type TallyBand } from '#domain/codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, element, fact } from '#domain/records/say.ts';
import { partnerOf, partnerScope, teamScope } from '#domain/records/scopes.ts';
import { isOnNow } from '#domain/sessions/session.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { badge, badgeHint, problemWithName } from '#features/people/actions.ts';
import { sendSealed } from '#sync/sealed.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { CountRow } from '#ui/count-row.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import { SunSwitch } from './shell.tsx';
import { setApp, useApp } from './state.ts';
import { Unsaved } from './unsaved.tsx';

/** Capture only: the phone cannot be unlocked here, and yet nothing is refused. What is saved is a number, never again names. */
export function Capture({ device, back }: { readonly device: string; readonly back?: (() => void) | undefined }) {
  const profile = useApp((state) => state.enrolled.find((each) => each.profile.device === device)?.profile);
  const [capture, setCapture] = useState<Capturing>();
  const [begun, setBegun] = useState<Captured | null>(null);
  const [saved, setSaved] = useState(0);
  const isShown = useRef(false);
  const countUnsent = useCallback(async (device: string) => {
    const unsent = await onThisPhone(device);
    // Sending may take longer than anybody looks.
    if (isShown.current) setSaved(unsent);
  }, []);

  // The database of a locked person is opened for this screen and closed with it.
  useEffect(() => {
    if (!profile) return;
    isShown.current = true;
    const opening = openCapture(profile);
    void opening.then((opened) => {
      setCapture(opened);
      setBegun(opened.begun && goesOn(opened.begun) ? opened.begun : null);
    });
    void countUnsent(profile.device);
    return () => {
      isShown.current = false;
      void opening.then((opened) => opened.close());
    };
  }, [profile, countUnsent]);

  if (!profile) return null;
  const say = (words: string, sayings: Parameters<Capturing['say']>[0]) =>
    attempt(words, async () => {
      await capture?.say(sayings);
      setSaved((before) => before + 1);
      void sendSealed(profile).then(() => countUnsent(profile.device));
    });

  return (
    <Frame
      saved={saved}
      back={back ?? (() => setApp({ phase: { name: 'locked', device } }))}
      words={back ? 'Back' : 'Back to unlocking'}
    >
      {capture && !begun && <Begin capture={capture} profile={profile} onBegun={setBegun} say={say} />}
      {begun && <Counting captured={begun} say={say} />}
    </Frame>
  );
}

/** Whether a captured session is still the one that is on: what is counted the next day is not of the day before. */
const goesOn = ({ day, startedAt }: Captured): boolean =>
  isOnNow({ status: { is: 'running', reopened: 0 }, day, actualStart: startedAt }, Date.now());

type FrameProps = {
  readonly saved: number;
  readonly back: () => void;
  readonly words: string;
  readonly children: ReactNode;
};

function Frame({ saved, back, words, children }: FrameProps) {
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title="Just count" />
        </>
      }
      bottom={
        <Foot>
          <Button wide icon="lock" onClick={back}>
            {words}
          </Button>
        </Foot>
      }
    >
      <Unsaved />
      <Stack>
        <output>
          {saved > 0 && (
            <Notice kind="ok" title={`${saved} saved on this phone.`}>
              They are sent by themselves when there is signal.
            </Notice>
          )}
        </output>
        {children}
      </Stack>
    </RoofPage>
  );
}

type Say = (words: string, sayings: Parameters<Capturing['say']>[0]) => Promise<boolean>;

function Begin({
  capture,
  profile,
  onBegun,
  say,
}: {
  capture: Capturing;
  profile: Profile;
  onBegun: (captured: Captured) => void;
  say: Say;
}) {
  const { sites, partners } = capture.setup;
  const [site, setSite] = useState<string>();
  const [partner, setPartner] = useState(partners.length === 1 ? partners[0]?.id : undefined);

  const start = useOnce(async () => {
    if (!site || !partner) return;
    const startedAt = toInstant(Date.now());
    const captured = { session: newId(), scope: partnerScope(partner), site, day: dayOf(startedAt), startedAt };
    const { session, scope, day } = captured;
    const body: BodyOf<'session'> = {
      site,
      day,
      workType: 'outreach',
      actualStart: startedAt,
      status: { is: 'running', reopened: 0 },
      ...element('team', profile.member, true),
    };
    if (!(await say('The session', [create('session', session, scope, body)]))) return;
    await capture.begin(captured);
    onBegun(captured);
  });

  if (sites.length === 0)
    return (
      <Empty icon="flag" title="No parks are known here">
        Count on paper until the phone has been unlocked with signal once.
      </Empty>
    );

  const options = (places: typeof sites) => places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Choice legend="Which park?" options={options(sites)} value={site} onChange={setSite} />
      {partners.length > 1 && (
        <Choice legend="Whose session?" options={options(partners)} value={partner} onChange={setPartner} />
      )}
      <Button kind="primary" wide notPossible={!site || !partner} onClick={() => void start()}>
        Start
      </Button>
    </>
  );
}

function Counting({ captured, say }: { captured: Captured; say: Say }) {
  return (
    <>
      <Bands captured={captured} say={say} />
      <SectionTitle>Somebody’s name</SectionTitle>
      <NameForm captured={captured} say={say} />
      <NoteForm captured={captured} say={say} />
    </>
  );
}

type PartProps = { readonly captured: Captured; readonly say: Say };

function Bands({ captured: { session, scope, day }, say }: PartProps) {
  /** The counts of each band that stand, by id: a locked phone cannot read back what it saved. */
  const [counted, setCounted] = useState<Partial<Record<TallyBand, readonly string[]>>>({});

  const tally = (id: string, ageBand: TallyBand, more: { n: number; undoes?: string }) =>
    fact('tally', id, scope, {
      ...{ session, day, ageBand, gender: 'NK', newness: 'not known', level: 'joined_in', quality: 'exact' },
      ...more,
      at: toInstant(Date.now()),
    });
  const set = (ageBand: TallyBand, change: (ids: readonly string[]) => readonly string[]) =>
    setCounted((before) => ({ ...before, [ageBand]: change(before[ageBand] ?? []) }));
  const add = async (ageBand: TallyBand) => {
    const id = newId();
    if (await say('+1', [tally(id, ageBand, { n: 1 })])) set(ageBand, (ids) => [...ids, id]);
  };
  // It names which +1 it takes back: said twice, it is taken back once.
  const take = async (ageBand: TallyBand) => {
    const last = counted[ageBand]?.at(-1);
    if (last === undefined) return;
    if (await say('−1', [tally(newId(), ageBand, { n: -1, undoes: last })]))
      set(ageBand, (ids) => ids.filter((id) => id !== last));
  };

  return countedAges.map(([band, words]) => (
    <CountRow
      key={band}
      label={words}
      count={counted[band]?.length ?? 0}
      onAdd={() => void add(band)}
      onTake={() => void take(band)}
      addLabel={`+1 ${words}`}
      takeLabel={`One less, ${words}`}
    />
  ));
}

function NameForm({ captured: { session, scope, site, day }, say }: PartProps) {
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
    if (saved) setCalled('');
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
