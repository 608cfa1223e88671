import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { audit } from '#server/audit.ts';
import { memberOfCode, spendCode, wrongCode } from '#server/enrol-codes.ts';
import { codeField, idField } from '#server/fields.ts';
import { byAddress } from '#server/guesses.ts';
import { findMember, namesOf } from '#server/members.ts';
import type { Parts } from '#server/parts.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/** A phone comes in with a code, and gets its two tokens. */
export const enrol: Route = route({
  method: 'POST',
  path: '/api/enrol',
  who: 'anyone',
  summary: 'Enrols a phone with a code from a coordinator.',
  body: v.strictObject({
    code: codeField,
    label: v.pipe(v.string(), v.trim(), v.maxLength(100)),
    /** The phones of those who are enrolled in the same browser already. */
    here: v.optional(v.pipe(v.array(idField), v.maxLength(50))),
  }),
  limits: { guesses: ({ address }) => [byAddress(address)] },
  run: async ({ parts, body }) => {
    const { store, now, keys } = parts;
    // Wrong ones may come by the hundred, and must not take turns with what phones write.
    const owner = await memberOfCode(store.reader, now(), body.code);
    if (owner === undefined) throw wrongCode();
    const here = await ownPhone(parts, owner, body.here ?? []);
    if (here !== undefined) return { here };
    return store.write(async (db) => {
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
    });
  },
});

/**
 * The phone of the code's member among those of one browser, an ended one too. Somebody who is there already is not let in a
 * second time: the code, not spent by this, opens what they have with `/api/recover`. Of several it is one that was not ended,
 * and the one that last said that it has work to send.
 */
async function ownPhone({ store }: Parts, member: string, here: readonly string[]): Promise<string | undefined> {
  if (here.length === 0) return undefined;
  const phones = store.reader.selectFrom('phone').select('id').where('member', '=', member);
  const best = phones
    .where('id', 'in', [...here])
    .orderBy((eb) => eb('revoked_at', 'is not', null))
    .orderBy('unsent', 'desc')
    .orderBy('last_contact', 'desc');
  return (await best.executeTakeFirst())?.id;
}
