import * as v from 'valibot';
import { fullTokenPlace, openPlaced } from '#domain/records/placed.ts';
import { hashOfBox } from '#domain/records/sealed.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { spendCode, unspent, wrongCode } from '#server/enrol-codes.ts';
import { base64Field, besideFields, codeField } from '#server/fields.ts';
import { byPhone } from '#server/guesses.ts';
import { openBox } from '#server/keys.ts';
import { findMember } from '#server/members.ts';
import type { Parts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/**
 * A forgotten PIN. A phone several people use holds the recovery boxes of them all, and each of them can be given a code: so a
 * box is opened for nobody but the one whose data key is in it. A phone that was ended when its owner left comes back by this, with
 * a code that its owner is only given once they work again; the full token it had stays ended for whoever may have copied it.
 */

const body = v.strictObject({
  code: codeField,
  ...besideFields,
  sealedKey: base64Field(400),
  proof: v.optional(base64Field(400)),
  /** The phone takes a new full token in place of its own. Not said by older apps, which would go on with the old one. */
  renew: v.optional(v.literal(true)),
});
type Asked = v.InferOutput<typeof body>;

export const recover: Route = route({
  method: 'POST',
  path: '/api/recover',
  who: 'send',
  summary: 'Opens the caller’s own data key again with a fresh code of the same member.',
  body,
  limits: { guesses: ({ caller }) => [byPhone(caller.device)] },
  run: async ({ parts, caller, body }) => {
    const { store, now } = parts;
    const dataKey = await openOwnKey(parts, caller, body);
    if ((await unspent(store.reader, now(), body.code, 'enrol'))?.member !== caller.member) throw wrongCode();
    // A box of the first version is known by the old token: with another it would open no more if this answer were lost.
    const fullToken = body.renew && isBound(body) ? newToken('bf') : undefined;
    await store.write(async (db) => {
      const nowMs = now();
      const spent = await spendCode(db, nowMs, body.code, 'enrol', caller.member);
      if (!spent || !(await findMember(db, store.programme, caller.member))?.active) throw wrongCode();
      if (fullToken !== undefined) {
        const renewed = { full_token_hash: hashOfSecret(fullToken), revoked_at: null };
        await db.updateTable('phone').set(renewed).where('id', '=', caller.device).execute();
      }
      await audit(db, nowMs, { actor: caller.member, action: 'recover phone', detail: { device: caller.device } });
    });
    return { dataKey: Buffer.from(dataKey).toString('base64'), ...(fullToken !== undefined && { fullToken }) };
  },
});

const notAKey = () => new Problem(400, 'not-a-key', 'sealedKey: not a key of this phone’s, sealed to this server');
const tooOld = () =>
  new Problem(
    400,
    'app-too-old',
    'This app is too old to open the phone. Close it, open it again with signal, and try the code again.',
  );

const isBound = ({ v: version = 1 }: Pick<Asked, 'v'>): boolean => version > 1;

const dataKeyBytes = 32;

/** Opens a key and nothing else: a sealed entry handed in as one would otherwise come back readable. */
async function openOwnKey(parts: Parts, caller: Caller, { sealedKey, proof, ...beside }: Asked): Promise<Uint8Array> {
  const box = Buffer.from(sealedKey, 'base64');
  const phone = parts.store.reader.selectFrom('phone').select(['recovery_hash', 'full_token_hash']);
  const known = await phone.where('id', '=', caller.device).executeTakeFirstOrThrow();
  if (box.length !== 72 + dataKeyBytes) throw notAKey();
  if (known.recovery_hash !== null && known.recovery_hash !== hashOfBox(box)) throw notAKey();
  if (!isBound(beside) && proof === undefined) throw tooOld();
  try {
    const bound = { programme: parts.store.programme, device: caller.device, id: caller.member };
    const dataKey = openBox(parts.keys, beside, box, { purpose: 'recovery', ...bound });
    if (isBound(beside) || isTheirs(dataKey, proof ?? '', known.full_token_hash)) return dataKey;
  } catch {
    // Which of the ways in which it is not theirs is nobody's business.
  }
  throw notAKey();
}

/**
 * A box of version 1 says nothing of its owner. What the data key closes does: the full token of its phone lies under it, and
 * the server knows the hash of the caller's. Whoever holds another's box cannot close their own token under the key in it.
 */
const isTheirs = (dataKey: Uint8Array, proof: string, fullTokenHash: string): boolean =>
  hashOfSecret(String(openPlaced(dataKey, fullTokenPlace, Buffer.from(proof, 'base64')))) === fullTokenHash;

export const recoveryBox: Route = route({
  method: 'POST',
  path: '/api/recovery-box',
  who: 'full',
  summary: 'Says which recovery box is this phone’s, by its SHA-256; no other is opened for it from then on.',
  body: v.strictObject({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  run: async ({ parts: { store }, caller, body }) => {
    await store.write((db) =>
      db.updateTable('phone').set({ recovery_hash: body.hash }).where('id', '=', caller.device).execute(),
    );
    return { told: true };
  },
});
