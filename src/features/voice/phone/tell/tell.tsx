import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { isPlanned, statusOf } from '#domain/sessions/session.ts';
import { dayOf } from '#domain/time.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { atSession, readIdeas, toTellAt } from '#features/voice/queries.ts';
import { answerShape, StopShape } from '#features/voice/shape.tsx';
import { farWords, spokenAnswers } from '#features/voice/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { DoneBar } from '#phone/done-bar.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import styles from './tell.module.css';
import { tellHere } from './told-here.ts';

/** What we say: what came of what they asked for, in words that can be shown to them. */

const useIdeasAt = (session: ShownOf<'session'>) => {
  const today = dayOf(Date.now());
  return useRead((tx) => readIdeas(tx, [session], today), [session.id, session.body.site, today]);
};

/** Everything that is to be told at a session. */
export const WhatWeSay = () => (
  <OfSession title="What we say">{(session, setup) => <AllToTell session={session} setup={setup} />}</OfSession>
);

type AtSession = { readonly session: ShownOf<'session'>; readonly setup: Setup };

function AllToTell({ session, setup }: AtSession) {
  const ideas = useIdeasAt(session);
  if (!ideas) return <PhonePage title="What we say" loading />;
  const open = toTellAt(ideas, session);
  return (
    <PhonePage
      title="What we say"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={(parts) => <Link to={`/s/${session.id}`} {...parts} />}
      bottom={<DoneBar />}
    >
      {open.length === 0 ? (
        <Empty icon="tell" title="Nothing to tell here">
          Once the coordinator answers an idea of this park, it is listed here.
        </Empty>
      ) : (
        <List>
          <Each of={open} by={({ id }) => id}>
            {(idea) => (
              <Item icon="tell" link={(parts) => <Link to={addressOf(session, idea)} {...parts} />}>
                <b>{titleOf(idea)}</b>
                <br />
                <small>{farWords(idea)}</small>
              </Item>
            )}
          </Each>
        </List>
      )}
    </PhonePage>
  );
}

const addressOf = ({ id }: ShownOf<'session'>, idea: Idea): string => `/s/${id}/tell/${encodeURIComponent(idea.id)}`;

/** One answer in big words, and that they heard it. */
export const TellThem = () => (
  <OfSession title="What we say">{(session, setup) => <OneToTell session={session} setup={setup} />}</OfSession>
);

function OneToTell({ session, setup }: AtSession) {
  const { idea: asked = '' } = useParams();
  const ideas = useIdeasAt(session);
  if (!ideas) return <PhonePage title="What we say" loading />;
  const { partner } = atSession(session);
  // It may have been joined to another since its address was written down.
  const idea = ideas.find(
    (each) => each.partner === partner && (each.id === asked || each.joined.some(({ id }) => id === asked)),
  );
  const back = (parts: object) => <Link to={`/s/${session.id}`} {...parts} />;
  if (!idea)
    return (
      <PhonePage title="What we say" back={back}>
        <Empty icon="tell" title="This idea is not known here yet">
          It arrives with signal.
        </Empty>
      </PhonePage>
    );
  const next = toTellAt(ideas, session).find(({ id }) => id !== idea.id);
  return (
    <PhonePage
      title="What we say"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={back}
      bottom={
        <>
          <DoneBar />
          <Said key={idea.id} idea={idea} session={session} next={next} />
        </>
      }
    >
      <BigAnswer idea={idea} />
    </PhonePage>
  );
}

/** Nothing on it but the idea and its answer: a child may look at the screen. */
function BigAnswer({ idea }: { idea: Idea }) {
  const { decision, reason, action, stage } = idea;
  if (stage === 'heard' || stage === 'thinking')
    return (
      <Remark>
        There is no answer yet. You can say: we heard you, and we are thinking about it. That is not a no.
      </Remark>
    );
  return (
    <section className={styles.big}>
      <p className={styles.asked}>You said</p>
      <h2>{titleOf(idea)}</h2>
      <p className={styles.answer}>
        <StopShape is={answerShape(idea)} size={44} />
        {spokenAnswers[decision]}
      </p>
      <p className={styles.reason}>{reason || 'It is done.'}</p>
      {action !== '' && <p className={styles.reason}>{action}</p>}
    </section>
  );
}

type SaidProps = { readonly idea: Idea; readonly session: ShownOf<'session'>; readonly next: Idea | undefined };

function Said({ idea, session, next }: SaidProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const told = useOnce(async () => {
    const problem = await tellHere(idea, session);
    setTrouble(problem);
    return problem === null;
  });
  const isTold = idea.told.some(
    ({ facts, ...each }) => each.session === session.id || facts.some((fact) => fact.session === session.id),
  );
  const why = whyNot(idea, session);
  return (
    <Foot>
      <NotSaved trouble={trouble} />
      {isTold ? (
        <p className={styles.told}>They were told here.</p>
      ) : why === null ? (
        <Button kind="primary" wide icon="tell" onClick={() => void told()}>
          We told them
        </Button>
      ) : (
        <p className={styles.told}>{why}</p>
      )}
      {isTold && next && (
        <Link className={buttonClass({ wide: true })} to={addressOf(session, next)} replace>
          Next: {titleOf(next)}
        </Link>
      )}
    </Foot>
  );
}

/** Why nobody can have been told now, in words; null where they can. */
function whyNot({ stage }: Idea, { body }: ShownOf<'session'>): string | null {
  if (stage === 'heard' || stage === 'thinking') return 'Once there is an answer you can tell them.';
  if (isPlanned(body)) return 'Start the session first. Then you can tell them.';
  if (statusOf(body) === 'cancelled') return 'This session was cancelled: nobody was here to be told.';
  return null;
}
