import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { attempt } from '#db/attempt.ts';
import { type Captured, type Capture as Capturing, openCapture } from '#db/capture.ts';
import { onThisPhone } from '#db/locked.ts';
import { newId } from '#db/person.ts';
import type { Profile } from '#db/profile.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, element } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { isOnNow } from '#domain/sessions/session.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { sendSealed } from '#sync/sealed.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { Counting, nobodyYet, type Say } from './counting.tsx';
import { SunSwitch } from './shell.tsx';
import { setApp, useApp } from './state.ts';
import { Unsaved } from './unsaved.tsx';

/** Capture only: the phone cannot be unlocked here, and yet nothing is refused. What is saved is a number, never again names. */
export function Capture({ device, back }: { readonly device: string; readonly back?: (() => void) | undefined }) {
  const profile = useApp((state) => state.enrolled.find((each) => each.profile.device === device)?.profile);
  const [capture, setCapture] = useState<Capturing>();
  const [begun, begunNow, setBegun] = useBegun();
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
  }, [profile, countUnsent, setBegun]);

  if (!profile) return null;
  // What is kept is what stands by then: a save tried again must not put back an older count, or a session that is over.
  const keep = (next: Captured) => {
    setBegun(next);
    void attempt('The count', async () => {
      if (begunNow.current) await capture?.begin(begunNow.current);
    });
  };
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
      {capture && !begun && <Begin capture={capture} profile={profile} onBegun={keep} say={say} />}
      {capture && begun && (
        <Counting
          captured={begun}
          say={say}
          name={capture.setup.sites.find(({ id }) => id === begun.site)?.name ?? ''}
          onCounted={(change) => {
            const { current } = begunNow;
            if (current) keep({ ...current, soFar: change(current.soFar ?? nobodyYet) });
          }}
          onFinished={async () => {
            await capture.end();
            setBegun(null);
          }}
        />
      )}
    </Frame>
  );
}

/** What is begun: as it is drawn, and as it stands for what ends between two drawings. */
function useBegun() {
  const [shown, setShown] = useState<Captured | null>(null);
  const now = useRef<Captured | null>(null);
  const set = useCallback((next: Captured | null) => {
    now.current = next;
    setShown(next);
  }, []);
  return [shown, now, set] as const;
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
            <Notice kind="info" icon="phone" title="All saved on this phone">
              <p>{saved} to send, by themselves when there is signal.</p>
            </Notice>
          )}
        </output>
        {children}
      </Stack>
    </RoofPage>
  );
}

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
  // Where a session was on or next today, the park stands there already.
  const hint = capture.hint?.day === dayOf(Date.now()) ? capture.hint : null;
  const [site, setSite] = useState(sites.find(({ id }) => id === hint?.site)?.id);
  const [partner, setPartner] = useState(
    partners.length === 1 ? partners[0]?.id : partners.find(({ id }) => partnerScope(id) === hint?.scope)?.id,
  );

  // Pressed again after a disk that failed, it is the same session: the first one waits to be saved still.
  const ids = useRef<Record<string, string>>({});
  const start = useOnce(async () => {
    if (!site || !partner) return false;
    const startedAt = toInstant(Date.now());
    const [scope, day] = [partnerScope(partner), dayOf(startedAt)];
    ids.current[scope] ??= newId();
    const session = ids.current[scope];
    const body: BodyOf<'session'> = {
      site,
      day,
      workType: 'outreach',
      actualStart: startedAt,
      status: { is: 'running', reopened: 0 },
      ...element('team', profile.member, true),
    };
    if (!(await say('The session', [create('session', session, scope, body)]))) return false;
    onBegun({ session, scope, site, day, startedAt });
    return true;
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
