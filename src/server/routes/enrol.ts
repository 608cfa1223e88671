import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { open } from '#domain/sealed.ts';
import { audit } from '#server/audit.ts';
import { spendCode } from '#server/enrol-codes.ts';
import { base64Field, codeField } from '#server/fields.ts';
import { findMember, namesOf } from '#server/members.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/** Wrong, expired, used, somebody else's: one answer, so that nothing is learnt by trying. */
const wrongCode = () => new Problem(403, 'wrong-code', 'That code does not work. Ask your coordinator for a new one.');

/** A phone comes in with a code, and gets its two tokens. */
export const enrol: Route = route({
  method: 'POST',
  path: '/api/enrol',
  who: 'anyone',
  summary: 'Enrols a phone with a code from a coordinator.',
  body: v.strictObject({ code: codeField, label: v.pipe(v.string(), v.trim(), v.maxLength(100)) }),
  limits: { guesses: true },
  run: async ({ parts: { store, now, keys }, body }) =>
    store.write(async (db) => {
      const nowMs = now();
      const spent = await spendCode(db, nowMs, body.code, 'enrol');
      const member = spent?.member ? await findMember(db, store.programme, spent.member) : undefined;
      if (!member?.active) throw wrongCode();
      const device = uuidv7();
      const sendToken = newToken('bs');
      const fullToken = newToken('bf');
      await db
        .insertInto('phone')
        .values({
          id: device,
          member: member.id,
          label: body.label,
          send_token_hash: hashOfSecret(sendToken),
          full_token_hash: hashOfSecret(fullToken),
          created_at: nowMs,
          last_contact: nowMs,
          version: '',
          unsent: 0,
          oldest_unsent_at: null,
        })
        .execute();
      await audit(db, nowMs, { actor: member.id, action: 'enrol phone', detail: { device } });
      const head = await db.selectFrom('head').select('epoch').executeTakeFirstOrThrow();
      const programmes = await namesOf(db, store.programme, 'programme');
      return {
        member: { id: member.id, name: member.name },
        device,
        programme: { id: store.programme, name: programmes.get(store.programme) ?? '' },
        sendToken,
        fullToken,
        serverPublicKey: Buffer.from(keys.publicKey).toString('base64'),
        epoch: head.epoch,
        now: nowMs,
      };
    }),
});

/** A forgotten PIN: a fresh code opens the copy of the phone's data key that was sealed to the server at enrolment. */
export const recover: Route = route({
  method: 'POST',
  path: '/api/recover',
  who: 'send',
  summary: 'Opens a phone’s data key again with a fresh code of the same member.',
  body: v.strictObject({ code: codeField, sealedKey: base64Field(400) }),
  limits: { guesses: true },
  run: async ({ parts: { store, now, keys }, caller, body }) => {
    const dataKey = openKey(body.sealedKey, keys.secret);
    await store.write(async (db) => {
      const nowMs = now();
      const spent = await spendCode(db, nowMs, body.code, 'enrol', caller.member);
      if (!spent || !(await findMember(db, store.programme, caller.member))?.active) throw wrongCode();
      await audit(db, nowMs, { actor: caller.member, action: 'recover phone', detail: { device: caller.device } });
    });
    return { dataKey: Buffer.from(dataKey).toString('base64') };
  },
});

/** Opens a key and nothing else: a sealed entry handed in as one would otherwise come back readable. */
function openKey(box: string, secret: Uint8Array): Uint8Array {
  const notAKey = new Problem(400, 'not-a-key', 'sealedKey: not a key sealed to this server');
  const bytes = Buffer.from(box, 'base64');
  const dataKeyBytes = 32;
  if (bytes.length !== 72 + dataKeyBytes) throw notAKey;
  try {
    return open(bytes, secret);
  } catch {
    throw notAKey;
  }
}
