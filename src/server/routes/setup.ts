import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { audit } from '#server/audit.ts';
import { issueEnrolCode, spendCode, unspent } from '#server/enrol-codes.ts';
import { codeField, nameField, passphraseField } from '#server/fields.ts';
import { byAddress } from '#server/guesses.ts';
import { namesOf, type OwnWrite, writeOwn } from '#server/members.ts';
import { hashPassphrase, keepPassphrase } from '#server/passphrase.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';

const body = v.strictObject({
  code: codeField,
  programmeName: nameField,
  partners: v.pipe(v.array(nameField), v.minLength(1), v.maxLength(100)),
  name: nameField,
  passphrase: passphraseField,
});

/** The first coordinator sets the programme up from the link the server printed, once. */
export const setUp: Route = route({
  method: 'POST',
  path: '/api/setup',
  who: 'anyone',
  summary: 'Sets up the programme, its partners and its first coordinator; answers a code that enrols this browser.',
  body,
  limits: { guesses: ({ address }) => [byAddress(address)] },
  run: async ({ parts, body }) => {
    const { store, now } = parts;
    if (!(await unspent(store.reader, now(), body.code, 'setup'))) throw wrongSetupCode();
    const hashed = await hashPassphrase(body.passphrase);
    return store.write(async (db) => {
      const nowMs = now();
      const already = (await namesOf(db, store.programme, 'programme')).size > 0;
      if (already || !(await spendCode(db, nowMs, body.code, 'setup'))) throw wrongSetupCode();
      const member = uuidv7();
      await writeOwn(db, store.programme, nowMs, member, firstRecords(store.programme, member, body));
      await keepPassphrase(db, nowMs, { id: member, name: body.name }, hashed);
      await audit(db, nowMs, { actor: member, action: 'set up', detail: { partners: body.partners.length } });
      const programme = { id: store.programme, name: body.programmeName };
      const { code, expiresAt } = await issueEnrolCode(db, nowMs, member);
      return { enrolCode: code, expiresAt, programme, member: { id: member, name: body.name } };
    });
  },
});

const wrongSetupCode = () =>
  new Problem(403, 'wrong-code', 'This link does not set anything up. The server prints the right one when it starts.');

function firstRecords(
  programme: string,
  member: string,
  { programmeName, partners, name }: v.InferOutput<typeof body>,
) {
  const records: OwnWrite[] = [{ type: 'programme', id: programme, body: { name: programmeName } }];
  for (const partner of partners)
    records.push({ type: 'partner', id: uuidv7(), body: { name: partner, status: 'active' } });
  const roles = { 'role/programmeCoordinator:all': true };
  records.push({
    type: 'member',
    id: member,
    body: { name, status: 'active', vetted: true, firstAider: false, ...roles },
  });
  return records;
}
