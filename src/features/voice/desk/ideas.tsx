import { nameIn, useDesk } from '#desk/desk.ts';
import { PartnerPick, partnerName, usePartner } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { PrintHead } from '#desk/print.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { ideaStates } from '#domain/codes.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { type Idea, ideasOfDesk } from '#domain/voice/ideas.ts';
import { Button } from '#ui/button.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOpened } from '#ui/opened.tsx';
import { IdeaSheet } from './idea.tsx';
import styles from './ideas.module.css';

/** What was asked for, and how far it has come: heard, decided, done, told them. */
export function Ideas() {
  const desk = useDesk();
  const ideas = desk.useView(ideasOfDesk);
  const stock = desk.useView(stockOfDesk);
  const opened = useOpened(ideas.value?.needs, ({ id }) => id);
  const view = stock.value;
  return (
    <>
      <PrintHead title="What was asked for" />
      <AnswerState answer={ideas} what="what was asked for" />
      {ideas.value && view && <Board view={view} ideas={ideas.value.needs} onOpen={opened.open} />}
      {view && <IdeaSheet view={view} opened={opened} />}
    </>
  );
}

type BoardProps = {
  readonly view: StockView;
  readonly ideas: readonly Idea[];
  readonly onOpen: (idea: Idea | null) => void;
};

function Board({ view, ideas, onOpen }: BoardProps) {
  const partner = usePartner(view);
  const own = ideas.filter((idea) => partner === '' || idea.partner === partner);
  return (
    <>
      <Filters label="Whose needs">
        <PartnerPick view={view} />
        <Button kind="primary" size="inline" icon="plus" onClick={() => onOpen(null)}>
          Write down a need
        </Button>
      </Filters>
      {own.length === 0 ? (
        <Empty icon="say" title="Nothing was asked for yet">
          What a debrief raises stands here by itself until somebody answers it.
        </Empty>
      ) : (
        <div className={styles.board}>
          {ideaStates.map(([state, words]) => (
            <Lane key={state} view={view} words={words} ideas={own.filter(({ is }) => is === state)} onOpen={onOpen} />
          ))}
        </div>
      )}
    </>
  );
}

/** As many as somebody reads of what is long done. */
const mostShown = 20;

type LaneProps = Omit<BoardProps, 'ideas'> & { readonly words: string; readonly ideas: readonly Idea[] };

function Lane({ view, words, ideas, onOpen }: LaneProps) {
  return (
    <section className={styles.lane}>
      <h2>
        {words} <b>{ideas.length}</b>
      </h2>
      <ul>
        <Each of={ideas.slice(0, mostShown)} by={(idea) => idea.id}>
          {(idea) => (
            <li>
              <button type="button" data-paper="stays" className={styles.idea} onClick={() => onOpen(idea)}>
                <IdeaWords view={view} idea={idea} />
              </button>
            </li>
          )}
        </Each>
      </ul>
      {ideas.length > mostShown && <p>and {ideas.length - mostShown} before</p>}
    </section>
  );
}

function IdeaWords({ view, idea }: { view: BoardProps['view']; idea: Idea }) {
  const sites = useDesk().useSetUp('site').records;
  const where = idea.site === '' ? null : nameIn(sites, idea.site);
  const so = idea.is === 'decided' ? idea.decision : idea.is === 'done' ? idea.action || idea.decision : null;
  return (
    <>
      <b>{idea.said}</b>
      {so && <span>{so}</span>}
      <small>
        {[
          where,
          view.partners.length > 1 && partnerName(view, idea.partner),
          idea.is === 'told' ? `told ${dateWords(idea.toldOn)}` : dateWords(idea.day),
          !idea.recorded && 'raised in a debrief',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  );
}
