import { hash, verify } from '@node-rs/argon2';
import { folded } from '#domain/people/search.ts';
import { Problem } from './problem.ts';
import { endSignedIn } from './revoke.ts';
import type { Db } from './store.ts';
import { turns } from './turns.ts';

/** Each costs a core and 19 MiB for a moment: more at once would only be slower, and hold up who reads the disk. */
const hashing = turns(2, 100);

/** Passphrases of coordinators: Argon2id, 19 MiB, two passes (OWASP's first choice; the library's default). */
export function hashPassphrase(passphrase: string): Promise<string> {
  return hashing(() => hash(passphrase.normalize('NFKC')));
}

/**
 * Keeps a passphrase's hash and ends the member's desk sessions and export tokens.
 * @throws 409 where another coordinator signs in by that name
 */
export async function keepPassphrase(db: Db, nowMs: number, of: { id: string; name: string }, hashed: string) {
  await checkNameFree(db, of);
  const auth = { folded_name: folded(of.name), hash: hashed, changed_at: nowMs };
  await db
    .insertInto('member_auth')
    .values({ member: of.id, ...auth })
    .onConflict((conflict) => conflict.column('member').doUpdateSet(auth))
    .execute();
  // Whoever knew the old one may have signed in with it, and made tokens that outlast it.
  await endSignedIn(db, nowMs, of.id);
}

/** A new name is what a coordinator signs in by from now on. */
export async function renameSignIn(db: Db, of: { id: string; name: string }): Promise<void> {
  await checkNameFree(db, of);
  await db
    .updateTable('member_auth')
    .set({ folded_name: folded(of.name) })
    .where('member', '=', of.id)
    .execute();
}

async function checkNameFree(db: Db, { id, name }: { id: string; name: string }): Promise<void> {
  const query = db.selectFrom('member_auth').select('member').where('folded_name', '=', folded(name));
  if (await query.where('member', '<>', id).executeTakeFirst()) {
    throw new Problem(409, 'name-taken', 'Another coordinator signs in by this name. Add an initial.');
  }
}

/** Made at the start: the first unknown name would otherwise take longer than any other. */
const nobodys = hash(crypto.randomUUID());

/** Who signs in by this name and passphrase. A name nobody has takes as long as a wrong passphrase, and is as wrong. */
export async function whoSignsIn(db: Db, name: string, passphrase: string): Promise<string | undefined> {
  const query = db.selectFrom('member_auth').select(['member', 'hash']);
  const known = await query.where('folded_name', '=', folded(name)).executeTakeFirst();
  const kept = known?.hash ?? (await nobodys);
  const isRight = await hashing(() => verify(kept, passphrase.normalize('NFKC')));
  return isRight ? known?.member : undefined;
}
