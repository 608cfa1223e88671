import { useDesk } from '#desk/desk.ts';
import { coordinates, covers, runsProgramme } from '#domain/records/access.ts';
import type { WholeSetUp } from '#domain/set-up/file.ts';
import type { SetUpHere } from '#domain/set-up/plan.ts';
import { stockOfDesk } from '#domain/stock/view.ts';
import { dayOf } from '#domain/time.ts';

/** The whole set-up as it stands here; undefined while it is read. */
export function useWholeSetUp(): SetUpHere | undefined {
  const { me, useSetUp, useView } = useDesk();
  const read = {
    ...{ programme: useSetUp('programme').records, partner: useSetUp('partner').records },
    ...{ site: useSetUp('site').records, activity: useSetUp('activity').records },
    ...{ agency: useSetUp('agency').records, area: useSetUp('area').records },
    ...{ question: useSetUp('question').records, set: useSetUp('set').records },
    ...{ indicator: useSetUp('indicator').records, wording: useSetUp('wording').records },
    ...{ wordingVersion: useSetUp('wordingVersion').records, approval: useSetUp('approval').records },
    ...{ form: useSetUp('form').records, formVersion: useSetUp('formVersion').records },
    ...{ formApproval: useSetUp('formApproval').records, formEnded: useSetUp('formEnded').records },
    targets: useView(stockOfDesk).value?.targets,
  };
  if (!isWhole(read)) return undefined;
  return {
    all: read,
    runsProgramme: runsProgramme(me.rights),
    coordinates: (partner) => coordinates(me.rights.filter((right) => covers(right, partner))),
    today: dayOf(Date.now()),
  };
}

type Partly = { readonly [Part in keyof WholeSetUp]: WholeSetUp[Part] | undefined };

const isWhole = (read: Partly): read is WholeSetUp => Object.values(read).every((part) => part !== undefined);
