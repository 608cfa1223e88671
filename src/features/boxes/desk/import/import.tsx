import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import own from '#desk/import/import.module.css';
import { firstPartner } from '#desk/partner.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { tableIn } from '#domain/reports/table.ts';
import { noteTable } from '#domain/stock/note-table.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { partnerFault } from '#features/boxes/faults.ts';
import type { Faults } from '#forms/faults.ts';
import { useForm } from '#forms/form.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { expectedOf, NoteForm, newDelivery, type TypedNote } from './form.tsx';
import { ImportPreview } from './preview.tsx';
import { nothingSaid } from './read.ts';
import { type Minted, mint } from './save.ts';

/** A delivery note or what was there at the beginning, from a file or pasted. Nothing is saved before somebody has looked. */
export function Import() {
  const stock = useDesk().useView(stockOfDesk);
  const [saved, setSaved] = useState({ times: 0, words: '' });
  return (
    <Screen title="Read in a delivery note" back={{ to: '/desk/boxes', label: 'Boxes' }}>
      <div className={own.importing}>
        <AnswerState answer={stock} what="the stock" />
        <div aria-live="polite" className={styles.last}>
          {saved.words !== '' && (
            <Notice
              kind="ok"
              title={saved.words}
              action={
                <Link className={buttonClass({ size: 'inline' })} to="/desk/boxes">
                  See the stock
                </Link>
              }
            />
          )}
        </div>
        {stock.value && (
          <Reading
            key={saved.times}
            view={stock.value}
            onSaved={(words) => setSaved(({ times }) => ({ times: times + 1, words }))}
          />
        )}
      </div>
    </Screen>
  );
}

const afresh = (view: StockView): TypedNote => ({
  ...{ partner: firstPartner(view), kind: 'delivery', expected: '', supplier: '', text: '' },
  day: dayOf(Date.now()),
  said: nothingSaid,
});

function Reading({ view, onSaved }: { view: StockView; onSaved: (words: string) => void }) {
  const form = useForm<TypedNote>({
    name: 'note',
    now: afresh(view),
    judge: (typed) => judge(view, typed),
    days: { day: 'past' },
    save: async () => null,
  });
  const text = form?.values.text ?? '';
  const [looking, setLooking] = useState(false);
  const rows = useMemo(() => tableIn(noteTable, text), [text]);
  const minted = useRef(new Map<string, Minted>());
  if (!form) return null;
  const { said } = form.values;

  function change(changed: Partial<TypedNote>) {
    // What was said of columns and of a repeat was said of another text; what a name means stays.
    const otherText = changed.text !== undefined && { columns: undefined, again: undefined, leaveOut: false };
    const otherPartner = changed.partner !== undefined && { places: {}, again: undefined };
    form?.change({
      ...changed,
      ...((otherText || otherPartner) && { said: { ...said, ...otherText, ...otherPartner } }),
    });
  }

  /** Of this note and no other: what is tried again after going back is the same act. */
  function mintedFor(source: string): Minted {
    const { partner, kind, expected, day } = form?.values ?? afresh(view);
    const key = [source, partner, kind, expected, day, said.again].join('|');
    const known = minted.current.get(key) ?? mint(form && expectedOf(view, form.values));
    minted.current.set(key, known);
    return known;
  }

  if (looking)
    return (
      <ImportPreview
        {...{ view, rows, said, mintedFor }}
        typed={form.values}
        onSay={(changed) => form.change({ said: { ...said, ...changed } })}
        onBack={() => setLooking(false)}
        onSaved={(words) => void form.drop().then(() => onSaved(words))}
      />
    );
  return <NoteForm view={view} form={form} onChange={change} onLook={() => setLooking(form.check())} />;
}

function judge(view: StockView, typed: TypedNote): Faults<TypedNote> {
  const isDelivery = typed.kind === 'delivery';
  const waits = expectedOf(view, typed) !== undefined;
  const isAsked = view.deliveries.some(({ partner, is }) => partner === typed.partner && is !== 'in');
  return {
    partner: partnerFault(typed.partner),
    expected:
      isDelivery && isAsked && typed.expected === ''
        ? `Which delivery is it, or is it ${newDelivery.toLowerCase()}?`
        : undefined,
    supplier: isDelivery && !waits && typed.supplier.trim() === '' ? 'Who delivered it?' : undefined,
    day: typed.day === '' ? 'Which day?' : undefined,
    text: faultInText(typed.text),
  };
}

function faultInText(text: string): string | undefined {
  const rows = tableIn(noteTable, text);
  if (rows.length === 0) return 'Choose a file or paste the lines.';
  if (rows.length === 1) return 'There is one line only: paste the headings and the lines under them.';
  return rows.every(({ cells }) => cells.length < 2)
    ? 'This has one column only. It needs two: what, and how many.'
    : undefined;
}
