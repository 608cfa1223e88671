import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { timeOf, zoneOfPlace } from '#domain/time.ts';
import type { Got } from '#forms/ask.ts';
import { useAsk } from '#phone/ask.ts';
import { useAwake } from '#phone/awake.ts';
import { OfSession } from '#phone/of-session.tsx';
import { Button } from '#ui/button.tsx';
import type { LinkParts } from '#ui/link.ts';
import { Empty, Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';
import { addressOf, type ByCode, byCodeIn } from './by-code.ts';
import styles from './code.module.css';

/** A code that people point their own phones at. Its token is in the memory of this page alone: whoever leaves makes another. */

const title = 'Their own phones';

export const CodeScreen = () => (
  <OfSession title={title}>{(session, setup) => <ForSession session={session} setup={setup} />}</OfSession>
);

type SessionProps = { readonly session: ShownOf<'session'>; readonly setup: Setup };

function ForSession({ session, setup }: SessionProps) {
  const asked = byCodeIn(useLocation().state);
  const back = (parts: LinkParts) => <Link to={`/s/${session.id}/ask`} {...parts} />;
  if (asked) return <Code {...{ session, setup, asked, back }} />;
  return (
    <PhonePage title={title} subtitle={nameIn(setup.sites, session.body.site)} back={back}>
      <Empty icon="phone" title="Choose first what to ask" action={<Link to={`/s/${session.id}/ask`}>Ask them</Link>}>
        A code is made for one form, and lasts as long as the session.
      </Empty>
    </PhonePage>
  );
}

/** A link as it was made, or why it was not; undefined while the server is asked. */
type Made = Got<{ readonly token: string; readonly closesAt: string }> | undefined;

function useMade(session: string, { respondent, forms }: ByCode): { readonly made: Made; again(): Promise<void> } {
  const [made, setMade] = useState<Made>();
  const ask = useAsk();
  const again = useOnce(async () => {
    setMade(undefined);
    setMade(await ask('POST', '/api/voice/links', { session, respondent, forms: [...forms] }));
    return false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => void again(), []);
  return { made, again };
}

type CodeProps = SessionProps & {
  readonly asked: ByCode;
  readonly back: (parts: LinkParts) => ReactNode;
};

function Code({ session, setup, asked, back }: CodeProps) {
  useAwake();
  const { made, again } = useMade(session.id, asked);
  const site = setup.sites.find(({ id }) => id === session.body.site);
  const page = { title, subtitle: asked.title, back };
  if (!made) return <PhonePage {...page} loading />;
  if (!made.ok)
    return (
      <PhonePage {...page}>
        <Notice
          kind="warn"
          title="There is no code yet"
          action={
            <Button size="inline" onClick={() => void again()}>
              Try again
            </Button>
          }
        >
          {made.words}
        </Notice>
      </PhonePage>
    );
  const address = addressOf(made.value.token);
  return (
    <PhonePage
      {...page}
      bottom={
        <Foot>
          <ShareButton text={address} label="Share the link" />
        </Foot>
      }
    >
      <Stack>
        <figure className={styles.board} data-theme="sunlight">
          <QrCode text={address} className={styles.code} label="The code. Point a phone’s camera at it." />
          <figcaption>{address}</figcaption>
        </figure>
        <p>
          <b>Open until {timeOf(made.value.closesAt, zoneOfPlace(site?.body))}</b>, or until you finish the session.
          Whoever points their camera at it can answer.
        </p>
        <Remark>
          Nobody can see who answered, not even here. The answers wait on the server until the session is over, and
          nothing is kept on people’s phones.
        </Remark>
      </Stack>
    </PhonePage>
  );
}
