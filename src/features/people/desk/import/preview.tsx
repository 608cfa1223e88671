import { useMemo } from 'react';
import { byName, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { ColumnChoices, type TableWords } from '#desk/import/columns.tsx';
import { ImportTitle, inSaves, mostWrites, SaveOrBack, type SavingSoFar, useSaving } from '#desk/import/saving.tsx';
import { asSeen } from '#domain/as-seen.ts';
import { importSayings } from '#domain/people/import/acts.ts';
import { type KnownAs, knownIn } from '#domain/people/import/match.ts';
import { type ReadPerson, readPeopleRows } from '#domain/people/import/row.ts';
import { type PersonRole, peopleTable } from '#domain/people/import/table.ts';
import { isClosed } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import type { ReadRow } from '#domain/reports/csv-read.ts';
import { proposed, unclear } from '#domain/reports/table.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { colours, leaves } from '#features/people/actions.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import type { ListSaid, RegisterRead } from './form.tsx';
import { PeopleTable } from './table.tsx';

/** A list as it was read: which column is what, who is known already, what is wrong with each row. */

const words: TableWords<PersonRole> = {
  kind: peopleTable,
  labels: {
    ...{ name: 'Name', family: 'Family name', born: 'Date of birth', age: 'Age', gender: 'Gender', park: 'Park' },
    ...{ parent: 'Parent or carer', phone: 'Telephone', need: 'Medical or other need', school: 'School' },
    ...{ postcode: 'Postcode', consent: 'Consent of last year', photos: 'Photo consent of last year' },
  },
};

type PreviewProps = {
  readonly read: RegisterRead;
  readonly rows: readonly ReadRow[];
  readonly partner: string;
  readonly said: ListSaid;
  readonly minted: { readonly id: string; readonly soFar: SavingSoFar };
  readonly onSay: (changed: Partial<ListSaid>) => void;
  readonly onBack: () => void;
  readonly onSaved: (words: string) => void;
};

/** 0 to below `to`: a marker says nothing about the person. */
const chance = (to: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % to;

export const peopleWords = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/** The list in the light of what was said about it. */
function useList({ read, rows, partner, said }: PreviewProps, sites: readonly SetUpRecord[]) {
  const columns = said.columns ?? proposed(peopleTable, rows);
  const list = useMemo(
    () => readPeopleRows(rows, columns, { today: dayOf(Date.now()), sites, parks: said.parks }),
    [rows, columns, sites, said.parks],
  );
  const known = useMemo(
    () =>
      knownIn(
        list,
        read.people.people.filter((line) => line.partner === partner),
      ),
    [list, read.people.people, partner],
  );
  return { columns, list, known };
}

export function PeoplePreview(props: PreviewProps) {
  const { read, rows, partner, said, minted, onSay, onBack, onSaved } = props;
  const desk = useDesk();
  const all: readonly SetUpRecord[] | undefined = desk.useSetUp('site').records;
  const sites = useMemo(() => (all ?? []).filter((site) => !isClosed(site)).sort(byName), [all]);
  const { columns, list, known } = useList(props, sites);
  const good = list.filter(({ problems }) => problems.length === 0);
  const bad = list.length - good.length;
  const taken = good.map((row) => ({
    ...{ row, known: known.get(row.line), choice: known.has(row.line) ? said.choices[row.line] : ('new' as const) },
  }));
  const open = taken.filter(({ choice }) => choice === undefined).length;
  const left = leftToSay(unclear(peopleTable, columns), { list: list.length, bad, good: good.length, open }, said);
  const saved = taken.filter(({ choice }) => choice !== 'skip').length;
  const [trouble, save] = useSaving(
    'The list',
    minted.soFar,
    () =>
      savesOf(
        importSayings({
          ...{ id: minted.id, partner, at: toInstant(Date.now()), day: dayOf(Date.now()) },
          rows: taken.map((each) => ({ ...each, choice: each.choice ?? 'skip' })),
          guardians: read.imports.guardians.filter((each) => each.partner === partner),
          facts: read.imports.facts,
          marker: () => ({ leaf: chance(leaves), colour: chance(colours) }),
        }),
      ),
    () => onSaved(`${peopleWords(saved)} imported`),
  );
  return (
    <Stack>
      <ImportTitle words={peopleWords(list.length)} under="Nothing is saved yet" />
      <NotSaved trouble={trouble} />
      <ColumnChoices
        of={words}
        rows={rows}
        columns={columns}
        onChange={(changed) => onSay({ columns: changed, leaveOut: false })}
      />
      <Consents list={good} />
      <UnknownParks list={list} sites={sites} said={said} onSay={onSay} />
      {known.size > 0 && <ForAllKnown known={known} open={open} onSay={(choices) => onSay({ choices })} />}
      {list.length > 0 && (
        <PeopleTable
          {...{ list, known, sites }}
          choices={said.choices}
          onChoose={(line, choice) => onSay({ choices: { ...said.choices, [line]: choice } })}
        />
      )}
      {bad > 0 && (
        <Tick
          label={`Leave out ${bad === 1 ? 'the row' : `${bad} rows`} with a problem`}
          hint="Or go back, put them right and look again"
          checked={said.leaveOut}
          onChange={(leaveOut) => onSay({ leaveOut })}
        />
      )}
      <SaveOrBack
        words={saved === 0 ? 'Nothing to import' : `Import ${peopleWords(saved)}`}
        left={left}
        onSave={save}
        onBack={onBack}
      />
    </Stack>
  );
}

/** What one row says stays in one save. */
function savesOf(rows: readonly (readonly Saying[])[]): Saying[][] {
  const most = Math.max(1, ...rows.map(({ length }) => length));
  return inSaves(rows, Math.max(1, Math.floor(mostWrites / most))).map((some) => some.flat());
}

type Counts = { readonly list: number; readonly bad: number; readonly good: number; readonly open: number };

/** What is in the way of saving, the first thing first; null where nothing is. */
function leftToSay(asked: readonly PersonRole[], { list, bad, good, open }: Counts, said: ListSaid): string | null {
  if (asked.length > 0)
    return `First say which column is ${asked.map((role) => words.labels[role].toLowerCase()).join(' and ')}.`;
  if (list === 0) return 'There is no row under the headings.';
  if (open > 0)
    return `First say who ${open === 1 ? 'the one that is' : `the ${open} that are`} known already should be.`;
  if (bad > 0 && !said.leaveOut) return 'First put the rows with a problem right, or leave them out.';
  return good === 0 ? 'No row can be imported.' : null;
}

function Consents({ list }: { list: readonly ReadPerson[] }) {
  const asked = list.filter((row) => row.asked.length > 0).length;
  if (asked === 0) return null;
  return (
    <Notice kind="info" icon="paper" title={`${asked} with a consent of last year: noted as asked, not as given`}>
      A consent holds with the wording somebody read and signed. They are asked anew, in the park or on paper.
    </Notice>
  );
}

type ParksProps = {
  readonly list: readonly ReadPerson[];
  readonly sites: readonly SetUpRecord[];
  readonly said: ListSaid;
  readonly onSay: (changed: Partial<ListSaid>) => void;
};

/** Parks that nothing here is called: which one is meant, or none. */
function UnknownParks({ list, sites, said, onSay }: ParksProps) {
  const named = new Map(list.flatMap(({ unknownPark }) => (unknownPark ? [[asSeen(unknownPark), unknownPark]] : [])));
  return [...named].map(([key, name]) => (
    <SelectField
      key={key}
      label={`Which park is “${name}”?`}
      value=""
      onChange={({ target }) =>
        target.value !== '' && onSay({ parks: { ...said.parks, [key]: target.value === 'none' ? '' : target.value } })
      }
    >
      <option value="">Choose</option>
      <option value="none">None: leave the park out</option>
      {sites.map(({ id, body }) => (
        <option key={id} value={id}>
          {body.name}
        </option>
      ))}
    </SelectField>
  ));
}

type ForAllProps = {
  readonly known: ReadonlyMap<number, KnownAs>;
  readonly open: number;
  readonly onSay: (choices: ListSaid['choices']) => void;
};

/** One answer for all that are known; each can be answered otherwise in its row. */
function ForAllKnown({ known, open, onSay }: ForAllProps) {
  return (
    <>
      <Choice
        legend={`${known.size} known already, on the register or further up in the list`}
        hint={open > 0 ? 'One answer for all of them, or each in its row' : undefined}
        tile="12rem"
        options={[
          { value: 'skip', label: 'Skip them', hint: 'They stay as they are' },
          { value: 'same', label: 'Same person', hint: 'Adds what the list says to theirs' },
          { value: 'new', label: 'Somebody new', hint: 'Two who are called alike' },
        ]}
        value={undefined}
        onChange={(choice) => onSay(Object.fromEntries([...known.keys()].map((line) => [line, choice])))}
      />
      <Remark>Same person can be taken back under Duplicates, and nothing of either is lost.</Remark>
    </>
  );
}
