import * as v from 'valibot';
import { sameIn } from '#domain/people/alias.ts';
import { mayFor } from '#domain/people/consents/standing.ts';
import { id } from '#domain/records/shapes/fields.ts';
import { list, object, text } from '#domain/reports/answer.ts';
import { columnsInFives, countedInFives, inFivesExplained } from '#domain/reports/in-fives.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, namesQuery, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { shielded } from '#domain/reports/small-cells.ts';
import { marksOf, presences } from '#domain/sessions/register.ts';
import { permissionTypes, readPermissions } from './reading.ts';

/** Who of those who came may be in a photo, and who may not, whatever the reason. */

const answers = ['yes', 'no photos'] as const;

export const photoLineSchema = object({
  person: text,
  name: text,
  /** For the team’s own records. */
  inside: v.picklist(answers),
  /** For everybody to see. */
  outside: v.picklist(answers),
});
export type PhotoLine = v.InferOutput<typeof photoLineSchema>;

const answersOf: readonly Column<PhotoLine>[] = [
  ['photos_for_us', ({ inside }) => inside],
  ['photos_for_all', ({ outside }) => outside],
];
const columns: readonly Column<PhotoLine>[] = [
  ['person', ({ person }) => person, 'id'],
  ['name', ({ name }) => name],
  ...answersOf,
];

const words: Definitions = [
  ['No photos', 'Refused, withdrawn, run out, never asked, or parents differ: the list does not say which.'],
  ['As it stands', 'On the last day of the period, not on the day of the session: who withdrew since is in no photo.'],
];

/** The photo list of one session, or of everybody who came in a period. */
export const photosReport = report({
  name: 'photos',
  title: 'Photo list',
  label: 'Photo list',
  hint: 'Who may be in a photo',
  summary:
    'Who of those who came may be in a photo; of one session with session; their names with names=yes and a reason',
  definitions: [...words, ...inFivesExplained],
  types: permissionTypes,
  query: { ...namesQuery, ...profileQuery, session: v.optional(id) },
  answer: { lines: list(photoLineSchema), hidden: list(text) },
  tables: [{ name: 'photos', label: 'Photo list', columns: columnsInFives(answersOf, 'people') }],
  glance: ['name', 'photos_for_us', 'photos_for_all'],
  isInternal: isOurs,
  screenIsOurs: true,
  isNamed: ({ names }) => names === 'yes',
  peopleIn: ({ lines }) => lines.map(({ person }) => person),
  async fold(read, { names, session, from, to }) {
    const found = await readPermissions(read, { from, to });
    const same = sameIn(await read.rows('alias'), 'person');
    const here = new Set<string>();
    await read.eachSession((records) => {
      if (session !== undefined && records.session.id !== session) return;
      for (const [person, { state }] of presences(marksOf(records.session, records.marks, same)))
        if (state !== 'removed') here.add(person);
    });
    const may = (is: string): PhotoLine['inside'] => (is === 'may' ? 'yes' : 'no photos');
    const lines = found.people
      .filter((person) => here.has(person.id))
      .map((person) => ({
        ...(names === 'yes' ? { person: person.id, name: person.name } : { person: '', name: '' }),
        inside: may(mayFor(person.inForce.photoInternal)),
        outside: may(mayFor(person.inForce.photoPublic)),
      }));
    return { lines: lines.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')), hidden: found.hidden };
  },
  // How many came to a session may be known to whoever was there.
  sheets: ({ lines }, asked) => [
    asked.names === 'yes' || isOurs(asked)
      ? sheetOf('photos', columns, lines)
      : countedInFives('photos', answersOf, lines, { what: 'people', n: () => 1, show: shielded }),
  ],
});
