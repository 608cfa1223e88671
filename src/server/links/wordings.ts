import { handedWordings } from '#domain/people/consents/handed.ts';
import { type Wordings, wordingsOf } from '#domain/people/wordings/versions.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { defaultTimeZone, zoneOfPlace } from '#domain/time.ts';
import { rowsIn } from '#server/evidence/read.ts';
import type { Db } from '#server/store.ts';

/** The texts a link is answered on, and the time zone it is answered in. */

export async function readWordings(db: Db, programme: string): Promise<Wordings> {
  const versions = await rowsIn(db, programme, programmeScope, 'wordingVersion');
  return wordingsOf({ versions, approvals: await rowsIn(db, programme, programmeScope, 'approval') });
}

/** The time zone of the parks, where they share one. */
export async function zoneOf(db: Db, programme: string): Promise<string> {
  const sites = await rowsIn(db, programme, programmeScope, 'site');
  const [zone = defaultTimeZone, ...others] = new Set(sites.map(({ body }) => zoneOfPlace(body)));
  return others.length === 0 ? zone : defaultTimeZone;
}

/** The texts in use that ask any of it. */
export async function wordingsFor(db: Db, programme: string, asked: readonly Purpose[]) {
  return handedWordings(await readWordings(db, programme))
    .map(({ sha256: hash, document, asks }) => ({ sha256: hash, document, asks }))
    .filter(({ asks }) => asks.some((each) => asked.includes(each)));
}
