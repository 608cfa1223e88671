import { useState } from 'react';
import { newId } from '#db/person.ts';
import { create, fact, type Saying } from '#db/save.ts';
import { partnerScope } from '#domain/scopes.ts';
import { mostAtOnce } from '#domain/shapes/fields.ts';
import type { StockLine } from '#domain/stock-lines.ts';
import type { StockView } from '#domain/stock-view.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import styles from './boxes.module.css';
import { dateWords, many, partnerName, placeName, setName } from './boxes-words.ts';
import { useDesk } from './desk.ts';
import { type Note, repeatedIn } from './import-read.ts';
import { NotSaved } from './not-saved.tsx';

/** What was read, line by line, with what is wrong in words. Saving it twice saves it once. */

type ImportPreviewProps = {
  readonly view: StockView;
  readonly note: Note;
  readonly onBack: () => void;
  readonly onSaved: (words: string) => void;
};

type Good = StockLine & { readonly set: string; readonly n: number; readonly holder: string };
const isGood = (line: StockLine): line is Good => line.problems.length === 0;

export function ImportPreview({ view, note, onBack, onSaved }: ImportPreviewProps) {
  const desk = useDesk();
  const [minted] = useState(() => mint(note));
  const [leaveOut, setLeaveOut] = useState(false);
  const [again, setAgain] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const good = note.lines.filter(isGood);
  const bad = note.lines.length - good.length;
  const before = view.deliveries.find(({ source }) => source === note.source);
  const tooMany = sums(good).some(([, n]) => n > mostAtOnce);
  const ready = good.length > 0 && (bad === 0 || leaveOut) && (!before || again) && !tooMany;

  const save = useOnce(async () => {
    const batches = batchesOf(note, good, minted);
    for (const [at, batch] of batches.entries()) {
      const problem = await desk.save('The delivery', batch);
      if (problem !== null) {
        const so = at === 0 ? '' : ` ${at * mostWrites} lines are saved; saving again adds only the rest.`;
        return setTrouble(`${problem}${so}`);
      }
    }
    onSaved(`${many(good.length, 'line')} saved: ${note.supplier}, ${partnerName(view, note.partner)}`);
  });

  return (
    <Stack>
      <h2>
        {note.supplier}, {partnerName(view, note.partner)}
      </h2>
      <NotSaved trouble={trouble} />
      {before && (
        <Notice kind="warn" title="This was read in before">
          {before.supplier}
          {before.arrived && `, ${dateWords(before.arrived)}`}, {partnerName(view, before.partner)}. Saving it again
          adds everything once more.
        </Notice>
      )}
      {tooMany && <NotSaved trouble="More than 99,999 of one thing: is a digit too many?" />}
      <PreviewTable view={view} note={note} />
      {bad > 0 && (
        <Tick
          label={`Leave out ${many(bad, 'line')} with a problem`}
          hint="Or go back, put them right and look again"
          checked={leaveOut}
          onChange={setLeaveOut}
        />
      )}
      {before && <Tick label="It is a second delivery, the same as the first" checked={again} onChange={setAgain} />}
      <p className={styles.buttons}>
        <Button kind="primary" notPossible={!ready} onClick={() => void save()}>
          {good.length === 0 ? 'Nothing to save' : `Save ${many(good.length, 'line')}`}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </p>
    </Stack>
  );
}

function PreviewTable({ view, note: { lines, partner } }: { view: StockView; note: Note }) {
  const repeated = repeatedIn(lines);
  return (
    <Table caption="What was read" captionHidden>
      <thead>
        <tr>
          <th scope="col" data-number>
            Line
          </th>
          <th scope="col">Item</th>
          <th scope="col" data-number>
            Number
          </th>
          <th scope="col">Place</th>
          <th scope="col">Look at</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td data-number>{line.line}</td>
            <th scope="row">{line.set === null ? line.item : setName(view, line.set)}</th>
            <td data-number>{line.n ?? line.number}</td>
            <td>{line.holder === null ? line.place : placeName(view, partner, line.holder)}</td>
            <td>
              <Remarks line={line} before={repeated.get(line.line)} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Remarks({ line: { problems }, before }: { line: StockLine; before: number | undefined }) {
  if (problems.length > 0) {
    return (
      <span className={styles.problem}>
        <Icon name="warning" size={20} />
        {problems.map((words) => (words.endsWith('?') ? words : `${words}.`)).join(' ')}
      </span>
    );
  }
  return before === undefined ? <Icon name="tick" size={20} label="Right" /> : `Also on line ${before}: both are added`;
}

/** A save writes at most this many records. */
const mostWrites = 200;

type Minted = { readonly delivery: string; readonly lines: readonly string[]; readonly at: string };

/** Ids and moment of this note, made once: a second press says the same again. */
const mint = ({ lines }: Note): Minted => ({
  delivery: newId(),
  lines: lines.map(() => newId()),
  at: toInstant(Date.now()),
});

const sums = (good: readonly Good[]): [set: string, n: number][] =>
  [...Map.groupBy(good, ({ set }) => set)].map(([set, own]) => [set, own.reduce((sum, { n }) => sum + n, 0)]);

/** The delivery, and what came in; in saves of a lawful size, the delivery in the first. */
function batchesOf({ partner, supplier, source, lines }: Note, good: readonly Good[], minted: Minted): Saying[][] {
  const scope = partnerScope(partner);
  const day = dayOf(minted.at);
  const ordered = Object.fromEntries(sums(good).map(([set, n]) => [`line/${set}`, n]));
  const delivery = create('delivery', minted.delivery, scope, {
    supplier,
    arrived: day,
    source,
    status: 'active',
    ...ordered,
  });
  const received = good.map((line) =>
    fact('movement', minted.lines[lines.indexOf(line)] ?? newId(), scope, {
      kind: 'received',
      set: line.set,
      n: line.n,
      to: line.holder,
      day,
      at: minted.at,
      delivery: minted.delivery,
    }),
  );
  const sayings = [delivery, ...received];
  return Array.from({ length: Math.ceil(sayings.length / mostWrites) }, (_, at) =>
    sayings.slice(at * mostWrites, (at + 1) * mostWrites),
  );
}
