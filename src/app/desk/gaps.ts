import { useDesk } from '#desk/desk.ts';
import { many } from '#domain/many.ts';
import { isClosed } from '#domain/records/row.ts';
import { isBox, partsIn } from '#domain/stock/sets.ts';
import { stockOfDesk } from '#domain/stock/view.ts';

/** What an older programme still lacks: each is small, and found only when somebody in a park needs it. */

export type Gap = {
  /** `2 parks without a position` */
  readonly what: string;
  /** What comes of it. */
  readonly so: string;
  readonly to: string;
};

/** Undefined while it is read; what is not missing is left out. */
export function useGaps(): readonly Gap[] | undefined {
  const { useSetUp, useView } = useDesk();
  const programme = useSetUp('programme').records?.[0]?.body;
  const [sites, sets] = [useSetUp('site').records, useSetUp('set').records];
  const stock = useView(stockOfDesk).value;
  if (!programme || !sites || !sets || !stock) return undefined;
  const unplaced = sites.filter((site) => !isClosed(site) && (site.body.lat ?? null) === null).length;
  const boxes = sets.filter((set) => !isClosed(set) && isBox(set.body));
  const empty = boxes.filter(({ body }) => partsIn(body).length === 0).length;
  const gaps: readonly (Gap | false)[] = [
    !programme.safeguardingPhone && {
      what: 'No safeguarding number',
      so: 'phones have nobody to ring under Something is wrong.',
      to: '/desk/set-up?part=programme',
    },
    !programme.privacyContact && {
      what: 'Nobody for questions about data',
      so: 'no privacy notice can be made.',
      to: '/desk/set-up?part=programme',
    },
    unplaced > 0 && {
      what: `${many(unplaced, 'park')} without a position`,
      so: 'phones show no sunset and no way there.',
      to: '/desk/set-up',
    },
    empty > 0 && {
      what: `${many(empty, 'box', 'boxes')} with nothing in it`,
      so: 'what is still owed cannot be worked out.',
      to: '/desk/set-up?part=boxes',
    },
    boxes.length > 0 &&
      stock.targets.length === 0 && {
        what: 'No target',
        so: 'reports cannot say how far it is.',
        to: '/desk/boxes?part=given',
      },
  ];
  return gaps.filter((gap) => gap !== false);
}
