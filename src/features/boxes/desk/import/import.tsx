import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { tableIn } from '#domain/stock/note-table.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { faultInPartner, firstPartner } from '#features/boxes/desk/fields.tsx';
import { faultsInDays } from '#forms/day-field.tsx';
import { buttonClass } from '#ui/button.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import own from './import.module.css';
import { expectedOf, NoteForm, newDelivery, type TypedNote } from './import-form.tsx';
import { ImportPreview } from './import-preview.tsx';
import { nothingSaid, type Said } from './import-read.ts';
import { type Minted, mint } from './import-save.ts';

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

function Reading({ view, onSaved }: { view: StockView; onSaved: (words: string) => void }) {
  const [typed, setTyped] = useState<TypedNote>(() => ({
    partner: firstPartner(view),
    kind: 'delivery',
    expected: '',
    supplier: '',
    day: dayOf(Date.now()),
    sure: [],
    text: '',
  }));
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [looking, setLooking] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const rows = useMemo(() => tableIn(typed.text), [typed.text]);
  const minted = useRef(new Map<string, Minted>());

  function change(changed: Partial<TypedNote>) {
    setTyped((before) => ({ ...before, ...changed }));
    // What was said of columns and of a repeat was said of another text; what a name means stays.
    if (changed.text !== undefined)
      setSaid((before) => ({ ...before, columns: undefined, again: undefined, leaveOut: false }));
    if (changed.partner !== undefined) setSaid((before) => ({ ...before, places: {}, again: undefined }));
  }

  function look() {
    const found = faultsIn(view, typed);
    setFaults(found);
    setLooking(found.length === 0);
  }

  /** Of this note and no other: what is tried again after going back is the same act. */
  function mintedFor(source: string): Minted {
    const key = [source, typed.partner, typed.kind, typed.expected, typed.day, said.again].join('|');
    const known = minted.current.get(key) ?? mint(expectedOf(view, typed));
    minted.current.set(key, known);
    return known;
  }

  if (looking)
    return (
      <ImportPreview
        view={view}
        rows={rows}
        typed={typed}
        said={said}
        mintedFor={mintedFor}
        onSay={(changed) => setSaid((before) => ({ ...before, ...changed }))}
        onBack={() => setLooking(false)}
        onSaved={onSaved}
      />
    );
  return <NoteForm view={view} typed={typed} faults={faults} onChange={change} onLook={look} />;
}

function faultsIn(view: StockView, typed: TypedNote): FieldFault[] {
  const isDelivery = typed.kind === 'delivery';
  const waits = expectedOf(view, typed) !== undefined;
  const isAsked = view.deliveries.some(({ partner, is }) => partner === typed.partner && is !== 'in');
  const rows = tableIn(typed.text);
  return [
    ...faultInPartner(typed.partner),
    ...(isDelivery && isAsked && typed.expected === ''
      ? [{ fieldId: 'note-expected', message: `Which delivery is it, or is it ${newDelivery.toLowerCase()}?` }]
      : []),
    ...(isDelivery && !waits && typed.supplier.trim() === ''
      ? [{ fieldId: 'note-supplier', message: 'Who delivered it?' }]
      : []),
    ...(typed.day === '' ? [{ fieldId: 'note-day', message: 'Which day?' }] : []),
    ...faultsInDays({ 'note-day': typed.day }, typed.sure, 'past'),
    ...(rows.length === 0 ? [{ fieldId: 'note-text', message: 'Choose a file or paste the lines.' }] : []),
    ...(rows.length === 1
      ? [{ fieldId: 'note-text', message: 'There is one line only: paste the headings and the lines under them.' }]
      : []),
    ...(rows.length > 1 && rows.every(({ cells }) => cells.length < 2)
      ? [{ fieldId: 'note-text', message: 'This has one column only. It needs two: what, and how many.' }]
      : []),
  ];
}
