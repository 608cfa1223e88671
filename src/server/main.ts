import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { serve } from '@hono/node-server';
import type { LogLine } from './app.ts';
import { openServer } from './open.ts';

/** `node src/server/main.ts`: PORT, HOST, DATA_DIR, TLS_CERT and TLS_KEY (files), BEHIND_PROXY=1 (a proxy that ends TLS), DIST (the built app). */

const { PORT = '4600', HOST, DATA_DIR = './data', TLS_CERT, TLS_KEY, BEHIND_PROXY, DIST } = process.env;
const tls = TLS_CERT && TLS_KEY ? { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } : null;
const behindProxy = BEHIND_PROXY === '1';
const port = Number(PORT);

const server = await openServer({
  dataDir: DATA_DIR,
  ...(DIST && { dist: DIST }),
  isSecure: tls !== null || behindProxy,
  behindProxy,
  log: print,
});

// A phone that stops in the middle of a body must not hold a connection for ever.
const patience = { headersTimeout: 20_000, requestTimeout: 60_000 };
const listening = serve(
  {
    fetch: server.app.fetch,
    port,
    ...(HOST && { hostname: HOST }),
    ...(tls
      ? { createServer: createSecureServer, serverOptions: { ...tls, ...patience } }
      : { createServer, serverOptions: patience }),
  },
  ({ port: bound }) => {
    const address = `${tls ? 'https' : 'http'}://localhost:${bound}`;
    console.log(`Bandstand is at ${address}`);
    if (server.setupCode) console.log(`Set it up at ${address}/setup#${server.setupCode}`);
  },
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());

/** Lets requests in hand finish, at most ten seconds; what was answered is on the disk in any case. */
function stop(): void {
  setTimeout(() => process.exit(1), 10_000).unref();
  listening.close(() => server.close().then(() => process.exit(0)));
  if ('closeIdleConnections' in listening) listening.closeIdleConnections();
}

function print({ method, route, status, ms, failure }: LogLine): void {
  console.log(`${method} ${route} ${status} ${ms}ms${failure ? ` ${failure}` : ''}`);
}
