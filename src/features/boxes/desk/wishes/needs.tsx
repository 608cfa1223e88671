import { useState } from 'react';
import { nameIn, useDesk } from '#desk/desk.ts';
import { PartnerPick, usePartner } from '#desk/partner.tsx';
import { PrintHead } from '#desk/print.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { ideaStates } from '#domain/codes.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { type Need, needsOfDesk } from '#domain/voice/needs.ts';
import { dateWords, partnerName } from '#features/boxes/desk/words.ts';
import { Button } from '#ui/button.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { NeedSheet } from './need.tsx';
import styles from './needs.module.css';

/** What was asked for, and how far it has come: heard, decided, done, told them. */
export function Needs() {
  const desk = useDesk();
  const needs = desk.useView(needsOfDesk);
  const stock = desk.useView(stockOfDesk);
  const [open, setOpen] = useState<Need | null>();
  const view = stock.value;
  return (
    <>
      <PrintHead title="What was asked for" />
      <AnswerState answer={needs} what="what was asked for" />
      {needs.value && view && <Board view={view} needs={needs.value.needs} onOpen={setOpen} />}
      {view && <NeedSheet view={view} need={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type BoardProps = {
  readonly view: StockView;
  readonly needs: readonly Need[];
  readonly onOpen: (need: Need | null) => void;
};

function Board({ view, needs, onOpen }: BoardProps) {
  const partner = usePartner(view);
  const own = needs.filter((need) => partner === '' || need.partner === partner);
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
            <Lane key={state} view={view} words={words} needs={own.filter(({ is }) => is === state)} onOpen={onOpen} />
          ))}
        </div>
      )}
    </>
  );
}

/** As many as somebody reads of what is long done. */
const mostShown = 20;

type LaneProps = Omit<BoardProps, 'needs'> & { readonly words: string; readonly needs: readonly Need[] };

function Lane({ view, words, needs, onOpen }: LaneProps) {
  return (
    <section className={styles.lane}>
      <h2>
        {words} <b>{needs.length}</b>
      </h2>
      <ul>
        <Each of={needs.slice(0, mostShown)} by={(need) => need.id}>
          {(need) => (
            <li>
              <button type="button" data-paper="stays" className={styles.need} onClick={() => onOpen(need)}>
                <NeedWords view={view} need={need} />
              </button>
            </li>
          )}
        </Each>
      </ul>
      {needs.length > mostShown && <p>and {needs.length - mostShown} before</p>}
    </section>
  );
}

function NeedWords({ view, need }: { view: BoardProps['view']; need: Need }) {
  const sites = useDesk().useSetUp('site').records;
  const where = need.site === '' ? null : nameIn(sites, need.site);
  const so = need.is === 'decided' ? need.decision : need.is === 'done' ? need.action || need.decision : null;
  return (
    <>
      <b>{need.said}</b>
      {so && <span>{so}</span>}
      <small>
        {[
          where,
          view.partners.length > 1 && partnerName(view, need.partner),
          need.is === 'told' ? `told ${dateWords(need.toldOn)}` : dateWords(need.day),
          !need.recorded && 'raised in a debrief',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  );
}
