import type { Workbox } from 'workbox-window';
import { hasDirtyForm } from '#db/draft.ts';
import { handedOverNow } from '#db/phone.ts';
import { setApp, useApp } from './state.ts';
import { heard, tell } from './tabs.ts';

/**
 * New versions. One waits politely until the moment is safe: at a cold start before anything is drawn, when the phone locks,
 * or when somebody asks. Unsent records never hold it up (they are on the disk); a form being filled in does.
 */

const checkEveryMs = 60 * 60_000;
const checkAtMostEveryMs = 5 * 60_000;
const stuckMs = 3_000;
const takenAt = 'bandstand-taken';
const triedAgainAfterMs = 60_000;

let workbox: Workbox | null = null;
let asked = false;
let checkedAt = 0;

/**
 * Looks at a cold start whether a version that came while the app was closed lies ready. True where it is being taken over: the
 * page is about to be loaded again, and drawing it now would only flash.
 */
export async function takeWaiting(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false;
  const hadController = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a first visit takes over without anything having changed under the page.
    if (hadController || asked) takeOver();
  });
  heard(({ type }) => {
    if (type === 'updated' && !asked) setApp({ update: 'elsewhere' });
  });
  const waiting = hadController ? (await navigator.serviceWorker.getRegistration())?.waiting : null;
  // In somebody else's hands nothing may change under the form.
  if (!waiting || (await handedOverNow())) return false;
  // One that does not take over is not asked again and again: the version that is here is drawn.
  if (Date.now() - Number(sessionStorage.getItem(takenAt) ?? 0) < triedAgainAfterMs) return false;
  sessionStorage.setItem(takenAt, String(Date.now()));
  takeOverBy(() => waiting.postMessage({ type: 'SKIP_WAITING' }));
  return true;
}

let starting: Promise<void> | null = null;

/** Registers the service worker, once the app is drawn or somebody asks, and looks for new versions from then on. */
export function startUpdates(): Promise<void> {
  starting ??= start().catch((fault) => {
    starting = null;
    throw fault;
  });
  return starting;
}

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { Workbox } = await import('workbox-window');
  workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => setApp({ update: 'waiting' }));
  await workbox.register();
  await noticeWaiting();
  watchForUpdates();
}

/** Another tab may have asked: this one reloads if nothing is being typed, else it says so and waits. */
function takeOver(): void {
  tell({ type: 'updated' });
  const isHandedOver = useApp.getState().phase.name === 'handed over';
  if (asked || !(hasDirtyForm() || isHandedOver)) window.location.reload();
  else setApp({ update: 'elsewhere' });
}

/** Applies the waiting version. What is half typed is kept as a draft, and the draft comes back. */
export function applyUpdate(): void {
  takeOverBy(() => workbox?.messageSkipWaiting());
}

function takeOverBy(skipWaiting: () => void): void {
  asked = true;
  skipWaiting();
  // Some phones answer a reload from a cache of their own, or never say that the worker changed.
  // The address stays: a set-up link, a sign-in and a deep link are where somebody wants to be.
  setTimeout(() => {
    const address = new URL(window.location.href);
    address.searchParams.set('v', String(Date.now()));
    window.location.replace(address);
  }, stuckMs);
}

/** When the phone locks, everything half done is on the disk and nobody is looking: the best moment there is. */
export function applyIfWaiting(): void {
  if (useApp.getState().update === 'waiting' && !hasDirtyForm()) applyUpdate();
}

/** The button: asks now, however recently it was asked, and once more where nobody answered. False where nobody did. */
export async function lookForUpdate(): Promise<boolean> {
  for (const waitMs of [0, 2_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    try {
      // Whoever asks right after opening the app is not told that it is the newest before anybody has looked.
      await startUpdates();
      await workbox?.update();
      await noticeWaiting();
      return true;
    } catch {
      // No answer. A connection the server has closed meanwhile looks like this too, and the second try opens a new one.
    }
  }
  return false;
}

/** A version another tab fetched, or one that came between two events, is found by looking; an event may have been missed. */
async function noticeWaiting(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.waiting && navigator.serviceWorker.controller) setApp({ update: 'waiting' });
  const { installing } = registration ?? {};
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed') void noticeWaiting();
  });
}

function check(): void {
  const now = Date.now();
  if (!navigator.onLine || document.visibilityState !== 'visible' || now - checkedAt < checkAtMostEveryMs) return;
  checkedAt = now;
  // A server that cannot be reached has no update; the next check asks again.
  workbox?.update().then(noticeWaiting, () => undefined);
}

function watchForUpdates(): void {
  setInterval(check, checkEveryMs);
  document.addEventListener('visibilitychange', check);
  window.addEventListener('focus', check);
  window.addEventListener('online', check);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) check();
  });
}

/** A screen whose file is gone since a new version: one reload, only with signal, never a loop. */
export function recoverLostScreens(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem('bandstand-reloaded') ?? 0);
    if (!navigator.onLine || Date.now() - last < 30_000) return;
    event.preventDefault();
    sessionStorage.setItem('bandstand-reloaded', String(Date.now()));
    window.location.reload();
  });
}
