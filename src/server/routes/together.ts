import { createHmac, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { answers } from '#domain/all-answers.ts';
import { asSeen } from '#domain/as-seen.ts';
import { sameIn } from '#domain/people/alias.ts';
import type { Badge } from '#domain/people/person.ts';
import { coordinatedBy } from '#domain/records/access.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { inFives } from '#domain/reports/small-cells.ts';
import { visitOf } from '#domain/sessions/figures/visits.ts';
import { isDelivered } from '#domain/sessions/session-line.ts';
import { dayOf } from '#domain/time.ts';
import { periodQuery } from '#server/fields.ts';
import { periodOf } from '#server/reports/period.ts';
import { eachSession, knownAround, rowsFor } from '#server/reports/reading.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { reading } from '#server/sql-ledger.ts';

/**
 * How many different young people the partners of a programme reach together. Nobody’s name leaves their partner: who is one is told
 * by a hash of name and year under a key that is made for each question and kept nowhere.
 */

/** Fewer than this many, of others or of all, are not told. */
const fewestTogether = 20;
const fewestOthers = 10;

/** Of whom nothing more is known than a name, two of one name are two: better one too many than one too few. */
function whoIs(id: string, { knownAs, initial, yearOfBirth }: Badge): string {
  const name = asSeen(`${knownAs ?? ''} ${initial ?? ''}`).trim();
  return name === '' || yearOfBirth == null ? `id ${id}` : `${name} ${yearOfBirth}`;
}

export const together: Route = reportRoute({
  method: 'GET',
  path: '/api/together',
  who: 'desk',
  need: 'coordinator',
  summary:
    'How many different young people all partners reach together, to the nearest five, where neither they nor those of the other partners are few.',
  query: v.strictObject(periodQuery),
  answer: answers['GET /api/together'],
  run: async ({ parts: { store, now }, caller: { rights }, query }) =>
    store.report(async (db) => {
      const period = periodOf(query, dayOf(now()));
      const all = await reading(db, store.programme).partners();
      const own = new Set(coordinatedBy(rights, all));
      const partners = all.map((id) => ({ id }));
      const known = await knownAround(db, store.programme, partners);
      const badges = new Map((await rowsFor(db, store.programme, partners, 'person')).map((row) => [row.id, row]));
      const same = sameIn(await rowsFor(db, store.programme, partners, 'alias'), 'person');
      const key = randomBytes(32);
      const hashOf = (id: string, scope: string): string => {
        const year = same(scope)
          .allOf(id)
          .map((each) => badges.get(each)?.body)
          .find((badge) => badge?.yearOfBirth != null);
        const badge = { ...badges.get(id)?.body, ...(year && { yearOfBirth: year.yearOfBirth }) };
        return createHmac('sha256', key).update(whoIs(id, badge)).digest('base64');
      };
      const [everybody, ours, ran] = [new Set<string>(), new Set<string>(), new Set<string>()];
      await eachSession(db, store.programme, partners, period, (records) => {
        const { line, comers } = visitOf(records, known);
        if (!isDelivered(line)) return;
        const partner = partnerOf(records.session.scope) ?? '';
        for (const { person } of comers) {
          if (person === null) continue;
          ran.add(partner);
          const hash = hashOf(person, records.session.scope);
          everybody.add(hash);
          if (own.has(partner)) ours.add(hash);
        }
      });
      const others = everybody.size - ours.size;
      const isTold = everybody.size >= fewestTogether && (others === 0 || others >= fewestOthers);
      return { ...period, partners: ran.size, people: isTold ? inFives(everybody.size) : null };
    }),
});
