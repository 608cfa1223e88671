import { newId, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Entry } from '#domain/records/entry.ts';
import { tell, untell } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { standingTold } from '#domain/voice/ideas/told.ts';
import { saySaid } from '#phone/done.ts';

/** People at a session are told; or were not, after all. */

/** Says it once: where somebody said so meanwhile nothing is added. Taken back, it can be said again. */
export const tellHere = (idea: Idea, { id: session, body }: ShownOf<'session'>): Promise<string | null> =>
  saySaid(
    `Told them: ${titleOf(idea)}`,
    [tell(idea, { session, day: body.day, how: 'spoken' }, newId(), Date.now())],
    (entry) => untellHere(idea, entry),
    async (tx) => !(await standingHere(tx)).some((row) => row.body.idea === idea.id && row.body.session === session),
  );

const standingHere = async (tx: StoreTx) => [...standingTold(await shownOf(tx, 'told')).values()].flat();

/** Takes back what an entry said of being told, unless somebody did so before. */
const untellHere = ({ partner }: Idea, { writes }: Entry): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const meant = new Set(writes.map(({ id }) => id));
    const standing = (await standingHere(tx)).filter(({ id }) => meant.has(id));
    const facts = standing.map(({ id, body }) => ({
      ...{ id, idea: body.idea, session: body.session, day: body.day, how: body.how },
    }));
    return untell(partner, { facts }, newId, Date.now());
  });
