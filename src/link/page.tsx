import { useEffect, useState } from 'react';
import { frameIn } from '#features/consent/frame/languages.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import { written } from '#features/consent/phone/handed/page.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Answering } from './answering.tsx';
import { everyLanguage, languageFor } from './language.ts';
import { type LinkRead, type LinkTrouble, post, troubleWords } from './post.ts';
import { TakingBack } from './taking-back.tsx';

/** The page of a link: what it asks, or what it takes back, or that it does not work any more. @param token empty after a reload */
export function LinkPage({ token }: { readonly token: string }) {
  const [read, setRead] = useState<LinkRead>();
  const [trouble, setTrouble] = useState<LinkTrouble>();

  async function ask(): Promise<boolean> {
    const got = await post('/api/link', { token });
    // Every word that may be needed is here before anything is typed: the signal may go with the next step.
    const isReady = got.ok && (await fetchFrames(got.value));
    setTrouble(got.ok ? (isReady ? undefined : 'no-answer') : got.why);
    if (got.ok && isReady) setRead(got.value);
    return isReady;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => void (token && ask()), [token]);

  if (token === '') return <Stopped why="no-token" />;
  if (trouble === 'link-gone' || (trouble && !read)) return <Stopped why={trouble} onAgain={() => void ask()} />;
  if (!read) return null;
  const onGone = () => setTrouble('link-gone');
  return read.kind === 'answer' ? (
    <Answering token={token} read={read} onReadAgain={ask} onGone={onGone} />
  ) : (
    <TakingBack token={token} read={read} onGone={onGone} />
  );
}

/** The words around the texts, in each of their languages; false where they did not all come. */
const fetchFrames = ({ wordings }: LinkRead): Promise<boolean> =>
  Promise.all(wordings.map(({ document }) => frameIn(document.language, document.style))).then(
    () => true,
    () => false,
  );

/** Which language somebody reads is not known here but from their phone; nor is anything else. */
function Stopped({ why, onAgain }: { readonly why: LinkTrouble | 'no-token'; readonly onAgain?: () => void }) {
  const language = languageFor(null, everyLanguage);
  const frame = useFrame({ language, style: 'plain' });
  if (!frame) return null;
  const { link } = frame;
  const isGone = why === 'link-gone';
  const title = isGone ? link.gone : why === 'no-token' ? link.openAgain : troubleWords(frame, why);
  return (
    <HandedPage
      {...written({ language, style: 'plain' })}
      roof={<h1>{title}</h1>}
      buttons={
        !isGone &&
        onAgain && (
          <Button kind="primary" size="large" onClick={onAgain}>
            {link.tryAgain}
          </Button>
        )
      }
    >
      {isGone && <Notice kind="warn" title={link.goneHint} />}
    </HandedPage>
  );
}
