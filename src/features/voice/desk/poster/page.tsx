import { useState } from 'react';
import { Link } from 'react-router';
import { byName, nameIn, useDesk } from '#desk/desk.ts';
import { saveAs } from '#desk/file-buttons.tsx';
import { boxesPeriod, periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { fileWords } from '#domain/reports/file-name.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { type PosterLine, posterOf } from '#domain/voice/ideas/poster.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { useIdeas } from '#features/voice/desk/ideas/queries.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Pick } from '#ui/desk-bar.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { drawPicture } from './picture.ts';
import styles from './poster.module.css';
import { NoticeSheets, type PaperSize, PosterSheets, type PosterWords } from './sheets.tsx';

/** What was said and what came of it, for the fence of a park and the doors around it. */
export function PosterPage() {
  const { me, useSetUp } = useDesk();
  const period = usePeriod(boxesPeriod);
  const [site, setSite] = useSearchField('site');
  const sites = useSetUp('site').records;
  const found = useIdeas();
  const poster = found.value && posterOf(found.value.ideas, { ...period, site });
  const words = {
    programme: me.programme.name,
    where: site === '' ? '' : nameIn(sites, site),
    period: periodWords(period),
    siteName: (id: string) => nameIn(sites, id),
  };
  return (
    <Screen
      title="The poster"
      back={{ to: '/desk/voice', label: 'Voice' }}
      end={
        <>
          <Pick label="Park" value={site} onChange={(event) => setSite(event.target.value)}>
            <option value="">All parks</option>
            {[...(sites ?? [])].sort(byName).map(({ id, body }) => (
              <option key={id} value={id}>
                {body.name}
              </option>
            ))}
          </Pick>
          <PeriodPick otherwise={boxesPeriod} />
        </>
      }
    >
      <div className={styles.page}>
        <PeriodDays otherwise={boxesPeriod} />
        <AnswerState answer={found} what="the ideas" />
        {poster && poster.left.length > 0 && <LeftOut ideas={poster.left} />}
        {poster && poster.lines.length === 0 && (
          <Empty icon="poster" title="Nothing to put up yet">
            Only what was answered stands on a poster, in your words. Answer an idea, or choose another period or park.
          </Empty>
        )}
        {poster && poster.lines.length > 0 && <Made lines={poster.lines} words={words} />}
      </div>
    </Screen>
  );
}

const sizes = { poster: ['A4', 'A3'], notice: ['A5', 'A4'] } as const satisfies Record<string, readonly PaperSize[]>;

function Made({ lines, words }: { lines: readonly PosterLine[]; words: PosterWords }) {
  const [as, setAs] = useSearchField('as');
  const [asked, setSize] = useSearchField('size');
  const kind = as === 'notice' ? 'notice' : 'poster';
  const size = sizes[kind].find((each) => each === asked) ?? sizes[kind][0];
  const Sheets = kind === 'notice' ? NoticeSheets : PosterSheets;
  return (
    <>
      <div className={styles.asked}>
        <Choice
          legend="What is it?"
          tile="12rem"
          options={[
            { value: 'poster', label: 'A poster', hint: 'For the park: You said, we did', icon: 'poster' },
            { value: 'notice', label: 'A notice', hint: 'From door to door: From your ideas', icon: 'door' },
          ]}
          value={kind}
          onChange={(next) => setAs(next === 'notice' ? next : '')}
        />
        <Choice
          legend="How large?"
          tile="8rem"
          options={sizes[kind].map((value) => ({ value, label: value }))}
          value={size}
          onChange={(next) => setSize(next === sizes[kind][0] ? '' : next)}
        />
        <div className={styles.buttons}>
          <Button kind="primary" size="inline" icon="print" onClick={() => window.print()}>
            Print
          </Button>
          <PictureButton lines={lines} words={words} />
        </div>
      </div>
      <div className={styles.sheets} data-paper="sheet">
        <Sheets lines={lines} size={size} words={words} />
      </div>
    </>
  );
}

/** The same as a picture, for a message or a page. */
function PictureButton({ lines, words }: { lines: readonly PosterLine[]; words: PosterWords }) {
  const [said, setSaid] = useState('');
  async function make() {
    setSaid('');
    const picture = await drawPicture(lines, words);
    if (picture) saveAs(picture, `${['you-said-we-did', fileWords(words.where)].filter(Boolean).join('-')}.png`);
    setSaid(picture ? 'Saved in your downloads.' : 'This browser makes no pictures. Print it instead.');
  }
  return (
    <>
      <Button size="inline" icon="share" onClick={() => void make()}>
        Save as a picture
      </Button>
      <p aria-live="polite">{said}</p>
    </>
  );
}

/** Answered, but not in a coordinator’s words. */
function LeftOut({ ideas }: { ideas: readonly Idea[] }) {
  return (
    <div className={styles.left}>
      <Notice
        kind="info"
        icon="idea"
        title={`${ideas.length} answered ${ideas.length === 1 ? 'idea is' : 'ideas are'} not on it`}
      >
        A child’s own words stand on no poster. Put them in a few words of yours, with yes, part or no:{' '}
        {ideas.map((idea, at) => (
          <span key={idea.id}>
            {at > 0 && ', '}
            <Link to={`/desk/voice/ideas/${encodeURIComponent(idea.id)}`}>{titleOf(idea)}</Link>
          </span>
        ))}
      </Notice>
    </div>
  );
}
