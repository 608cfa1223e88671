import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ServerKeys } from './keys.ts';

/**
 * A browser in which somebody has signed in before, so that who guesses at their name does not keep them out of it. Its cookie
 * lets nobody in and says nothing to anybody without the server's key: a random id, and a code over it and the account.
 */

/** The longest a browser keeps a cookie. */
const lastsS = 400 * 86_400;

type Kept = { readonly keys: ServerKeys; readonly isSecure: boolean };

/** The id of the desk, if this account has signed in at it; undefined for any other. */
export function knownDesk(context: Context, kept: Kept, account: string): string | undefined {
  const [id = '', code = ''] = (getCookie(context, nameOf(kept, account)) ?? '').split('.');
  const right = Buffer.from(codeOf(kept, account, id));
  const said = Buffer.from(code);
  return said.length === right.length && timingSafeEqual(said, right) ? id : undefined;
}

/** Called once somebody has signed in. */
export function rememberDesk(context: Context, kept: Kept, account: string): void {
  const id = knownDesk(context, kept, account) ?? randomBytes(16).toString('base64url');
  const options = { httpOnly: true, sameSite: 'Strict', secure: kept.isSecure, path: '/', maxAge: lastsS } as const;
  setCookie(context, nameOf(kept, account), `${id}.${codeOf(kept, account, id)}`, options);
}

/** One for each account: two coordinators at one desk are both known there. */
const nameOf = (kept: Kept, account: string): string =>
  `${kept.isSecure ? '__Host-' : ''}bandstand-desk-${codeOf(kept, account, '').slice(0, 12)}`;

const codeOf = ({ keys }: Kept, account: string, id: string): string =>
  createHmac('sha256', keys.first.secret).update(`bandstand known desk\n${id}\n${account}`).digest('base64url');
