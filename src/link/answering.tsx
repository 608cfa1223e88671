import { useEffect, useRef, useState } from 'react';
import { answerKey, type SittingShown, type SittingSoFar, wordingIn } from '#domain/people/consents/sitting.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import { written } from '#features/consent/phone/handed/page.ts';
import { nothingYet, SittingPages } from '#features/consent/phone/handed/pages.tsx';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { type Arrival, Arrived } from './arrived.tsx';
import { copyOfAnswers } from './copy.ts';
import { languageFor } from './language.ts';
import { type LinkAnswered, type LinkRead, post, troubleWords } from './post.ts';

/** Somebody answers on their own phone: the pages of the park. What they typed is in memory until it has arrived, and nowhere else. */

type AnsweringProps = {
  readonly token: string;
  readonly read: LinkRead;
  /** Reads the texts again; false where there was no answer. */
  readonly onReadAgain: () => Promise<boolean>;
  readonly onGone: () => void;
};

/** The one child of a link has no id here. */
const child = 'child';

const sittingOf = ({ called, purposes, wordings, language }: LinkRead): SittingShown => ({
  ...{ giver: { name: '', isSelf: false }, witness: null, interpreter: null, way: 'link', wordings, language },
  children: [{ id: child, called, questions: purposes.map((purpose) => ({ purpose })) }],
});

/** The page somebody is on, and Back, which goes to the page before. */
function usePages(change: (changed: Partial<SittingSoFar>) => void) {
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    // After a reload nothing is typed, wherever this tab had come.
    window.history.replaceState({ page: 'language' }, '');
    const onBack = ({ state }: PopStateEvent) => latest.current({ page: String(state?.page ?? 'language') });
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  return (page: string) => {
    window.history.pushState({ page }, '');
    change({ page });
    window.scrollTo(0, 0);
  };
}

export function Answering({ token, read, onReadAgain, onGone }: AnsweringProps) {
  const sitting = sittingOf(read);
  const offered = read.wordings.map(({ document }) => document.language);
  const [so, setSo] = useState<SittingSoFar>({ ...nothingYet, language: languageFor(read.language, offered) });
  const [isChanged, setChanged] = useState(false);
  const [arrival, setArrival] = useState<Arrival>();
  const change = (changed: Partial<SittingSoFar>) => setSo((before) => ({ ...before, ...changed }));
  const go = usePages(change);

  async function send(frame: Frame): Promise<string | null> {
    const own = wordingIn(sitting, so.language, so.style) ?? sitting.wordings[0];
    if (!own) return frame.link.noSignal;
    const says = so.says[child]?.trim();
    const answers = read.purposes.flatMap((purpose) => {
      const said = so.answers[answerKey(child, purpose)];
      const limits = said?.limits?.trim();
      return said ? [{ purpose, decision: said.decision, ...(limits && { limits }) }] : [];
    });
    const got = await post('/api/link/answer', {
      ...{ token, wording: own.sha256, answers, ...(says && { childSays: says }), name: so.fullName.trim() },
      ...{ relationship: so.relationship, responsibility: so.responsibility, heard: so.heard },
    });
    if (got.ok) {
      setArrival({ state: got.value.state, copy: copyFor(got.value, frame) });
      // Nothing of what was answered stays behind in the form.
      setSo({ ...nothingYet, language: so.language, style: so.style, page: 'thanks' });
      return null;
    }
    if (got.why === 'link-gone') onGone();
    if (got.why === 'says-more' && (await onReadAgain())) setChanged(true);
    return troubleWords(frame, got.why);
  }

  function copyFor({ state, decidedAt, zone, head, withdraw }: LinkAnswered, frame: Frame): string {
    const own = wordingIn(sitting, so.language, so.style) ?? sitting.wordings[0];
    if (!own) return '';
    const back = withdraw === null ? null : `${window.location.origin}${window.location.pathname}#${withdraw}`;
    const answered = own.document.purposes.flatMap((asked) => {
      const said = so.answers[answerKey(child, asked.purpose)];
      const counts = state !== 'before' || said?.decision === 'refused';
      return said && counts && read.purposes.includes(asked.purpose) ? [{ asked, said }] : [];
    });
    return copyOfAnswers({
      ...{ frame, document: own.document, sha256: own.sha256, called: read.called, name: so.fullName.trim() },
      ...{ answered, decidedAt, zone, head, back },
      note: { holds: null, asks: frame.link.onlyAsks, before: frame.link.answeredBefore }[state],
    });
  }

  if (isChanged)
    return (
      <Changed
        so={so}
        called={read.called}
        onRead={() => {
          change({ answers: {}, heard: 'none', page: 'language' });
          setChanged(false);
        }}
      />
    );
  // Once it has arrived, Back leads nowhere but to the thanks.
  return (
    <SittingPages
      {...{ sitting, change, go }}
      so={arrival ? { ...so, page: 'thanks' } : so}
      onAgree={send}
      thanks={(props) => arrival && <Arrived {...props} {...arrival} />}
    />
  );
}

type ChangedProps = { readonly so: SittingSoFar; readonly called: string; readonly onRead: () => void };

/** What they answered was answered on other words, and is asked again in these. Their name stays typed. */
function Changed({ so, called, onRead }: ChangedProps) {
  const frame = useFrame(so);
  if (!frame) return null;
  return (
    <HandedPage
      {...written(so)}
      roof={<h1>{frame.consentFor(called)}</h1>}
      buttons={
        <Button kind="primary" size="large" onClick={onRead}>
          {frame.continue}
        </Button>
      }
    >
      <Notice kind="warn" title={frame.link.changed} />
    </HandedPage>
  );
}
