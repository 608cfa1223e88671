import { useState } from 'react';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { saveAs } from '#desk/file-buttons.tsx';
import { type FileText, textOfFile } from '#desk/import/file.ts';
import { ImportTitle, inSaves, mostWrites, notBegun, SaveOrBack, useSaving } from '#desk/import/saving.tsx';
import { many } from '#domain/many.ts';
import { typeWords } from '#domain/records/field-words.ts';
import { readSetUpFile, type SetUpFile, setUpFileOf } from '#domain/set-up/file.ts';
import { type PlanLine, planOf, type SetUpHere } from '#domain/set-up/plan.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons, Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWholeSetUp } from './season-reading.ts';

/** A new year: the set-up as a file, a set-up begun from one, and what is over here carried on. */
export function Season() {
  const here = useWholeSetUp();
  const [file, setFile] = useState<SetUpFile>();
  const [saved, setSaved] = useState('');
  if (!here) return <p className={styles.reading}>Reading the set-up…</p>;
  if (file)
    return (
      <Preview
        file={file}
        here={here}
        onBack={() => setFile(undefined)}
        onSaved={(n) => {
          setSaved(`${many(n, 'record')} added`);
          setFile(undefined);
        }}
      />
    );
  const look = (next: SetUpFile) => {
    setSaved('');
    setFile(next);
  };
  return (
    <div className={styles.column}>
      <Stack>
        <div aria-live="polite">
          {saved !== '' && (
            <Notice kind="ok" title={saved}>
              Phones have it at their next signal. Wordings and forms are drafts until somebody approves them.
            </Notice>
          )}
        </div>
        <TakeAlong here={here} />
        <BeginFrom onRead={look} />
        <CarryOn here={here} onLook={look} />
      </Stack>
    </div>
  );
}

/** `Stepping Out, 2026` → `bandstand-set-up-stepping-out-2026` */
const fileName = (programme: string): string =>
  `bandstand-set-up-${programme.toLocaleLowerCase('en-GB').replace(/[^\p{L}\p{N}]+/gu, '-')}`.replace(/-$/, '');

function TakeAlong({ here }: { here: SetUpHere }) {
  const { me } = useDesk();
  const [done, setDone] = useState('');
  function take() {
    const file = setUpFileOf(here.all);
    const text = JSON.stringify(file, null, 2);
    saveAs(new Blob([text], { type: 'application/json' }), `${fileName(me.programme.name)}.json`);
    setDone(`Saved in your downloads: ${many(file.records.length, 'record')}.`);
  }
  return (
    <Stack>
      <SectionTitle>Take the set-up along</SectionTitle>
      <Remark>
        One file for another Bandstand: parks, activities, agencies, wards, sets, targets, indicators, kept questions,
        the English consent wording and forms in use. No young people, no team, no sessions. Notes of parks and agencies
        go as they are written: see whether they name anybody.
      </Remark>
      <Buttons>
        <Button icon="download" onClick={take}>
          Take the set-up along
        </Button>
      </Buttons>
      <div aria-live="polite">{done}</div>
    </Stack>
  );
}

const largest = { bytes: 5_000_000, words: 'That is larger than 5 MB, and no set-up file.' };

async function setUpIn(file: File): Promise<SetUpFile | string> {
  const found: FileText = textOfFile(new Uint8Array(await file.arrayBuffer()), largest);
  if ('text' in found) return readSetUpFile(found.text);
  return file.size === 0 || file.size > largest.bytes ? found.problem : readSetUpFile('');
}

function BeginFrom({ onRead }: { onRead: (file: SetUpFile) => void }) {
  const [problem, setProblem] = useState<string>();
  async function choose(file: File | undefined) {
    if (!file) return;
    const found = await setUpIn(file);
    if (typeof found === 'string') setProblem(found);
    else onRead(found);
  }
  return (
    <section>
      <SectionTitle>Begin from a set-up file</SectionTitle>
      <TextField
        label="The file"
        hint="You see first what it adds. Nothing that is here already is changed."
        type="file"
        accept=".json,application/json"
        error={problem}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
    </section>
  );
}

/** In the same programme parks, activities and sets go on by themselves: what ends with a year is a target. */
function CarryOn({ here, onLook }: { here: SetUpHere; onLook: (file: SetUpFile) => void }) {
  const over = here.all.targets.filter(({ by, partner }) => by < here.today && here.coordinates(partner));
  const own = setUpFileOf({ ...here.all, targets: over });
  return (
    <Stack>
      <SectionTitle>A new year here</SectionTitle>
      <Remark>
        {over.length === 0
          ? 'Parks, activities and sets go on as they are. No target is over yet.'
          : `Parks, activities and sets go on as they are. ${many(over.length, 'target is', 'targets are')} over: set the same again, a year on.`}
      </Remark>
      {over.length > 0 && (
        <Buttons>
          <Button onClick={() => onLook({ ...own, records: own.records.filter(({ type }) => type === 'target') })}>
            Look at the targets
          </Button>
        </Buttons>
      )}
    </Stack>
  );
}

type PreviewProps = {
  readonly file: SetUpFile;
  readonly here: SetUpHere;
  readonly onBack: () => void;
  readonly onSaved: (n: number) => void;
};

function Preview({ file, here, onBack, onSaved }: PreviewProps) {
  // What was begun is what is ended: what is saved of it meanwhile is no repeat.
  const [plan] = useState(() => planOf(file, here));
  const [soFar] = useState(notBegun);
  const { sayings, lines } = plan;
  const batches = () => inSaves(sayings, mostWrites);
  const [trouble, save] = useSaving('The set-up', soFar, batches, () => onSaved(sayings.length));
  const of = (is: PlanLine['is']) => lines.filter((each) => each.is === is);
  return (
    <Stack>
      <ImportTitle
        words="Look at it first"
        under={`From ${file.programme.name || 'a set-up file'}: ${of('used').length} of ${lines.length} would be added.`}
      />
      <Lines caption="Added" lines={of('used')} />
      <Lines caption="Left out" lines={of('left out')} />
      {of('here').length > 0 && (
        <Fold title={`${of('here').length} here already`} note="They stay as they are.">
          <Lines caption="Here already" lines={of('here')} />
        </Fold>
      )}
      <NotSaved trouble={trouble} />
      <SaveOrBack
        words={`Add ${many(sayings.length, 'record')}`}
        left={sayings.length === 0 ? 'There is nothing to add.' : null}
        onSave={save}
        onBack={onBack}
      />
    </Stack>
  );
}

function Lines({ caption, lines }: { caption: string; lines: readonly PlanLine[] }) {
  if (lines.length === 0) return null;
  const says = lines.some(({ because }) => because !== '');
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Name</th>
          {says && <th scope="col">{caption === 'Left out' ? 'Why' : 'Changed'}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ type, name, because }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list does not change
          <tr key={at}>
            <td>{typeWords(type)}</td>
            <td>{name}</td>
            {says && <td>{because}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
