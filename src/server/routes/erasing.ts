import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { detailsId } from '#domain/people/family.ts';
import { erasureReasons } from '#domain/people-codes.ts';
import type { Right } from '#domain/records/access.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import { equalityKeysOf, forgetAnswers } from '#server/answers.ts';
import { audit } from '#server/audit.ts';
import { countsOf, erase, goingWith, register, sweepErased, type Whom } from '#server/erase.ts';
import { consentPartners } from '#server/evidence/read.ts';
import { forgetLinks } from '#server/links/links.ts';
import { namesOf } from '#server/members.ts';
import { exportsNaming } from '#server/named-exports.ts';
import type { Parts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { writing } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** Erasing a young person, or a grown-up, for coordinators who may read the families of that partner. */

const kinds = {
  person: 'There is no such person.',
  guardian: 'There is no such grown-up.',
} as const;

/** Whom, and when they were erased: an instant, or null. Not there and not theirs is one answer. */
async function findWhom(db: Db, programme: string, rights: readonly Right[], type: Whom['type'], id: string) {
  const all = db.selectFrom('row').select(['scope', 'deleted', 'at']).where('programme', '=', programme);
  const row = await all.where('id', '=', id).where('type', '=', type).executeTakeFirst();
  const partner = row && partnerOf(row.scope);
  if (!partner || !consentPartners(rights, [partner]).includes(partner))
    throw new Problem(404, 'not-found', kinds[type]);
  return { whom: { partner, type, id }, erasedAt: row.deleted === 1 ? row.at : null };
}

/** Days of the period an export was asked for; empty where it was for none. */
const dayIn = (detail: Readonly<Record<string, unknown>>, field: 'from' | 'to'): string =>
  typeof detail[field] === 'string' ? detail[field] : '';

const erasing = route({
  method: 'GET',
  path: '/api/people/:id/erasing',
  who: 'desk',
  need: 'coordinator',
  summary: 'What erasing a person would take away, in numbers, and what left the server with their name on it before.',
  run: async ({ parts: { store, now }, caller: { rights }, param }) =>
    store.read(async (db) => {
      const { programme } = store;
      const { whom, erasedAt } = await findWhom(db, programme, rights, 'person', param('id'));
      const going = await goingWith(writing(db, programme, now), whom);
      const team = await namesOf(db, programme, 'member');
      const exports = await exportsNaming(db, programme, going.ids);
      return {
        person: whom.id,
        erasedAt,
        badges: going.ids.length,
        goes: countsOf(going),
        exports: exports.map(({ line, at, by, action, detail }) => ({
          ...{ line, at: toInstant(at), action, from: dayIn(detail, 'from'), to: dayIn(detail, 'to') },
          byName: team.get(by) ?? '',
        })),
      };
    }),
});

const body = v.strictObject({ reason: v.picklist(codesOf(erasureReasons)) });

async function erased(
  { store, now }: Parts,
  caller: { readonly rights: readonly Right[]; readonly member: string },
  type: Whom['type'],
  id: string,
  { reason }: v.InferOutput<typeof body>,
) {
  const { programme } = store;
  const nowMs = now();
  const done = await store.write(async (db) => {
    const { whom, erasedAt } = await findWhom(db, programme, caller.rights, type, id);
    const tx = writing(db, programme, now);
    const { ids } = await goingWith(tx, whom);
    // What is kept of somebody in no row goes in the same transaction; which answers are theirs, the history says until it is emptied.
    const keys = await equalityKeysOf(db, programme, ids.map(detailsId));
    const going = await erase(tx, whom, nowMs);
    await forgetAnswers(db, [...keys.now, ...keys.before, ...ids]);
    await forgetLinks(db, programme, ids);
    await register(db, programme, whom, going, reason, nowMs);
    const detail = { [type]: id, ids: going.ids, reason, records: going.rows.length };
    if (going.rows.length > 0) await audit(db, nowMs, { actor: caller.member, action: `erase ${type}`, detail });
    return { erasedAt: erasedAt ?? toInstant(nowMs), records: going.rows.length };
  });
  // Erased it is, for everybody who asks; where it still lies in a file of the database it is tried again within the hour.
  const swept = await sweepErased(store).catch(() => false);
  return { ...done, swept };
}

const summary = (whom: string): string =>
  `Erases ${whom} for good: every record about them, wherever it lies, by a tombstone. Saying it twice is saying it once.`;

const erasePerson = route({
  method: 'POST',
  path: '/api/people/:id/erase',
  who: 'desk',
  need: 'coordinator',
  summary: `${summary('a person')} What only counts them stays.`,
  body,
  run: ({ parts, caller, param, body: asked }) => erased(parts, caller, 'person', param('id'), asked),
});

const eraseGuardian = route({
  method: 'POST',
  path: '/api/guardians/:id/erase',
  who: 'desk',
  need: 'coordinator',
  summary: `${summary('a grown-up')} What they signed stays, as evidence of the children.`,
  body,
  run: ({ parts, caller, param, body: asked }) => erased(parts, caller, 'guardian', param('id'), asked),
});

export const erasingRoutes: readonly Route[] = [erasing, erasePerson, eraseGuardian];
