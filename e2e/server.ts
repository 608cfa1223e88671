import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { origin, pause } from './browser.ts';
import { patience } from './machine.ts';

/** The real server in a process of its own, which can be killed and started again on the same data. */
export type Server = {
  /** Where a browser finds it: the same for every server, see `origin`. */
  readonly address: string;
  /** Where this process finds it. */
  readonly direct: string;
  readonly port: number;
  readonly dataDir: string;
  /** Its process, while it runs. */
  readonly pid: () => number | undefined;
  /** What it printed so far: its log. */
  readonly printed: () => string;
  /** From the one-time link it printed. */
  readonly setupCode: () => string;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Again on the same data and port; with another build of the app if asked. */
  start(dist?: string): Promise<void>;
};

export async function openServer(dataDir: string): Promise<Server> {
  const port = await freePort();
  const direct = `http://127.0.0.1:${port}`;
  let output = '';
  let child: ChildProcess | null = null;

  async function start(dist?: string): Promise<void> {
    const started = spawn(process.execPath, ['src/server/main.ts'], {
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...(dist && { DIST: dist }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    child = started;
    const until = Date.now() + patience(60_000);
    while (Date.now() < until) {
      if (started.exitCode !== null) throw new Error(`the server ended: ${output}`);
      if (await answers(direct)) return;
      await pause(50);
    }
    throw new Error(`the server does not answer: ${output}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  }

  await start();
  return {
    address: origin,
    direct,
    port,
    dataDir,
    pid: () => child?.pid,
    printed: () => output,
    setupCode: () => /setup#([A-Z0-9-]+)/.exec(output)?.[1] ?? '',
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/api/health`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
