import { sameName, useDesk } from '#desk/desk.ts';
import type { TableWords } from '#desk/import/columns.tsx';
import { NamedImport, type NamedRow, type RowUse } from '#desk/import/named.tsx';
import { inSaves, mostWrites } from '#desk/import/saving.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { many } from '#domain/many.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { filledFields } from '#forms/fields.ts';
import { positionIn } from './site.tsx';

/** Parks from a list somebody has: looked at row by row, then added at once. */

type Role = 'name' | 'ward' | 'position' | 'meetingPoint' | 'access';

const words: TableWords<Role> = {
  kind: {
    roles: ['name', 'ward', 'position', 'meetingPoint', 'access'],
    names: {
      name: ['name', 'park', 'site', 'place', 'venue', 'location'],
      ward: ['ward', 'area', 'district'],
      position: ['position', 'coordinates', 'lat lon', 'latitude longitude', 'lat long', 'gps'],
      meetingPoint: ['meeting point', 'meet', 'where we meet', 'entrance'],
      access: ['access', 'access notes', 'notes', 'parking'],
    },
    alone: ['meet'],
    optional: ['ward', 'position', 'meetingPoint', 'access'],
    telling: ['name', 'ward', 'position', 'meetingPoint', 'access'],
  },
  labels: {
    name: 'Name',
    ward: 'Ward',
    position: 'Position',
    meetingPoint: 'Meeting point',
    access: 'Access notes',
  },
};

/** @param known what parks are called already, as names are compared */
export function judgeSite(known: ReadonlySet<string>) {
  return ({ typed }: NamedRow<Role>, before: readonly NamedRow<Role>[]): RowUse => {
    const leave = (because: string): RowUse => ({ use: false, because });
    const { name, position } = typed;
    if (name === '') return leave('it has no name');
    if (Object.values(typed).some((cell) => cell.length > 200)) return leave('a cell is longer than 200 characters');
    if (positionIn(position) === undefined) return leave('its position is not two numbers: 51.4412, 0.3701');
    if (known.has(sameName(name))) return leave('it is a park already');
    if (before.some((row) => sameName(row.typed.name) === sameName(name))) return leave('it stands above already');
    return { use: true };
  };
}

export function ImportSites() {
  const { useSetUp, save } = useDesk();
  const sites = useSetUp('site');
  const known = new Set((sites.records ?? []).map(({ body }) => sameName(body.name)));
  async function add(rows: readonly NamedRow<Role>[]): Promise<string | null> {
    for (const batch of inSaves(rows, mostWrites)) {
      const sayings = batch.map(({ id, typed: { position, ...rest } }) =>
        create('site', id, programmeScope, {
          ...filledFields({ ...rest, ...positionIn(position) }),
          name: rest.name,
          status: 'active',
        }),
      );
      const problem = await save('The parks', sayings);
      if (problem !== null) return problem;
    }
    return null;
  }
  return (
    <Screen title="Import parks" back={{ to: '/desk/set-up', label: 'Set-up' }}>
      <AnswerState answer={{ ...sites, value: sites.records }} what="the parks" />
      {sites.records && (
        <NamedImport
          name="park-list"
          of={words}
          intro="A list with a heading over each column: the name, and what else there is of ward, position, meeting point and access notes. A park of the same name is left as it is."
          count={(n) => many(n, 'park')}
          judge={judgeSite(known)}
          save={add}
        />
      )}
    </Screen>
  );
}
