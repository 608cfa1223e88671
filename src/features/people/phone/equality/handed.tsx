import { useState } from 'react';
import { type EqualitySaid, equalitySays } from '#domain/people/equality/asking.ts';
import { dayOf } from '#domain/time.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useQuiet } from '#phone/hand-over/quiet.ts';
import { Steps } from '#phone/hand-over/steps.tsx';
import { Button } from '#ui/button.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Stack } from '#ui/stack.tsx';
import { type EqualityPack, type SaidSoFar, saidToEach } from './pack.ts';
import { EqualityQuestion } from './question.tsx';
import { Why } from './why.tsx';

/** A young person or a parent answers by themselves, a question to a page. Nothing is kept of a form that is left half-way. */

const quietMs = 90_000;

type Page = number | 'why' | 'thanks';

export function EqualityForm({ pack, say, finish }: HandedForm<EqualityPack, never>) {
  const { asked, person, by } = pack;
  const [page, setPage] = useState<Page>('why');
  const [said, setSaid] = useState<SaidSoFar>({});
  const [failed, setFailed] = useState(false);
  const go = (next: Page) => {
    setPage(next);
    window.scrollTo(0, 0);
  };
  const startAgain = () => {
    setSaid({});
    setFailed(false);
    if (page !== 'thanks') go('why');
  };
  useQuiet(quietMs, startAgain);
  const done = useOnce(async (all: SaidSoFar) => {
    const sitting = { person, by, day: dayOf(Date.now()), said: saidToEach(asked, all) };
    const { sayings, answers } = equalitySays(sitting, () => crypto.randomUUID());
    const isSaved = await say(sayings, { answers });
    setFailed(!isSaved);
    if (!isSaved) return false;
    // Nothing of what was answered stays behind on the page that says thank you.
    setSaid({});
    go('thanks');
    return true;
  });

  if (page === 'why') return <Asked pack={pack} failed={failed} onYes={() => go(0)} onNo={() => void done({})} />;
  if (page === 'thanks')
    return (
      <HandedPage
        roof={<span />}
        buttons={
          <Button kind="primary" size="large" onClick={finish}>
            Give the phone back
          </Button>
        }
      >
        <Empty icon="tick" title="Thank you">
          Nobody reads what was said here beside a name; the office sees numbers in fives. Ask a worker any day if you
          want to answer again.
        </Empty>
      </HandedPage>
    );
  return (
    <OnePage
      {...{ pack, page, said, failed }}
      onSaid={(each) => setSaid({ ...said, [asked[page] ?? '']: each })}
      onBack={() => go(page === 0 ? 'why' : page - 1)}
      onNext={() => (page + 1 < asked.length ? go(page + 1) : void done(said))}
    />
  );
}

const NotSaved = () => (
  <Notice kind="danger" title="It could not be saved">
    What was answered is still here. Try again, or tell a worker.
  </Notice>
);

type AskedProps = {
  readonly pack: EqualityPack;
  readonly failed: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Whether they want to answer at all. */
function Asked({ pack: { by, called, asked }, failed, onYes, onNo }: AskedProps) {
  return (
    <HandedPage
      roof={<span>{called}</span>}
      buttons={
        <>
          <Button size="large" onClick={onNo}>
            No, skip them
          </Button>
          <Button kind="primary" size="large" onClick={onYes}>
            Yes, I will answer
          </Button>
        </>
      }
    >
      <Stack>
        <h1>
          {asked.length === 1 ? 'A question' : `${asked.length} questions`} about {by === 'self' ? 'you' : called}
        </h1>
        <Why about={{ of: by === 'self' ? 'my' : 'our', called }} />
        {failed && <NotSaved />}
      </Stack>
    </HandedPage>
  );
}

type OnePageProps = {
  readonly pack: EqualityPack;
  readonly page: number;
  readonly said: SaidSoFar;
  readonly failed: boolean;
  readonly onSaid: (said: EqualitySaid) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

function OnePage({ pack: { asked, by, called }, page, said, failed, onSaid, onBack, onNext }: OnePageProps) {
  const name = asked[page];
  if (!name) return null;
  return (
    <HandedPage
      roof={
        <>
          <span>
            {page + 1} of {asked.length}
          </span>
          <Steps at={page} of={asked.length} />
        </>
      }
      buttons={
        <>
          <Button size="large" icon="back" onClick={onBack}>
            Back
          </Button>
          <Button kind="primary" size="large" notPossible={!said[name]} onClick={onNext}>
            {page + 1 < asked.length ? 'Continue' : 'Done'}
          </Button>
        </>
      }
    >
      <Stack>
        <EqualityQuestion
          key={name}
          alone
          name={name}
          about={by === 'parent' ? called : undefined}
          said={said[name]}
          onChange={onSaid}
        />
        {failed && <NotSaved />}
      </Stack>
    </HandedPage>
  );
}
