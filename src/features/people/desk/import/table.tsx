import { useState } from 'react';
import desk from '#desk/desk.module.css';
import { nameIn, type SetUpRecord } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { ageBands, wordsOf } from '#domain/codes.ts';
import type { RowChoice } from '#domain/people/import/acts.ts';
import type { KnownAs } from '#domain/people/import/match.ts';
import type { ReadPerson } from '#domain/people/import/row.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { leafName } from '#ui/leaf.tsx';
import { Table } from '#ui/table.tsx';

type TableProps = {
  readonly list: readonly ReadPerson[];
  readonly known: ReadonlyMap<number, KnownAs>;
  readonly sites: readonly SetUpRecord[];
  readonly choices: Readonly<Record<number, RowChoice>>;
  readonly onChoose: (line: number, choice: RowChoice) => void;
};

/** Rows drawn at once; those to look at come first. */
const page = 100;

/** What was read, row by row: what is wrong first, then who is known already, then the others. */
export function PeopleTable({ list, known, sites, choices, onChoose }: TableProps) {
  const [shown, setShown] = useState(page);
  const urgency = ({ line, problems }: ReadPerson) => (problems.length > 0 ? 0 : known.has(line) ? 1 : 2);
  const lines = [...list].sort((a, b) => urgency(a) - urgency(b) || a.line - b.line);
  return (
    <>
      <Table caption="What was read" captionHidden>
        <thead>
          <tr>
            <th scope="col" data-number>
              Row
            </th>
            <th scope="col">Name</th>
            <th scope="col">Born</th>
            <th scope="col">Park</th>
            <th scope="col">Parent or carer</th>
            <th scope="col">Look at</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <td data-number>{row.line}</td>
              <th scope="row">{nameWords(row)}</th>
              <td>{bornWords(row)}</td>
              <td>{row.site ? nameIn(sites, row.site) : row.typed.park}</td>
              <td>{[row.guardian?.name, row.phones.join(', ') || row.typed.phone].filter(Boolean).join(', ')}</td>
              <td>
                <LookAt row={row} known={known.get(row.line)} choice={choices[row.line]} onChoose={onChoose} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {lines.length > shown && (
        <Button onClick={() => setShown(shown + page)}>Show {Math.min(page, lines.length - shown)} more</Button>
      )}
    </>
  );
}

function nameWords({ fullName, knownAs, initial, typed }: ReadPerson): string {
  const whole = fullName || typed.name;
  const words = whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
  const badge = [knownAs, initial].filter(Boolean).join(' ');
  return badge === '' || badge === words ? words : `${words} (${badge.slice(0, 30)})`;
}

function bornWords({ born, band, typed }: ReadPerson): string {
  if (born !== '') return born.length === 4 ? born : dateWords(born);
  return band === '' ? typed.born || typed.age : wordsOf(ageBands, band);
}

type LookAtProps = {
  readonly row: ReadPerson;
  readonly known: KnownAs | undefined;
  readonly choice: RowChoice | undefined;
  readonly onChoose: TableProps['onChoose'];
};

const knownWords = (known: KnownAs): string =>
  'person' in known
    ? `Known: ${known.person.name}, ${leafName(known.person.leaf, known.person.colour)}`
    : `Also in row ${known.line}`;

function LookAt({ row: { line, problems, remarks }, known, choice, onChoose }: LookAtProps) {
  if (problems.length > 0)
    return (
      <span className={desk.flags}>
        <Icon name="warning" size={20} />
        {problems.map((words) => (/[.?]$/.test(words) ? words : `${words}.`)).join(' ')}
      </span>
    );
  if (known)
    return (
      <SelectField
        label={knownWords(known)}
        value={choice ?? ''}
        onChange={({ target }) => target.value !== '' && onChoose(line, target.value as RowChoice)} // an option below
      >
        <option value="">Choose</option>
        <option value="skip">Skip</option>
        <option value="same">Same person</option>
        <option value="new">Somebody new</option>
      </SelectField>
    );
  return remarks.length > 0 ? `${remarks.join('. ')}.` : <Icon name="tick" size={20} label="Right" />;
}
