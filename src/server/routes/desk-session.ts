import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { folded } from '#domain/people/search.ts';
import { meets } from '#server/allow.ts';
import { audit } from '#server/audit.ts';
import { cookieName } from '#server/caller.ts';
import { nameField } from '#server/fields.ts';
import { byAccount } from '#server/guesses.ts';
import { knownDesk, rememberDesk } from '#server/known-desk.ts';
import { findMember, namesOf } from '#server/members.ts';
import { whoSignsIn } from '#server/passphrase.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/** The desk that keeps nothing: a coordinator at a shared computer, known by a cookie until the browser is closed. */

/** A working day, however much it is used. */
const lastsMs = 12 * 3_600_000;

const cookieOptions = (secure: boolean) => ({ httpOnly: true, sameSite: 'Strict', secure, path: '/' }) as const;

const asked = v.strictObject({ name: nameField, passphrase: v.pipe(v.string(), v.maxLength(200)) });
type Asked = v.InferOutput<typeof asked>;

export const signIn: Route = route({
  method: 'POST',
  path: '/api/sign-in',
  who: 'anyone',
  summary: 'Signs a coordinator in at a desk that keeps nothing; sets a cookie for as long as the browser is open.',
  body: asked,
  limits: {
    guesses: ({ address, body, parts, context }) => {
      const account = folded((body as Asked).name);
      return byAccount(account, address, knownDesk(context, parts, account));
    },
  },
  run: async ({ parts, body, context }) => {
    const { store, now, isSecure } = parts;
    const id = await whoSignsIn(store.reader, body.name, body.passphrase);
    const member = id === undefined ? undefined : await findMember(store.reader, store.programme, id);
    if (!member || !meets('coordinator', member.rights)) {
      throw new Problem(403, 'wrong-passphrase', 'The name and the passphrase do not belong together.');
    }
    const cookie = newToken('bc');
    const nowMs = now();
    const desk = { id: uuidv7(), cookie_hash: hashOfSecret(cookie), member: member.id, created_at: nowMs };
    await store.write(async (db) => {
      await db.deleteFrom('desk').where('expires_at', '<=', nowMs).execute();
      await db
        .insertInto('desk')
        .values({ ...desk, expires_at: nowMs + lastsMs, seen_at: nowMs })
        .execute();
      await audit(db, nowMs, { actor: member.id, action: 'sign in', detail: { device: desk.id } });
    });
    // Without an age the browser forgets it when it is closed.
    setCookie(context, cookieName(isSecure), cookie, cookieOptions(isSecure));
    rememberDesk(context, parts, folded(body.name));
    return { member: { id: member.id, name: member.name }, device: desk.id };
  },
});

export const signOut: Route = route({
  method: 'POST',
  path: '/api/sign-out',
  who: 'anyone',
  summary: 'Ends the desk session of the cookie.',
  run: async ({ parts: { store, isSecure }, context }) => {
    const cookie = getCookie(context, cookieName(isSecure));
    if (cookie !== undefined && context.req.header('X-Bandstand') !== undefined) {
      await store.write((db) => db.deleteFrom('desk').where('cookie_hash', '=', hashOfSecret(cookie)).execute());
      deleteCookie(context, cookieName(isSecure), cookieOptions(isSecure));
    }
    return undefined;
  },
});

export const me: Route = route({
  method: 'GET',
  path: '/api/me',
  who: 'desk',
  summary: 'Who is signed in, with which rights, and whether this desk keeps nothing.',
  run: async ({ parts: { store }, caller: { by, member, name, device, rights } }) => {
    const programmes = await namesOf(store.reader, store.programme, 'programme');
    return {
      member: { id: member, name },
      device,
      rights,
      programme: { id: store.programme, name: programmes.get(store.programme) ?? '' },
      keepsNothing: by === 'cookie',
    };
  },
});
