import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { spanOf } from '#domain/time.ts';
import { Icon } from '#ui/icon.tsx';
import { useNow } from '#ui/now.ts';

/** `Light until 15:57 · 34 min left`, at the foot of the session that is on. */
export function LightLeft({ session, setup, zone }: { session: ShownOf<'session'>; setup: Setup; zone: string }) {
  const now = useNow();
  const site = setup.sites.find(({ id }) => id === session.body.site);
  const light = lightOf(session.body.day, site?.body ?? {}, now, zone);
  if (!light) return null;
  const left = light.minutesLeft > 0 ? ` · ${spanOf(light.minutesLeft)} left` : '';
  return (
    <>
      <Icon name="light" /> {`${light.words} ${light.at}${left}`}
    </>
  );
}

/** ` · light until 15:57`, after the times of the session that is next. */
export function LightThen({ session, setup, zone }: { session: ShownOf<'session'>; setup: Setup; zone: string }) {
  const site = setup.sites.find(({ id }) => id === session.body.site);
  const light = lightOf(session.body.day, site?.body ?? {}, 0, zone);
  return light && ` · light until ${light.at}`;
}
