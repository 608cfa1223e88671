import { newId, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { Entry } from '#domain/records/entry.ts';
import { tell, untell } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { standingTold } from '#domain/voice/ideas/told.ts';
import { saySaid } from '#phone/done.ts';

/** People at a session are told; or were not, after all. */

/** @param id the same at every press: a double tap says it once */
export const tellHere = (idea: Idea, { id: session, body }: ShownOf<'session'>, id: string): Promise<string | null> =>
  saySaid(
    `Told them: ${titleOf(idea)}`,
    [tell(idea, { session, day: body.day, how: 'spoken' }, id, Date.now())],
    (entry) => untellHere(idea, entry),
  );

/** Takes back what an entry said of being told, unless somebody did so before. */
const untellHere = ({ partner }: Idea, { writes }: Entry): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const meant = new Set(writes.map(({ id }) => id));
    const standing = [...standingTold(await shownOf(tx, 'told')).values()].flat().filter(({ id }) => meant.has(id));
    const facts = standing.map(({ id, body }) => ({
      ...{ id, idea: body.idea, session: body.session, day: body.day, how: body.how },
    }));
    return untell(partner, { facts }, newId, Date.now());
  });
