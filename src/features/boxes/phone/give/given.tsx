import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { giveAddress, type Outing } from '#features/boxes/phone/outing.ts';
import { keepsStock } from '#features/boxes/stock.ts';
import { useLastDone } from '#phone/done.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { KitIcons } from '#ui/kit-choice.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';
import { progressWords } from './foot-words.ts';
import { type Receipt, receiptText, useReceipt } from './receipt.ts';
import { ToWho } from './steps.tsx';

/** It is given out: Undo, a thank-you to take along, and on to the next. */
export function Given({ outing, thanks }: { outing: Outing; thanks: boolean }) {
  const { stock, session, day, title } = outing;
  const done = useLastDone();
  const receipt = useReceipt();
  const navigate = useNavigate();
  const { state } = useLocation();
  const who = giveAddress(session);
  if (!receipt) return <Navigate to={who} replace />;
  if (thanks) return <Thanks receipt={receipt} onClose={() => void navigate(-1)} />;
  if (!done?.undo) return <Navigate to={who} replace />;
  return (
    <PhonePage
      title="Given out"
      subtitle={title}
      back={(parts) => <ToWho to={who} {...parts} />}
      bottom={
        <>
          <DoneBar />
          <Foot>
            <ToWho className={buttonClass({ kind: 'primary', wide: true })} to={who}>
              Next person
            </ToWho>
            <Link className={buttonClass({ wide: true })} to={session ? `/s/${session.id}` : '/boxes'} replace>
              {session ? 'Back to the session' : 'To the boxes'}
            </Link>
          </Foot>
        </>
      }
    >
      <Stack>
        <Empty icon="box" title={done.words}>
          {progressWords(stock, day)} Saved on this phone.
        </Empty>
        {receipt.toCome !== '' && (
          <Notice kind="warn" title={`Owed: ${receipt.toCome}`}>
            {keepsStock(stock) ? 'It is listed under Boxes until it is supplied.' : 'Tell the worker.'}
          </Notice>
        )}
        <Link
          className={buttonClass({ wide: true })}
          to={giveAddress(session, { given: '1', thanks: '1' })}
          state={state}
        >
          <Icon name="say" /> Thank-you receipt
        </Link>
      </Stack>
    </PhonePage>
  );
}

/** Shown to a family, shared or printed: nothing on it says who they are. */
function Thanks({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { what, icons, inside, toCome, from } = receipt;
  return (
    <PhonePage
      title="Thank-you receipt"
      bottom={
        <Foot>
          <ShareButton text={receiptText(receipt)} />
          <Button wide icon="print" onClick={() => window.print()}>
            Print
          </Button>
          <Button kind="primary" wide onClick={onClose}>
            Done
          </Button>
        </Foot>
      }
    >
      <Card>
        <Stack>
          <h2>{what}</h2>
          <KitIcons names={icons} />
          {inside !== '' && <p>With {inside}.</p>}
          {toCome !== '' && (
            <p>
              <b>Still to come:</b> {toCome}. We owe you that.
            </p>
          )}
          <p>{from}</p>
          <p>
            <b>Have fun, and share it with a friend!</b>
          </p>
        </Stack>
      </Card>
    </PhonePage>
  );
}
