import { ColumnChoices } from '#desk/import/columns.tsx';
import { ImportTitle, SaveOrBack, useSaving } from '#desk/import/saving.tsx';
import { partnerName } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import { many } from '#domain/many.ts';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { unclear } from '#domain/reports/table.ts';
import { noteTable } from '#domain/stock/note-table.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { missingOf, readBefore } from './again.ts';
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
    'The delivery',
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
      <ImportTitle
        words={`${supplier}, ${partnerName(view, partner)}`}
        under={`${typed.kind === 'opening' ? 'There' : 'Came'} on ${dateWords(typed.day)}`}
      />
      <NotSaved trouble={trouble} />
      {before && <Before view={view} before={before} isPart={missing.length > 0} said={said} onSay={onSay} />}
      <ColumnChoices
        of={noteWords}
        rows={rows}
        columns={note.columns}
        onChange={(columns) => onSay({ columns, leaveOut: false })}
      />
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
      <SaveOrBack
        words={good.length === 0 ? 'Nothing to save' : `Save ${many(good.length, 'line')}`}
        left={left}
        onSave={save}
        onBack={onBack}
      />
    </Stack>
  );
}

/** What is in the way of saving, the first thing first; null where nothing is. */
function leftToSay(note: Note, good: readonly Good[], bad: number, before: DeliveryLine | undefined, said: NoteSaid) {
  const asked = unclear(noteTable, note.columns);
  if (asked.length > 0)
    return `First say which column says ${noteTable.roles
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

const noteWords = {
  kind: noteTable,
  labels: { item: 'What it is', number: 'How many', place: 'Where it goes' },
  without: { place: 'No column: all of it into the store' },
};
const columnWords = { item: 'what it is', number: 'how many', place: 'where it goes' } as const;

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
