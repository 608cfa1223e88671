import { Activity, lazy, Suspense, useMemo, useState } from 'react';
import { useApp } from '#app/state.ts';
import { tell } from '#app/tabs.ts';
import { finishHandOver } from '#db/hand-over.ts';
import { useAwake } from '#phone/awake.ts';
import { SlotsContext } from '#ui/slots.tsx';
import { GrownUps } from './grown-ups.tsx';
import { useHeldHere } from './held.ts';
import { Fallible, TheForm, useOpened } from './the-form.tsx';
import { WayOut } from './way-out.tsx';

const Capture = lazy(() => import('#app/capture.tsx').then(({ Capture: capture }) => ({ default: capture })));

type HandedOverProps = { readonly id: string; readonly form: string; readonly device: string };

/** What stands on the phone while it is in somebody else's hands. Nothing of the worker's is mounted, and no address leads past it. */
export function HandedOver({ id, form, device }: HandedOverProps) {
  const profile = useApp((state) => state.enrolled.find((each) => each.profile.device === device)?.profile);
  const [shows, setShows] = useState<'form' | 'way out' | 'counting'>('form');
  const [over, setOver] = useState(false);
  const opened = useOpened(id);
  useHeldHere(`/h/${id}`);
  useAwake();
  const slots = useMemo(() => ({ grownUps: <GrownUps onClick={() => setShows('way out')} /> }), []);

  if (opened === undefined) return null;
  const isDone = over || opened === null || !profile;
  // The disk first: a reload right after must not bring back what somebody has just left.
  const finish = async () => {
    await finishHandOver(id);
    setOver(true);
    tell({ type: 'handed over', id });
  };
  return (
    <Suspense>
      {shows === 'counting' && <Capture device={device} back={() => setShows('way out')} />}
      {(shows === 'way out' || (isDone && shows === 'form')) && (
        <WayOut
          id={id}
          device={device}
          onBack={isDone ? undefined : () => setShows('form')}
          onCount={() => setShows('counting')}
        />
      )}
      {!isDone && (
        // What is half filled in waits behind the way out; its timers and listeners do not.
        <Activity mode={shows === 'form' ? 'visible' : 'hidden'}>
          <SlotsContext value={slots}>
            <Fallible>
              <TheForm id={id} form={form} profile={profile} opened={opened} finish={() => void finish()} />
            </Fallible>
          </SlotsContext>
        </Activity>
      )}
    </Suspense>
  );
}
