import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { ReportFailure } from '#server/reports/reports.ts';
import { meets } from './allow.ts';
import { answerMade, answerWith } from './answer.ts';
import { readJson } from './body.ts';
import { type Caller, type Cookie, type Credential, cookieName, findCaller } from './caller.ts';
import { codeOf, isDiskTrouble } from './connection.ts';
import { setHeaders } from './headers.ts';
import { parse } from './parse.ts';
import type { Parts } from './parts.ts';
import { kindOfFailure, Problem, problemResponse } from './problem.ts';
import { credentialsOf, type Route } from './route.ts';
import { serveApp } from './static.ts';

/** One answered request, as the log shows it: the route's pattern, never the path, which holds ids. */
export type LogLine = { method: string; route: string; status: number; ms: number; failure?: string };
/** Where the lines go. There is no address, id or name in one. */
export type Log = (line: LogLine) => void;

/** @param dist the built app; answers 404 while it is not there */
export function buildApp(parts: Parts, routes: readonly Route[], dist: string, log: Log): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const started = performance.now();
    await next();
    setHeaders(context.res.headers, parts.isSecure);
    const pattern = context.get('pattern') ?? (context.req.path.startsWith('/api/') ? '/api/*' : '/*');
    const ms = Math.round(performance.now() - started);
    const failure = context.get('failure');
    log({ method: context.req.method, route: pattern, status: context.res.status, ms, ...(failure && { failure }) });
  });
  for (const route of routes) app.on(route.method, route.path, (context) => answer(parts, route, context));
  for (const path of new Set(routes.map(({ path }) => path))) {
    app.all(path, () => problemResponse(new Problem(405, 'wrong-method', 'This address is used another way.')));
  }
  app.all('/api/*', () => problemResponse(new Problem(404, 'not-found', 'There is nothing at this address.')));
  app.get('*', serveApp(dist));
  app.all('*', () => problemResponse(new Problem(405, 'wrong-method', 'This address is only read.')));
  app.onError((failure, context) => asProblem(failure, context));
  return app;
}

declare module 'hono' {
  interface ContextVariableMap {
    pattern: string;
    failure: string;
  }
}

/** Whatever is thrown becomes a problem document: ours as it is, anything else without a word of what it said. */
function asProblem(failure: unknown, context: Context): Response {
  if (failure instanceof Problem) return problemResponse(failure);
  context.set('failure', failure instanceof ReportFailure ? `report: ${failure.message}` : kindOfFailure(failure));
  if (codeOf(failure).startsWith('SQLITE_BUSY'))
    return problemResponse(new Problem(503, 'busy', 'Try again in a moment.', 1));
  if (isDiskTrouble(failure)) return problemResponse(noRoom(failure));
  return problemResponse(new Problem(500, 'fault', 'The server made a mistake. What was sent before is safe.'));
}

/** Nothing of a request makes this go away, so a phone is told to wait a minute. */
const noRoom = (failure: unknown): Problem =>
  /FULL|ENOSPC|EDQUOT/.test(codeOf(failure))
    ? new Problem(507, 'no-room', 'The server’s disk is full. Nothing was saved there; tell whoever hosts it.', 60)
    : new Problem(
        503,
        'cannot-write',
        'The server cannot write to its disk. Nothing was saved there; tell whoever hosts it.',
        60,
      );

/** Nobody: what a route for anyone is given. */
const nobody: Caller = { by: 'send', member: '', name: '', device: '', rights: [], mayName: false };

async function answer(parts: Parts, route: Route, context: Context): Promise<Response> {
  context.set('pattern', route.path);
  const address = addressOf(parts, context);
  parts.guard.count(`address ${address}`, 6000, 60_000);
  const caller = route.who === 'anyone' ? nobody : await letIn(parts, route, context);
  if (caller.device) parts.guard.count(`device ${caller.device}`, 1200, 60_000);
  const body = route.body && parse(route.body, await readJson(context.req.raw, route.limits));
  const query = route.query && parse(route.query, context.req.query());
  const param = (name: string) => context.req.param(name) ?? '';
  const run = () => route.run({ parts, caller, body, query, param, context });
  if (route.report) return answerMade(context, await parts.reports.make({ path: route.path, caller, query }));
  const tries = route.limits.guesses?.({ address, caller, body, parts, context });
  const result = await (tries ? parts.guesses.attempt(tries, run) : run());
  return answerWith(context, result);
}

const credentialWords: Record<Credential, string> = {
  send: 'a phone’s send token',
  full: 'an unlocked phone',
  cookie: 'a signed-in desk',
  export: 'an export token',
};

async function letIn(parts: Parts, route: Route, context: Context): Promise<Caller> {
  const bearer = /^Bearer (\S{1,200})$/.exec(context.req.header('Authorization') ?? '')?.[1];
  const caller = await findCaller(parts, bearer, cookieOf(parts, context));
  if (!caller) throw new Problem(401, 'not-signed-in', 'Sign in again. What is on this phone is kept.');
  const accepted: readonly Credential[] = credentialsOf[route.who];
  if (!accepted.includes(caller.by)) throw new Problem(403, 'wrong-token', `Not with ${credentialWords[caller.by]}.`);
  if (caller.by === 'cookie') checkCookie(caller, context);
  if (!meets(route.need, caller.rights)) throw new Problem(403, 'no-right', 'Your role may not do this.');
  return caller;
}

function cookieOf(parts: Parts, context: Context): Cookie | undefined {
  const value = getCookie(context, cookieName(parts.isSecure));
  const [seconds = '0'] = /^\d{1,6}$/.exec(context.req.header('X-Bandstand-Idle') ?? '') ?? [];
  return value === undefined ? undefined : { value, idleMs: Number(seconds) * 1000 };
}

/** A cookie goes along by itself, so it counts only beside a header that another site cannot send. */
function checkCookie(caller: Caller, context: Context): void {
  if (context.req.header('X-Bandstand') === undefined) {
    throw new Problem(403, 'cross-site', 'The request did not come from this app.');
  }
  if (!meets('coordinator', caller.rights)) throw new Problem(401, 'not-signed-in', 'Sign in again.');
}

/** Who is asking, for limits only. An IPv6 address counts by its network: one house has billions of them. */
function addressOf(parts: Parts, context: Context): string {
  const forwarded = parts.behindProxy ? context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? (context.env?.incoming ? getConnInfo(context).remote.address : undefined) ?? 'here';
  return address.includes('.') ? address : address.split(':').slice(0, 4).join(':');
}
