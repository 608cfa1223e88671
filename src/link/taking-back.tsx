import { useState } from 'react';
import { languageOnScreen } from '#domain/languages.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import { written } from '#features/consent/phone/handed/page.ts';
import { PurposeDrawing } from '#features/consent/pictogram.tsx';
import { purposeWords } from '#features/consent/words.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { languageFor } from './language.ts';
import { type LinkRead, type LinkTrouble, post, troubleWords } from './post.ts';

type TakingBackProps = { readonly token: string; readonly read: LinkRead; readonly onGone: () => void };

/** What somebody gave, each taken back by one tap, which holds at once. */
export function TakingBack({ token, read, onGone }: TakingBackProps) {
  const offered = [...new Set(read.wordings.map(({ document }) => document.language))];
  const [language, setLanguage] = useState(() => languageFor(read.language, offered));
  const [left, setLeft] = useState<readonly Purpose[]>(read.purposes);
  const [trouble, setTrouble] = useState<LinkTrouble>();
  const frame = useFrame({ language, style: 'plain' });
  if (!frame) return null;
  const document = read.wordings.find((each) => each.document.language === language)?.document;
  const titleOf = (purpose: Purpose) =>
    document?.purposes.find((each) => each.purpose === purpose)?.title ?? purposeWords(purpose);

  async function takeBack(purpose: Purpose) {
    setTrouble(undefined);
    const got = await post('/api/link/withdraw', { token, purposes: [purpose] });
    if (got.ok) setLeft(got.value.purposes);
    else if (got.why === 'link-gone') onGone();
    else setTrouble(got.why);
  }

  return (
    <HandedPage {...written({ language, style: 'plain' })} roof={<h1>{frame.link.given(read.called)}</h1>}>
      <Stack>
        {trouble && <Notice kind="danger" title={troubleWords(frame, trouble)} />}
        {read.purposes.length === 0 && <Notice kind="info" title={frame.link.nothingGiven} />}
        <List>
          {read.purposes.map((purpose) => (
            <Item
              key={purpose}
              end={
                left.includes(purpose) && (
                  <Button size="inline" onClick={() => void takeBack(purpose)}>
                    {frame.link.takeBack}
                  </Button>
                )
              }
            >
              <Line>
                <PurposeDrawing purpose={purpose} size={32} />
                <b>{titleOf(purpose)}</b>
              </Line>
              <span aria-live="polite">{!left.includes(purpose) && frame.link.takenBack}</span>
            </Item>
          ))}
        </List>
        {document && <p>{document.withdraw}</p>}
        {offered.length > 1 && (
          <Stack>
            {offered
              .filter((each) => each !== language)
              .map((each) => {
                const { name, dir } = languageOnScreen(each);
                return (
                  <Button key={each} kind="quiet" size="inline" lang={each} dir={dir} onClick={() => setLanguage(each)}>
                    {name}
                  </Button>
                );
              })}
          </Stack>
        )}
      </Stack>
    </HandedPage>
  );
}
