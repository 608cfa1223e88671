import { Link, useParams } from 'react-router';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import type { ViewAnswer } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import type { ideaOfDesk } from '#domain/voice/ideas/view.ts';
import { ideaDecisions, ideaSources, toldWays } from '#domain/voice-codes.ts';
import { Item, List } from '#ui/card.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { Panel, Panels } from '#ui/panels.tsx';
import { AnswerForm } from './answer.tsx';
import { DoneForm } from './done.tsx';
import styles from './idea.module.css';
import { Joined } from './joined.tsx';
import { useFigures, useIdea } from './queries.ts';
import { Stops } from './stops.tsx';
import { ThinkForm } from './think.tsx';
import { ToldAt } from './told-at.tsx';

export type OneIdea = Omit<ViewAnswer<typeof ideaOfDesk>, 'idea'> & { readonly idea: Idea };

/** One idea: where it was heard, who looks into it, the answer, what was done, and where they were told. */
export function IdeaPage() {
  const { id = '' } = useParams();
  const found = useIdea(id);
  const idea = found.value?.idea;
  return (
    <Screen title="Idea" heading={idea ? titleOf(idea) : 'Idea'} back={{ to: '/desk/voice', label: 'Voice' }}>
      <AnswerState answer={found} what="the idea" />
      {found.value && !idea && (
        <Empty icon="idea" title="This idea is not known here">
          It may belong to another partner, or not have arrived yet.
        </Empty>
      )}
      {found.value && idea && <Shown key={idea.id} of={{ ...found.value, idea }} />}
    </Screen>
  );
}

function Shown({ of }: { of: OneIdea }) {
  const { idea } = of;
  const today = dayOf(Date.now());
  const figures = useFigures(today);
  const sites = useDesk().useSetUp('site').records;
  return (
    <div className={styles.idea}>
      <p className={styles.where}>
        {[...idea.sites.map((site) => nameIn(sites, site)), `heard ${dateWords(idea.day)}`].join(', ')}
      </p>
      <Stops idea={idea} line={figures(idea)} today={today} />
      <Panels>
        <Panel wide title="The answer">
          <AnswerForm idea={idea} />
        </Panel>
        <Panel title="What was said">
          <HeardFrom idea={idea} />
        </Panel>
        <Panel title="Who looks into it">
          <ThinkForm idea={idea} />
        </Panel>
        <Panel title="What is done">
          <DoneForm idea={idea} />
        </Panel>
        <Panel title="Told them">
          <ToldAt of={of} />
        </Panel>
        <Panel title="One with another idea">
          <Joined of={of} />
        </Panel>
        <Panel wide title="What happened">
          <History idea={idea} />
        </Panel>
      </Panels>
    </div>
  );
}

/** Its words, and everywhere they came from. */
function HeardFrom({ idea: { said, sources, session, day } }: { idea: Idea }) {
  return (
    <>
      <Remark>{said}</Remark>
      <List>
        {sources.map(({ from, id, n }) => (
          <Item key={`${from} ${id}`} icon="say" calm end={n > 1 ? `${n}×` : undefined}>
            {wordsOf(ideaSources, from)}
          </Item>
        ))}
      </List>
      {session !== '' && (
        <p>
          <Link to={`/desk/sessions/${session}`}>The session of {dateWords(day)}</Link>
        </p>
      )}
    </>
  );
}

/** What is known of its way, day by day. */
function History({ idea }: { idea: Idea }) {
  const team = useDesk().useSetUp('member').records;
  const sites = useDesk().useSetUp('site').records;
  const { day, answeredOn, decision, doneOn, toldOn, toldHow, told, joined } = idea;
  const happened = [
    [day, 'Heard'],
    ...joined.map((each) => [each.day, `Heard as “${titleOf(each)}”, which is part of it`]),
    [answeredOn, `Answered: ${wordsOf(ideaDecisions, decision).toLowerCase() || 'in words'}`],
    [doneOn, 'Done'],
    [toldOn, `Told, as an older app wrote it down${toldHow === '' ? '' : `: ${toldHow}`}`],
    ...told.map((each) => [
      each.day,
      `Told at ${each.site === '' ? 'a session' : nameIn(sites, each.site)} by ${nameIn(team, each.by)}: ${wordsOf(toldWays, each.how).toLowerCase()}${each.is === 'held' ? '' : '. It did not take place, so it does not count'}`,
    ]),
  ].filter(([on]) => on !== '');
  return (
    <ol className={styles.history}>
      {happened
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
        .map(([on = '', what = '']) => (
          <li key={`${on} ${what}`}>
            <b>{dateWords(on)}</b> {what}
          </li>
        ))}
    </ol>
  );
}
