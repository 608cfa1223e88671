import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { codeLives, codesOf } from '#domain/codes.ts';
import { rightsOf } from '#domain/records/access.ts';
import { mayManage } from '#server/allow.ts';
import { audit } from '#server/audit.ts';
import { issueEnrolCode } from '#server/enrol-codes.ts';
import { nameField, passphraseField } from '#server/fields.ts';
import { allMembers, findMember, type Member, writeOwn } from '#server/members.ts';
import { hashPassphrase, keepPassphrase, renameSignIn } from '#server/passphrase.ts';
import { Problem } from '#server/problem.ts';
import { endAccess } from '#server/revoke.ts';
import { type Call, type Route, route } from '#server/route.ts';
import type { Db } from '#server/store.ts';
import {
  checkRoles,
  checkSignsIn,
  checkSomebodyRuns,
  findManaged,
  roleField,
  roleFields,
  rolesAfter,
} from '#server/team.ts';

/** The team: written through the ledger, so that phones learn of it like of anything else. */

const describe = ({ id, name, active, body }: Member, hasPassphrase: boolean) => ({
  id,
  name,
  active,
  vetted: body.vetted === true,
  firstAider: body.firstAider === true,
  roles: rightsOf(body),
  hasPassphrase,
});

const list = route({
  method: 'GET',
  path: '/api/team',
  who: 'desk',
  need: 'coordinator',
  summary: 'The people one may manage: the whole team, or a partner’s own.',
  run: async ({ parts: { store }, caller: { rights } }) =>
    store.read(async (db) => {
      const signing = new Set(
        (await db.selectFrom('member_auth').select('member').execute()).map(({ member }) => member),
      );
      const members = (await allMembers(db, store.programme)).filter(({ body }) => mayManage(rights, rightsOf(body)));
      return { members: members.map((member) => describe(member, signing.has(member.id))) };
    }),
});

const roles = v.pipe(v.array(roleField), v.minLength(1), v.maxLength(50));
const addBody = v.strictObject({
  /** Made by whoever asks: asked again, because no answer came, it adds nobody a second time. */
  id: v.optional(v.pipe(v.string(), v.uuid())),
  name: nameField,
  roles,
  vetted: v.boolean(),
  firstAider: v.boolean(),
  passphrase: v.optional(passphraseField),
});

const add = route({
  method: 'POST',
  path: '/api/team',
  who: 'desk',
  need: 'coordinator',
  summary: 'Adds somebody to the team.',
  body: addBody,
  run: async ({ parts: { store, now }, caller, body }) => {
    const { name, roles, vetted, firstAider, passphrase } = body;
    if (passphrase !== undefined) checkSignsIn(roles);
    const hashed = passphrase === undefined ? undefined : await hashPassphrase(passphrase);
    return store.write(async (db) => {
      await checkRoles(db, store.programme, caller.rights, roles);
      const id = body.id ?? uuidv7();
      if (await findMember(db, store.programme, id)) return { id };
      const fields = { name, status: 'active', vetted, firstAider, ...roleFields(roles, undefined) };
      await writeOwn(db, store.programme, now(), caller.member, [{ type: 'member', id, body: fields }]);
      if (hashed !== undefined) await keepPassphrase(db, now(), { id, name }, hashed);
      await note(db, now(), caller.member, 'add member', id, { roles });
      return { id };
    });
  },
});

const note = (db: Db, nowMs: number, actor: string, action: string, member: string, more: object = {}) =>
  audit(db, nowMs, { actor, action, detail: { member, ...more } });

const changeBody = v.strictObject({
  name: v.optional(nameField),
  /** Roles given and taken away; the others stand, whoever gave or took them meanwhile. */
  give: v.optional(v.pipe(v.array(roleField), v.maxLength(50)), []),
  take: v.optional(v.pipe(v.array(roleField), v.maxLength(50)), []),
  vetted: v.optional(v.boolean()),
  firstAider: v.optional(v.boolean()),
  passphrase: v.optional(passphraseField),
  /** Brings somebody back who had left; they need a new code, and a coordinator a new passphrase. */
  status: v.optional(v.literal('active')),
});

const change = route({
  method: 'PATCH',
  path: '/api/team/:id',
  who: 'desk',
  need: 'coordinator',
  summary: 'Changes somebody’s name, roles, checks or passphrase; only what is named.',
  body: changeBody,
  run: async (call) => {
    const { passphrase } = call.body;
    const hashed = passphrase === undefined ? undefined : await hashPassphrase(passphrase);
    await call.parts.store.write((db) => applyChange(db, call, hashed));
    return undefined;
  },
});

async function applyChange(
  db: Db,
  { parts: { store, now }, caller, body, param }: Call<v.InferOutput<typeof changeBody>, undefined>,
  hashed: string | undefined,
): Promise<void> {
  const { passphrase: _, give, take, ...plain } = body;
  const member = await findManaged(db, store.programme, caller.rights, param('id'));
  const after = rolesAfter(rightsOf(member.body), give, take);
  const isOther = give.length + take.length > 0;
  if (isOther) {
    if (after.length === 0) throw new Problem(409, 'no-role', 'They hold no other role by now. Choose at least one.');
    await checkRoles(db, store.programme, caller.rights, after);
    await checkSomebodyRuns(db, store.programme, member.id, after);
  }
  const fields = { ...plain, ...(isOther && roleFields(after, member)) };
  if (Object.keys(fields).length > 0) {
    await writeOwn(db, store.programme, now(), caller.member, [{ type: 'member', id: member.id, body: fields }]);
  }
  const named = { id: member.id, name: body.name ?? member.name };
  if (body.name !== undefined) await renameSignIn(db, named);
  if (hashed !== undefined) {
    checkSignsIn(after);
    await keepPassphrase(db, now(), named, hashed);
  }
  await note(db, now(), caller.member, 'change member', member.id, {
    fields: Object.keys(body),
    ...(isOther && { roles: after }),
  });
}

const code = route({
  method: 'POST',
  path: '/api/team/:id/codes',
  who: 'desk',
  need: 'coordinator',
  summary:
    'A code to enrol a phone or to open one whose PIN is forgotten, for ten minutes or longer; voids earlier ones.',
  query: v.strictObject({ lasts: v.optional(v.picklist(codesOf(codeLives)), '10m') }),
  run: async ({ parts: { store, now }, caller, param, query: { lasts } }) =>
    store.write(async (db) => {
      const member = await findManaged(db, store.programme, caller.rights, param('id'));
      if (!member.active) throw new Problem(409, 'has-left', 'This person has left. Bring them back first.');
      await note(db, now(), caller.member, 'issue code', member.id, { lasts });
      return issueEnrolCode(db, now(), member.id, lasts);
    }),
});

const leave = route({
  method: 'POST',
  path: '/api/team/:id/leave',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Ends somebody’s rights, phones, passphrase and tokens, for good. What their phones still send is kept in the inbox.',
  run: async ({ parts: { store, now }, caller, param }) => {
    await store.write(async (db) => {
      const member = await findManaged(db, store.programme, caller.rights, param('id'));
      await checkSomebodyRuns(db, store.programme, member.id, []);
      const closed = { type: 'member', id: member.id, body: { status: 'closed' } } as const;
      await writeOwn(db, store.programme, now(), caller.member, [closed]);
      await endAccess(db, now(), member.id);
      await note(db, now(), caller.member, 'end member', member.id);
    });
    return undefined;
  },
});

export const teamRoutes: readonly Route[] = [list, add, change, code, leave];
