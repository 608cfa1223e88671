import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { serve } from '@hono/node-server';
import type { LogLine } from './app.ts';
import { CannotStart } from './cannot-start.ts';
import { type OpenServer, openServer } from './open.ts';
import { closing } from './stop.ts';

/** `node src/server/main.ts`: PORT, HOST, DATA_DIR, TLS_CERT and TLS_KEY (files), BEHIND_PROXY=1 (a proxy that ends TLS), DIST (the built app). */

const { PORT = '4600', HOST, DATA_DIR = './data', TLS_CERT, TLS_KEY, BEHIND_PROXY, DIST } = process.env;
const behindProxy = BEHIND_PROXY === '1';
const port = Number(PORT);

// Whatever this process makes is for the user it runs as.
process.umask(0o077);

const tls = TLS_CERT && TLS_KEY ? { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } : null;
const server = await opened();
const { stop, isStopping } = closing(() => server.close());

// A phone that stops in the middle of a body must not hold a connection for ever.
const patience = { headersTimeout: 20_000, requestTimeout: 60_000 };
const listening = serve(
  {
    fetch: async (request, context) => {
      const response = await server.app.fetch(request, context);
      if (isStopping()) response.headers.set('Connection', 'close');
      return response;
    },
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
    void printHead();
  },
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void stop(listening).then(() => process.exit(0)));
}

const dayMs = 86_400_000;
setInterval(() => void printHead(), dayMs).unref();

/** Kept wherever the output goes, it shows later whether the end of the log of readings, or of the chain over consents, was cut off or made anew. */
async function printHead(): Promise<void> {
  const { n, hash } = await server.auditHead();
  console.log(`Audit head ${n}:${hash}`);
  const consents = await server.consentHead();
  console.log(`Consent head ${consents.chain}:${consents.n}:${consents.head}`);
}

async function opened(): Promise<OpenServer> {
  try {
    return await openServer({
      dataDir: DATA_DIR,
      ...(DIST && { dist: DIST }),
      isSecure: tls !== null || behindProxy,
      behindProxy,
      log: print,
    });
  } catch (failure) {
    if (!(failure instanceof CannotStart)) throw failure;
    console.error(failure.message);
    process.exit(1);
  }
}

function print({ method, route, status, ms, failure }: LogLine): void {
  console.log(`${method} ${route} ${status} ${ms}ms${failure ? ` ${failure}` : ''}`);
}
