import { type PageProps, written } from '#features/consent/phone/handed/page.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { Lines } from './lines.tsx';
import type { LinkAnswered } from './post.ts';

/** What came of an answer, and a copy to keep of what they decided themselves. */
export type Arrival = { readonly state: LinkAnswered['state']; readonly copy: string };

/** It has arrived: thanks, whether it holds, and the copy. */
export function Arrived({ frame, shown, state, copy }: PageProps & Arrival) {
  return (
    <HandedPage
      {...written(shown)}
      roof={<h1>{frame.after.thanks}</h1>}
      buttons={
        <Button kind="primary" size="large" icon="paper" onClick={() => void keep(copy)}>
          {frame.link.keep}
        </Button>
      }
    >
      <Stack>
        {state === 'before' ? (
          <Notice kind="warn" title={frame.link.answeredBefore} />
        ) : (
          <Notice kind={state === 'asks' ? 'info' : 'ok'} title={frame.link.arrived}>
            {state === 'asks' ? frame.link.onlyAsks : frame.agree.anyDay}
          </Notice>
        )}
        <Fold title={frame.after.copy} note={` ${frame.after.copyHint}`}>
          <Stack>
            <Lines text={copy} />
          </Stack>
        </Fold>
      </Stack>
    </HandedPage>
  );
}

/** To wherever they keep things: by their phone’s own share sheet, else as a file. */
async function keep(text: string): Promise<void> {
  if (typeof navigator.share === 'function') {
    // Closing the share sheet is no failure.
    await navigator.share({ text }).catch(() => undefined);
    return;
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'bandstand.txt' });
  link.click();
  URL.revokeObjectURL(url);
}
