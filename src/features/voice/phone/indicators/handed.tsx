import { useState } from 'react';
import { assess, type GivenAnswers } from '#domain/voice/indicators/acts.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { useQuiet } from '#phone/hand-over/quiet.ts';
import { Steps } from '#phone/hand-over/steps.tsx';
import { Button } from '#ui/button.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Stack } from '#ui/stack.tsx';
import type { IndicatorPack } from './pack.ts';
import { useSitting } from './sitting.ts';
import { NextButton, Statement } from './statement.tsx';

/** They answer by themselves, a statement to a page. Nothing is kept of a form that is left half-way. */

const quietMs = 90_000;

export function IndicatorForm({ pack, say, finish }: HandedForm<IndicatorPack, never>) {
  const { asking, called, put } = pack;
  const [page, setPage] = useState<'hello' | 'statements' | 'thanks'>('hello');
  const [failed, setFailed] = useState(false);
  const done = useOnce(async (answers: GivenAnswers) => {
    const sayings = assess(asking, put, answers, () => crypto.randomUUID(), Date.now());
    const isSaved = sayings.length === 0 || (await say(sayings));
    setFailed(!isSaved);
    if (!isSaved) return false;
    // Nothing of what was answered stays behind on the page that says thank you.
    sitting.forget();
    setPage('thanks');
    return true;
  });
  const sitting = useSitting(put, (answers) => void done(answers));
  useQuiet(quietMs, () => {
    sitting.forget();
    setFailed(false);
    if (page === 'statements') setPage('hello');
  });

  if (page === 'hello') return <Hello called={called} n={put.length} onBegin={() => setPage('statements')} />;
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
          You can talk to a worker about any of it, today or another day.
        </Empty>
      </HandedPage>
    );
  return (
    <HandedPage
      roof={
        <>
          <span>
            {sitting.at + 1} of {sitting.of}
          </span>
          <Steps at={sitting.at} of={sitting.of} />
        </>
      }
      buttons={
        <>
          {sitting.back && (
            <Button size="large" icon="back" onClick={sitting.back}>
              Back
            </Button>
          )}
          <NextButton sitting={sitting} />
        </>
      }
    >
      <Stack>
        <Statement sitting={sitting} />
        {failed && (
          <Notice kind="danger" title="It could not be saved">
            What was answered is still here. Try again, or tell a worker.
          </Notice>
        )}
      </Stack>
    </HandedPage>
  );
}

type HelloProps = { readonly called: string; readonly n: number; readonly onBegin: () => void };

/** What comes, and who reads it. */
const Hello = ({ called, n, onBegin }: HelloProps) => (
  <HandedPage
    roof={<span>{called}</span>}
    buttons={
      <Button kind="primary" size="large" onClick={onBegin}>
        Begin
      </Button>
    }
  >
    <Stack>
      <h1>How are things?</h1>
      <p>{n === 1 ? 'One sentence comes.' : `${n} sentences come, one after another.`} Say how much you agree.</p>
      <p>There is no right answer. You may skip any of them.</p>
      <p>The name {called} stands with the answers. The team can read them.</p>
    </Stack>
  </HandedPage>
);
