import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import { PartnerPick, usePartner } from '#desk/partner.tsx';
import type { Saying } from '#domain/records/say.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { movesSaid, takeBack } from '#domain/stock/acts.ts';
import type { Shelf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { toInstant } from '#domain/time.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './boxes.module.css';
import { CountSheet } from './count.tsx';
import { type Move, type Moved, MoveSheet } from './move.tsx';
import { HandedOver, OnLoan } from './out.tsx';
import { Questions } from './questions.tsx';
import { OwnerTable, PlaceTable } from './tables.tsx';

/** What is where, and whose: set by owner, or of one partner set by place. */
export function Stock({ view }: { view: StockView }) {
  const partner = usePartner(view);
  const [move, setMove] = useState<Move>();
  const [shelf, setShelf] = useState<Shelf>();
  const [last, setLast] = useState<LastDone>();
  const done = (next: LastDone) => {
    setMove(undefined);
    setShelf(undefined);
    setLast(next);
  };
  const shelves = view.shelves.filter((each) => partner === '' || each.partner === partner);
  return (
    <>
      <Filters label="Whose stock">
        <PartnerPick view={view} />
        <MoveButtons view={view} onMove={setMove} />
      </Filters>
      <LastDoneBar last={last} onUndone={() => setLast(undefined)} />
      <Questions view={view} shelves={shelves} partner={partner} onCount={setShelf} />
      {shelves.length === 0 ? (
        <Nothing view={view} onReceive={() => setMove('receive')} />
      ) : partner === '' ? (
        <OwnerTable view={view} />
      ) : (
        <PlaceTable view={view} partner={partner} onCount={(each) => each.place !== onLoan && setShelf(each)} />
      )}
      <OnLoan view={view} partner={partner} />
      <HandedOver view={view} partner={partner} />
      <MoveSheet view={view} move={move} partner={partner} onClose={() => setMove(undefined)} onDone={done} />
      <CountSheet
        view={view}
        shelf={shelf}
        onClose={() => setShelf(undefined)}
        onDone={(words) => done({ words, saying: undefined })}
      />
    </>
  );
}

function MoveButtons({ view, onMove }: { view: StockView; onMove: (move: Move) => void }) {
  const partners = useDesk().useSetUp('partner').records ?? view.partners;
  return (
    <div className={styles.tools}>
      <Button kind="primary" size="inline" icon="plus" onClick={() => onMove('receive')}>
        Receive
      </Button>
      <Button size="inline" onClick={() => onMove('load')}>
        Load or move
      </Button>
      <Button size="inline" onClick={() => onMove('build')}>
        Build
      </Button>
      {partners.length > 1 && (
        <Button size="inline" onClick={() => onMove('hand over')}>
          Hand to a partner
        </Button>
      )}
      <Link className={buttonClass({ size: 'inline' })} to="/desk/boxes/import">
        From a file
      </Link>
      <Link className={buttonClass({ size: 'inline' })} to="/desk/boxes/labels">
        Labels
      </Link>
    </div>
  );
}

/** A count is put right by another count, so only what moved can be taken back. */
type LastDone = Omit<Moved, 'saying'> & { readonly saying: readonly Saying[] | undefined };

/** What was done last, and the way back: it stays until the next thing is done. */
function LastDoneBar({ last, onUndone }: { last: LastDone | undefined; onUndone: () => void }) {
  const desk = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const undo = useOnce(async () => {
    if (!last?.saying) return;
    const at = toInstant(Date.now());
    const problem = await desk.save(
      'Taking it back',
      movesSaid(last.saying).map((each) => takeBack({ at, newId }, each)),
    );
    setTrouble(problem);
    if (problem === null) onUndone();
  });
  return (
    <div className={styles.last} aria-live="polite">
      <NotSaved trouble={trouble} />
      {last && (
        <Notice
          kind="ok"
          title={`${last.words}.`}
          action={
            last.saying && (
              <Button size="inline" icon="undo" onClick={() => void undo()}>
                Undo
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

function Nothing({ view, onReceive }: { view: StockView; onReceive: () => void }) {
  const none = view.sets.length === 0;
  return (
    <Empty
      icon="box"
      title={none ? 'No sets yet' : 'Nothing in stock yet'}
      action={
        none ? (
          <Link className={buttonClass({ kind: 'primary' })} to="/desk/set-up/sets/new">
            Add the first set
          </Link>
        ) : (
          <Button kind="primary" onClick={onReceive}>
            Write down what is there
          </Button>
        )
      }
    >
      {none
        ? 'A set is a kind of box, or one thing that goes into boxes.'
        : 'Receive what came in, or read a delivery note from a file.'}
    </Empty>
  );
}
