import type { Language } from '#domain/people-codes.ts';
import { dayOf } from '#domain/time.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Leaf } from '#ui/leaf.tsx';
import styles from './asking.module.css';
import type { AskPageProps } from './beginning.tsx';
import { partOfDay, type ToldThen, thankYouLeaves, whenWords } from './told.ts';
import { WavingAcorns } from './waving-acorns.tsx';

type ThanksProps = AskPageProps & { readonly onNext: () => void; readonly onEnd: (() => void) | undefined };

/** Nothing of what was answered stands here: the phone is about to change hands. When and where the answer is told is a promise. */
export function Thanks({ pack, frame, language, dir, onNext, onEnd }: ThanksProps) {
  const [before, no, after] = frame.ifNo;
  return (
    <HandedPage
      lang={language}
      dir={dir}
      roof={<span>{pack.park}</span>}
      buttons={
        <Button kind="primary" size="large" wide iconEnd={onEnd ? undefined : 'next'} onClick={onEnd ?? onNext}>
          {onEnd ? frame.giveBack : frame.nextPerson}
        </Button>
      }
      note={!pack.person && frame.nobody}
    >
      <section className={styles.stage}>
        <h1 tabIndex={-1} data-ask-title>
          {frame.thanks}
        </h1>
        <Leaves />
        <WavingAcorns />
      </section>
      <div className={styles.told}>
        {pack.tell && <CalendarLeaf tell={pack.tell} language={language} />}
        <p>
          <b>{pack.tell ? frame.tellOn(whenWords(pack.tell, language)) : frame.tellHere}</b>
          {frame.board}
        </p>
      </div>
      <p className={styles.aside}>
        {before}
        <b>{no}</b>
        {after}
      </p>
    </HandedPage>
  );
}

function CalendarLeaf({ tell, language }: { readonly tell: ToldThen; readonly language: Language }) {
  return (
    <span className={styles.leaf} aria-hidden="true">
      <span>{partOfDay(tell, language, { weekday: 'short' })}</span>
      <b>{Number(dayOf(tell.at, tell.zone).slice(8))}</b>
      <span>{partOfDay(tell, language, { month: 'long' })}</span>
    </span>
  );
}

const Leaves = () => (
  <div className={styles.leaves} aria-hidden="true">
    {thankYouLeaves.map(({ shape, colour, x, y }) => (
      <span key={x} style={{ insetInlineStart: `calc(${x}% - 13px)`, insetBlockStart: `${y}%` }}>
        <Leaf shape={shape} colour={colour} size={26} />
      </span>
    ))}
  </div>
);
