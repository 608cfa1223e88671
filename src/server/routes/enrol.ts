import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { audit } from '#server/audit.ts';
import { spendCode, wrongCode } from '#server/enrol-codes.ts';
import { codeField } from '#server/fields.ts';
import { byAddress } from '#server/guesses.ts';
import { findMember, namesOf } from '#server/members.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/** A phone comes in with a code, and gets its two tokens. */
export const enrol: Route = route({
  method: 'POST',
  path: '/api/enrol',
  who: 'anyone',
  summary: 'Enrols a phone with a code from a coordinator.',
  body: v.strictObject({ code: codeField, label: v.pipe(v.string(), v.trim(), v.maxLength(100)) }),
  limits: { guesses: ({ address }) => [byAddress(address)] },
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
          recovery_hash: null,
          revoked_at: null,
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
        serverPublicKey: Buffer.from(keys.current.publicKey).toString('base64'),
        epoch: head.epoch,
        now: nowMs,
      };
    }),
});
