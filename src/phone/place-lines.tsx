import { gridReference, latLon } from '#domain/position.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { Item } from '#ui/card.tsx';

type PlaceProps = { readonly site: { readonly body: BodyOf<'site'> } | undefined };

/** Whether anything is known of where a park is. */
export const isPlaced = (site: PlaceProps['site']): boolean =>
  site !== undefined && (Boolean(site.body.meetingPoint) || gridReference(site.body) !== '');

/** Where the team meets in a park and where that is on the map, as a line of a list. */
export function PlaceItem({ site }: PlaceProps) {
  const { meetingPoint } = site?.body ?? {};
  const grid = gridReference(site?.body ?? {});
  if (!isPlaced(site)) return null;
  return (
    <Item icon="flag" calm>
      {meetingPoint ? (
        <>
          Meet at <b>{meetingPoint}</b>
        </>
      ) : (
        'No meeting point is written down'
      )}
      {grid && (
        <>
          <br />
          <small>
            Grid {grid} · {latLon(site?.body ?? {})}
          </small>
        </>
      )}
    </Item>
  );
}
