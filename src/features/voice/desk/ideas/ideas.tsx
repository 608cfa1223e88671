import { Link } from 'react-router';
import { byName, nameIn, useDesk } from '#desk/desk.ts';
import { boxesPeriod, dateWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { PrintHead } from '#desk/print.tsx';
import { AnswerState, PeriodPick } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { dayOf } from '#domain/time.ts';
import { type Idea, isOverdue } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { VoiceScreen } from '#features/voice/desk/voice.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Pick } from '#ui/desk-bar.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOpened } from '#ui/opened.tsx';
import { AddIdea } from './add.tsx';
import styles from './ideas.module.css';
import { Offered } from './offered.tsx';
import { type IdeaFilter, ideaFilters, placeOf, shownIdeas, useFigures, useIdeas } from './queries.ts';
import { RegisterFiles } from './register-files.tsx';
import { reasonOf, Stops, stopHeads } from './stops.tsx';

/** What young people asked for, each a line from being heard to being told. */
export function Ideas() {
  const period = usePeriod(boxesPeriod);
  const [site, setSite] = useSearchField('site');
  const [only, setOnly] = useSearchField('only');
  const sites = useDesk().useSetUp('site').records;
  const found = useIdeas();
  const opened = useOpened<never>(undefined, () => '');
  const today = dayOf(Date.now());
  const ideas = found.value ? shownIdeas(found.value.ideas, { ...period, site }, today) : [];
  const chosen = ideaFilters.find((each) => each === only);
  return (
    <VoiceScreen
      tab="ideas"
      counts={{ ideas: found.value && ideas.length }}
      sum={found.value && <Sum ideas={ideas} chosen={chosen} onChoose={setOnly} />}
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
          <Button size="inline" icon="plus" onClick={() => opened.open(null)}>
            Add an idea
          </Button>
          <Link className={buttonClass({ kind: 'primary', size: 'inline' })} to={posterAt(site, period)}>
            <Icon name="poster" />
            The poster
          </Link>
        </>
      }
      aside={found.value && <Offered of={found.value} />}
    >
      <PrintHead title="You said, we did" period={period} />
      <PeriodDays otherwise={boxesPeriod} />
      <AnswerState answer={found} what="the ideas" />
      {found.value && <Lines ideas={ideas.filter((idea) => !chosen || placeOf(idea) === chosen)} to={period.to} />}
      {found.value && <RegisterFiles period={period} site={site} where={site === '' ? '' : nameIn(sites, site)} />}
      {found.value && <AddIdea of={found.value} opened={opened} />}
    </VoiceScreen>
  );
}

const posterAt = (site: string, { from, to }: { readonly from: string; readonly to: string }): string =>
  `/desk/voice/poster?${new URLSearchParams({ from, to, ...(site !== '' && { site }) })}`;

const sumWords: Readonly<Record<IdeaFilter, string>> = { answer: 'to answer', tell: 'to tell', closed: 'closed' };

type SumProps = {
  readonly ideas: readonly Idea[];
  readonly chosen: IdeaFilter | undefined;
  readonly onChoose: (only: string) => void;
};

/** `2 to answer · 2 to tell · 10 closed`: together all of them, each a way to its own. */
function Sum({ ideas, chosen, onChoose }: SumProps) {
  return ideaFilters.map((each, at) => (
    <span key={each}>
      {at > 0 && ' · '}
      <button type="button" aria-pressed={chosen === each} onClick={() => onChoose(chosen === each ? '' : each)}>
        <b>{ideas.filter((idea) => placeOf(idea) === each).length}</b> {sumWords[each]}
      </button>
    </span>
  ));
}

function Lines({ ideas, to }: { ideas: readonly Idea[]; to: string }) {
  const figures = useFigures(to);
  const sites = useDesk().useSetUp('site').records;
  const today = dayOf(Date.now());
  if (ideas.length === 0)
    return (
      <Empty icon="idea" title="No idea here yet">
        What a debrief raises is listed here by itself. Add what you heard, or take a wish on the right.
      </Empty>
    );
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <span>Idea</span>
        {stopHeads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ul className={styles.ideas}>
        <Each of={ideas} by={({ id }) => id}>
          {(idea) => (
            <li>
              <div className={styles.what}>
                <Link to={`/desk/voice/ideas/${encodeURIComponent(idea.id)}`}>{titleOf(idea)}</Link>
                <small>{[...idea.sites.map((site) => nameIn(sites, site)), dateWords(idea.day)].join(', ')}</small>
              </div>
              <Stops idea={idea} line={figures(idea)} today={today} />
              <p className={isOverdue(idea, today) ? styles.overdue : undefined}>{reasonOf(idea, today)}</p>
            </li>
          )}
        </Each>
      </ul>
      <p className={styles.note}>
        Heard in the period, and older ones that still wait. An idea is closed once told at two sessions of its park, or
        at the last one there.
      </p>
    </>
  );
}
