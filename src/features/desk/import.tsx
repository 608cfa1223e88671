import { useState } from 'react';
import { Link } from 'react-router';
import type { StockView } from '#domain/stock-view.ts';
import { buttonClass } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './boxes.module.css';
import { firstPartner } from './boxes-fields.tsx';
import { useDesk } from './desk.ts';
import { type Faults, NoteForm, type TypedNote } from './import-form.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type Note, readTable } from './import-read.ts';
import { AnswerState, Screen } from './screen.tsx';

/** A delivery note or what was there at the beginning, from a file or pasted. Nothing is saved before somebody has looked. */
export function Import() {
  const stock = useDesk().useStock();
  const [said, setSaid] = useState<string>();
  return (
    <Screen title="Read in a delivery note" back={{ to: '/desk/boxes', label: 'Boxes' }}>
      <div className={styles.column}>
        <AnswerState answer={stock} what="the stock" />
        <div aria-live="polite" className={styles.last}>
          {said && (
            <Notice
              kind="ok"
              title={said}
              action={
                <Link className={buttonClass({ size: 'inline' })} to="/desk/boxes">
                  See the stock
                </Link>
              }
            />
          )}
        </div>
        {stock.value && <Reading key={said} view={stock.value} onSaved={setSaid} />}
      </div>
    </Screen>
  );
}

function Reading({ view, onSaved }: { view: StockView; onSaved: (words: string) => void }) {
  const [typed, setTyped] = useState<TypedNote>(() => ({
    partner: firstPartner(view),
    kind: 'delivery',
    supplier: '',
    text: '',
  }));
  const [note, setNote] = useState<Note>();
  const [faults, setFaults] = useState<Faults>({});

  async function look() {
    const supplier = typed.kind === 'opening' ? 'Opening stock' : typed.supplier.trim();
    const empty = typed.text.trim() === '';
    const read = empty ? null : await readTable(typed.text, view, typed.partner);
    const found = {
      ...(typed.partner === '' && { partner: 'Choose whose it is.' }),
      ...(supplier === '' && { supplier: 'Who delivered it?' }),
      ...(read === null && { text: empty ? 'Choose a file or paste the lines.' : unread }),
      ...(read?.lines.length === 0 && { text: 'There is no line under the headings.' }),
    };
    setFaults(found);
    if (read && Object.keys(found).length === 0) setNote({ partner: typed.partner, supplier, ...read });
  }

  if (note) return <ImportPreview view={view} note={note} onBack={() => setNote(undefined)} onSaved={onSaved} />;
  return (
    <NoteForm
      view={view}
      typed={typed}
      faults={faults}
      onChange={(changed) => setTyped({ ...typed, ...changed })}
      onLook={look}
    />
  );
}

const unread = 'The first line must be headings, item and number among them.';
