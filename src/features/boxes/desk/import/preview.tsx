import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { partnerName } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { roles, unclear } from '#domain/stock/note-table.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { many } from '#features/boxes/desk/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Buttons, Stack } from '#ui/stack.tsx';
import { missingOf, readBefore } from './again.ts';
import { ColumnChoices } from './columns.tsx';
import { expectedOf, type TypedNote } from './form.tsx';
import { UnknownNames } from './names.tsx';
import { type Note, type NoteSaid, readNote, unknownIn } from './read.ts';
import { batchesOf, type Good, isGood, type Minted, sums } from './save.ts';
import { NoteTable } from './table.tsx';

/** A note as it was read: which column is what, what is not known, each line. Saving it twice saves it once. */

type ImportPreviewProps = {
  readonly view: StockView;
  readonly rows: Note['rows'];
  readonly typed: TypedNote;
  readonly said: NoteSaid;
  readonly mintedFor: (source: string) => Minted;
  readonly onSay: (changed: Partial<NoteSaid>) => void;
  readonly onBack: () => void;
  readonly onSaved: (words: string) => void;
};

export function ImportPreview({ view, rows, typed, said, mintedFor, onSay, onBack, onSaved }: ImportPreviewProps) {
  const { partner } = typed;
  const note = readNote(rows, said, view, partner);
  const minted = mintedFor(note.source);
  const expected = expectedOf(view, typed);
  const supplier = expected?.supplier ?? (typed.kind === 'opening' ? 'Opening stock' : typed.supplier.trim());
  const before = readBefore(view, note.source, minted.begun ? minted.delivery : '');
  const all = note.lines.filter(isGood);
  const missing = before ? missingOf(all, note, before) : [];
  const good = said.again === 'rest' ? missing : all;
  const bad = note.lines.length - all.length;
  const left = leftToSay(note, good, bad, before, said);
  const [trouble, save] = useSaving(
    minted,
    () =>
      batchesOf(
        {
          ...{ partner, supplier, source: note.source, ranks: note.ranks, day: typed.day, good },
          expected: said.again === 'rest' ? before : expected,
          fresh: said.fresh.filter(({ id }) => good.some(({ set }) => set === id)),
        },
        minted,
      ),
    () => onSaved(`${many(good.length, 'line')} saved: ${supplier}, ${partnerName(view, partner)}`),
  );
  return (
    <Stack>
      <Title
        words={`${supplier}, ${partnerName(view, partner)}`}
        under={`${typed.kind === 'opening' ? 'There' : 'Came'} on ${dateWords(typed.day)}`}
      />
      <NotSaved trouble={trouble} />
      {before && <Before view={view} before={before} isPart={missing.length > 0} said={said} onSay={onSay} />}
      <ColumnChoices rows={rows} columns={note.columns} onChange={(columns) => onSay({ columns, leaveOut: false })} />
      <UnknownNames
        view={view}
        partner={partner}
        said={said}
        unknown={unknownIn(rows, { ...said, columns: note.columns }, view, partner)}
        onSay={onSay}
      />
      {note.lines.length > 0 && <NoteTable view={view} note={note} fresh={said.fresh} />}
      {bad > 0 && (
        <Tick
          label={`Leave out ${many(bad, 'line')} with a problem`}
          hint="Or go back, put them right and look again"
          checked={said.leaveOut}
          onChange={(leaveOut) => onSay({ leaveOut })}
        />
      )}
      <SaveOrBack good={good.length} left={left} onSave={save} onBack={onBack} />
    </Stack>
  );
}

/** Where reading begins, for a screen reader and the keyboard too. */
function Title({ words, under }: { words: string; under: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  // The focus belongs to the browser: without the move it would stay on a button that is gone.
  useEffect(() => title.current?.focus(), []);
  return (
    <div>
      <h2 ref={title} tabIndex={-1}>
        {words}
      </h2>
      <p className={styles.quiet}>{under}</p>
    </div>
  );
}

/** What is in the way of saving, the first thing first; null where nothing is. */
function leftToSay(note: Note, good: readonly Good[], bad: number, before: DeliveryLine | undefined, said: NoteSaid) {
  const asked = unclear(note.columns);
  if (asked.length > 0)
    return `First say which column says ${roles
      .filter((role) => asked.includes(role))
      .map((role) => columnWords[role])
      .join(' and ')}.`;
  if (note.lines.length === 0) return 'There is no line under the headings.';
  if (sums(good).some(([, n]) => n > mostAtOnce)) return 'More than 99,999 of one thing: is a digit too many?';
  if (before && said.again === undefined) return 'First say whether it is a second delivery.';
  if (bad > 0 && !said.leaveOut)
    return `First say what ${bad === 1 ? 'the line' : 'the lines'} with a problem should be, or leave ${bad === 1 ? 'it' : 'them'} out.`;
  return good.length === 0 ? 'No line can be saved.' : null;
}

const columnWords = { item: 'what it is', number: 'how many', place: 'where it goes' } as const;

type SaveOrBackProps = {
  readonly good: number;
  readonly left: string | null;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

function SaveOrBack({ good, left, onSave, onBack }: SaveOrBackProps) {
  return (
    <div>
      {left !== null && (
        <p id="import-left" className={styles.after}>
          {left}
        </p>
      )}
      <Buttons>
        <Button
          kind="primary"
          notPossible={left !== null}
          aria-describedby={left === null ? undefined : 'import-left'}
          onClick={onSave}
        >
          {good === 0 ? 'Nothing to save' : `Save ${many(good, 'line')}`}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </Buttons>
    </div>
  );
}

type BeforeProps = Pick<ImportPreviewProps, 'view' | 'said' | 'onSay'> & {
  readonly before: DeliveryLine;
  readonly isPart: boolean;
};

/** The same note came in before: whole, or only a part of it because saving broke off. */
function Before({ view, before, isPart, said, onSay }: BeforeProps) {
  return (
    <>
      <Notice kind="warn" title="This was read in before">
        {before.supplier}
        {before.arrived && `, ${dateWords(before.arrived)}`}, {partnerName(view, before.partner)}.{' '}
        {isPart ? 'Not all of it is in.' : 'Saving it again adds everything once more.'}
      </Notice>
      {isPart ? (
        <Choice
          legend="What should be saved?"
          tile="14rem"
          options={[
            { value: 'rest', label: 'What is missing of it', hint: 'What is in already is not added again' },
            { value: 'all', label: 'All of it', hint: 'It is a second delivery, the same as the first' },
          ]}
          value={said.again}
          onChange={(again) => onSay({ again })}
        />
      ) : (
        <Tick
          label="It is a second delivery, the same as the first"
          checked={said.again === 'all'}
          onChange={(is) => onSay({ again: is ? 'all' : undefined })}
        />
      )}
    </>
  );
}

/** Saves one after another; after one that fails, the next press goes on there. */
function useSaving(minted: Minted, batches: () => ReturnType<typeof batchesOf>, onDone: () => void) {
  const desk = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = useOnce(async () => {
    setTrouble(null);
    minted.begun = true;
    if (minted.through === 0) minted.saves = batches();
    for (const batch of minted.saves.slice(minted.through)) {
      const problem = await desk.save('The delivery', batch);
      if (problem !== null) {
        const so = minted.through === 0 ? '' : ' A part of it is saved; saving again adds only the rest.';
        return setTrouble(`${problem}${so}`);
      }
      minted.through += 1;
    }
    onDone();
  });
  return [trouble, () => void save()] as const;
}
