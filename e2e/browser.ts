import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { patience } from './machine.ts';

/** A phone: a real Chromium with a profile on the disk, which can be killed and started again on the same profile. */

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const candidates = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The machine's Chromium, else the one Playwright installed. */
export function browserPath(): string {
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  return found ?? chromium.executablePath();
}

export type Size = { readonly width: number; readonly height: number };
export const phoneSize: Size = { width: 360, height: 740 };
export const deskSize: Size = { width: 1280, height: 800 };

/**
 * Where every journey's app is. A name of its own, led to whichever port that journey's server has: a browser profile belongs
 * to an address, and only so can one be prepared once and copied. Below `localhost` it counts as secure without a certificate.
 */
export const origin = 'http://bandstand.localhost';

export type Phone = {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends the browser as a person would. */
  close(): Promise<void>;
  /**
   * SIGKILL to its whole process group; throws unless every process of it is gone afterwards.
   *
   * @param after how long the browser is left first, ms, to write what it writes on its own clock; longer on a slow machine
   */
  kill(after?: number): Promise<void>;
};

/**
 * @param port where the server is that `origin` leads to
 * @param more further flags of the browser: a camera that shows a film, say
 */
export async function openPhone(
  profile: string,
  port: number,
  size: Size = phoneSize,
  more: readonly string[] = [],
): Promise<Phone> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: [...flags, `--host-resolver-rules=MAP ${new URL(origin).host}:80 127.0.0.1:${port}`, ...more],
    viewport: size,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { profile, context, page, close: () => context.close(), kill: (after) => kill(profile, context, after) };
}

/** Every process that runs on a profile, read from the process table. */
export function processesOn(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(`--user-data-dir=${profile}`));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // The process ended while the table was being read.
    return '';
  }
}

async function kill(profile: string, context: BrowserContext, after = 0): Promise<void> {
  await pause(patience(after));
  const [main] = processesOn(profile);
  if (main === undefined) throw new Error('no browser runs on this profile');
  const group = Number(execFileSync('ps', ['-o', 'pgid=', '-p', String(main)], { encoding: 'utf8' }).trim());
  process.kill(-group, 'SIGKILL');
  for (let tries = 0; tries < 1000 && processesOn(profile).length > 0; tries += 1) await pause(20);
  if (processesOn(profile).length > 0) throw new Error('the browser survived SIGKILL');
  // Only now may Playwright forget it; the process is gone, so there is nothing to close.
  await context.close().catch(() => undefined);
  forgetLock(profile);
}

/** A killed browser leaves its lock behind; it names a process that is gone. */
function forgetLock(profile: string): void {
  const lock = `${profile}/SingletonLock`;
  try {
    readlinkSync(lock);
    execFileSync('rm', ['-f', lock]);
  } catch {
    // It left no lock.
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
