import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { day } from '#domain/records/shapes/fields.ts';
import { mostWordsOf, narrativeKinds, wordsIn } from '#domain/reports/pack/input.ts';
import { dayOf } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import { periodQuery } from '#server/fields.ts';
import { Problem } from '#server/problem.ts';
import { periodOf } from '#server/reports/period.ts';
import { partnersFor } from '#server/reports/reading.ts';
import { type Route, route } from '#server/route.ts';
import { keepWritten, ofPartners, writtenIn } from '#server/written.ts';

/** Words of coordinators for the papers of a period. */

const read: Route = route({
  method: 'GET',
  path: '/api/written',
  who: 'desk',
  need: 'coordinator',
  summary:
    'What is written for the papers of a period, and the lines of its debriefs, each with what in it could tell who somebody is.',
  query: v.strictObject(periodQuery),
  run: async ({ parts: { store, now }, caller, query }) => {
    const { programme } = store;
    const period = periodOf(query, dayOf(now()));
    return store.read(async (db) => {
      const partners = await partnersFor(db, programme, caller.rights);
      return writtenIn(db, { ...period, programme, of: ofPartners(caller, partners) }, partners);
    });
  },
});

const body = v.strictObject({
  from: day,
  to: day,
  kind: v.picklist(['debrief', ...codesOf(narrativeKinds)]),
  /** Of a line of a debrief, which. */
  source: v.optional(v.pipe(v.string(), v.maxLength(120)), ''),
  /** Empty: it is taken out. */
  text: v.pipe(v.string(), v.trim(), v.maxLength(4000)),
  /** Whoever writes it has read it: nobody can be picked out. */
  isSure: v.boolean(),
});

const write: Route = route({
  method: 'PUT',
  path: '/api/written',
  who: 'desk',
  need: 'coordinator',
  summary: 'Writes a text for the papers of a period, or chooses a line of a debrief; an empty text takes it out.',
  body,
  run: async ({ parts: { store, now }, caller, body: { from, to, ...said } }) => {
    const { programme } = store;
    const period = periodOf({ from, to }, dayOf(now()));
    const most = mostWordsOf(said.kind);
    if (wordsIn(said.text) > most) throw new Problem(400, 'too-long', `This is longer than ${most} words.`);
    await store.write(async (db) => {
      const partners = await partnersFor(db, programme, caller.rights);
      const of = { ...period, programme, of: ofPartners(caller, partners) };
      if ((said.kind === 'debrief') !== (said.source !== ''))
        throw new Problem(400, 'invalid', 'source: of a debrief and of nothing else');
      if (said.kind === 'debrief') {
        const { debriefs } = await writtenIn(db, of, partners);
        if (!debriefs.some(({ source }) => source === said.source))
          throw new Problem(404, 'not-found', 'No debrief of these days has this line.');
      }
      await keepWritten(db, of, partners, { ...said, author: caller.member }, now());
      const detail = { device: caller.device, kind: said.kind, ...period, sure: said.isSure };
      await audit(db, now(), { actor: caller.member, action: 'write for a paper', detail });
    });
    return undefined;
  },
});

export const writtenRoutes: readonly Route[] = [read, write];
