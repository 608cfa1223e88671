import type { Language } from '#domain/people-codes.ts';
import { dayOf, timeOf } from '#domain/time.ts';
import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Leaf } from '#ui/leaf.tsx';
import styles from './asking.module.css';
import type { AskPageProps } from './beginning.tsx';
import type { AskPack } from './pack.ts';
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

type Told = NonNullable<AskPack['tell']>;

const partOf = ({ at, zone }: Told, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options }).format(new Date(at));

const whenWords = (tell: Told, language: Language): string =>
  `${partOf(tell, language, { weekday: 'long', day: 'numeric', month: 'long' })}, ${timeOf(tell.at, tell.zone)}`;

function CalendarLeaf({ tell, language }: { readonly tell: Told; readonly language: Language }) {
  return (
    <span className={styles.leaf} aria-hidden="true">
      <span>{partOf(tell, language, { weekday: 'short' })}</span>
      <b>{Number(dayOf(tell.at, tell.zone).slice(8))}</b>
      <span>{partOf(tell, language, { month: 'long' })}</span>
    </span>
  );
}

/** Pressed leaves, in the colours of the badges. */
const leaves = [
  [7, 1, 8, 4],
  [3, 3, 38, 6],
  [1, 4, 62, 8],
  [0, 5, 88, 2],
  [0, 0, 26, 36],
  [6, 2, 78, 38],
  [2, 2, 6, 62],
  [1, 3, 92, 64],
] as const;

const Leaves = () => (
  <div className={styles.leaves} aria-hidden="true">
    {leaves.map(([shape, colour, x, y]) => (
      <span key={x} style={{ insetInlineStart: `calc(${x}% - 13px)`, insetBlockStart: `${y}%` }}>
        <Leaf shape={shape} colour={colour} size={26} />
      </span>
    ))}
  </div>
);
