import { fetchDoor, onSaved, setOpenPerson } from '#db/person.ts';
import { handedOverNow } from '#db/phone.ts';
import {
  type Enrolled,
  enrolledHere,
  type PinOutcome,
  removePerson,
  tryPin,
  type Unlocked,
  unlockWith,
} from '#db/profile.ts';
import { forgetDone } from '#phone/last-done.ts';
import type { Progress, Runner } from '#sync/run.ts';
import { type Phase, setApp, useApp } from './state.ts';
import { hand, heard, type TabMessage, tell } from './tabs.ts';
import { applyIfWaiting } from './update.ts';
import { version } from './version.ts';

/** Unlocking and locking, in every tab at once. The data key lives in this module and in other tabs' memory, nowhere else. */

let person: Unlocked | null = null;
let runner: Runner | null = null;

export const sendNow = (): void => void runner?.run('now');

/** Opens a person's records in this tab and starts sending. Where the phone was handed over, they have it back with this. */
export function enter(unlocked: Unlocked): void {
  const { phase } = useApp.getState();
  if (phase.name !== 'handed over') open(unlocked);
  else void import('#app/hand-over/take-back.ts').then(({ takeBack }) => takeBack(phase, unlocked, open));
}

/** Whose screens were open in this tab last; outlives a reload, as their address does. */
const lastHere = 'bandstand-last';

function open(unlocked: Unlocked): void {
  person = unlocked;
  const { device } = unlocked.profile;
  // Somebody else begins at Today: what the last one looked at is not theirs to see.
  const last = globalThis.sessionStorage?.getItem(lastHere) ?? device;
  if (last !== device) window.history.replaceState(null, '', '/');
  globalThis.sessionStorage?.setItem(lastHere, device);
  setOpenPerson(unlocked);
  setApp({ phase: { name: 'open' } });
  void showOwn(unlocked);
  setTimeout(() => {
    void fetchDoor();
    void startSending(unlocked);
  }, afterTodayMs);
}

/** What was said while the phone was handed over, and left behind by a kill, is shown as soon as its author is back. */
async function showOwn(unlocked: Unlocked): Promise<void> {
  try {
    if ((await unlocked.store.database.own.count()) === 0) return;
    const { takeInOwn } = await import('#db/own.ts');
    await takeInOwn(unlocked);
  } catch (fault) {
    // Locked again before it was done: the next unlock does it.
    if (person === unlocked) throw fault;
  }
}

/** Saving and sending begin once Today stands: their code is the last thing a start waits for. */
const afterTodayMs = 1_500;
/** What a locked phone saved goes by itself, but not while somebody is typing a PIN. */
const afterUnlockingMs = 15_000;
/** A locked phone is told of no signal by any round of its own. */
const lockedMs = 50_000;

async function startSending(unlocked: Unlocked): Promise<void> {
  const { startRunner } = await import('#sync/run.ts');
  if (person !== unlocked) return;
  const tellOnce = tellingRecovery(unlocked);
  const heardOf = (progress: Progress) => {
    setApp({ progress });
    if (progress.answeredAt !== null && !progress.sending) void tellOnce();
  };
  runner = startRunner(unlocked, version, heardOf, onSaved);
}

/** Once the server answers, it is told which copy of the data key is this person's; after that it need not be asked again. */
function tellingRecovery(unlocked: Unlocked): () => Promise<void> {
  let told = false;
  return async () => {
    if (told) return;
    told = true;
    const { tellRecovery } = await import('#sync/recovery.ts');
    told = await tellRecovery(unlocked);
  };
}

/** Closes everything: screens first, then the key. Drafts are on the disk already. */
function close(phase: Phase): void {
  runner?.stop();
  forgetDone();
  runner = null;
  setApp({ phase, progress: useApp.getInitialState().progress });
  person = null;
  // The tree unmounts with the phase; only then may the store go.
  setTimeout(() => {
    if (!person) setOpenPerson(null);
  });
}

export function lock(everywhere = true): void {
  if (!person) return;
  close({ name: 'locked', device: person.profile.device });
  if (everywhere) tell({ type: 'locked' });
  applyIfWaiting();
}

/** The phone is handed over. The page itself goes, so that nothing of its memory is left; no update may come between. */
export function goToForm(id: string): void {
  close({ name: 'starting' });
  window.location.replace(`/h/${id}`);
}

/** A page that the browser kept as it was, with everything on it: it is seen again only once nobody else holds the phone. */
async function seenAgain(): Promise<void> {
  const handedOver = await handedOverNow();
  const { phase } = useApp.getState();
  const shows = phase.name === 'handed over' ? phase.id : undefined;
  if (handedOver?.id === shows) return document.documentElement.removeAttribute('data-away');
  if (handedOver) goToForm(handedOver.id);
  else window.location.replace('/');
}

export async function unlock(enrolled: Enrolled, secret: string): Promise<PinOutcome> {
  const outcome = await tryPin(enrolled.profile.device, secret, Date.now());
  if (outcome.type === 'open') {
    enter(await unlockWith(enrolled.profile, outcome.dataKey));
    tell({ type: 'unlocked' });
  }
  return outcome;
}

/** Reads who is enrolled here, and asks other open tabs for the key before asking anybody for a PIN. */
export async function begin(): Promise<void> {
  const [handedOver, enrolled] = await Promise.all([handedOverNow(), enrolledHere()]);
  setApp({ enrolled });
  setTimeout(sendAllSealed, afterUnlockingMs);
  if (enrolled.length === 0) return setApp({ phase: { name: 'welcome' } });
  if (handedOver) {
    const { id, form, device } = handedOver;
    return setApp({ phase: { name: 'handed over', id, form, device } });
  }
  const handed = await hand();
  const known = enrolled.find(({ profile }) => profile.device === handed?.device);
  if (handed && known) return enter(await unlockWith(known.profile, handed.dataKey));
  setApp({ phase: { name: 'locked', device: enrolled.length === 1 ? (enrolled[0]?.profile.device ?? null) : null } });
}

/** Somebody was enrolled or taken off, or unlocks another way now: this tab and the others read it from the disk. */
export async function enrolledChanged(): Promise<void> {
  setApp({ enrolled: await enrolledHere() });
  tell({ type: 'enrolled' });
}

/** Another tab changed who is enrolled. Whoever is gone is not asked for a PIN here any more. */
async function readAgain(): Promise<void> {
  const enrolled = await enrolledHere();
  setApp({ enrolled });
  const { phase } = useApp.getState();
  if (phase.name !== 'locked' && phase.name !== 'capture') return;
  const isThere = enrolled.some(({ profile }) => phase.device === null || profile.device === phase.device);
  if (!isThere) await begin();
}

/** Nobody is given a key while the phone is handed over. */
async function giveKey({ profile, dataKey }: Unlocked): Promise<void> {
  if (!(await handedOverNow()) && person) tell({ type: 'key', device: profile.device, dataKey });
}

/** What other tabs say, and when signal may be back. */
export function listen(): () => void {
  window.addEventListener('online', sendAllSealed);
  const onHide = ({ persisted }: PageTransitionEvent) =>
    document.documentElement.toggleAttribute('data-away', persisted);
  // A disk that cannot be read says nothing: the page is loaded again, and then it has to be.
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) seenAgain().catch(() => window.location.reload());
  };
  window.addEventListener('pagehide', onHide);
  window.addEventListener('pageshow', onShow);
  const whileLocked = setInterval(() => {
    if (!person && document.visibilityState === 'visible') sendAllSealed();
  }, lockedMs);
  const forget = heard((said: TabMessage) => {
    if (said.type === 'locked') lock(false);
    if (said.type === 'locked' || said.type === 'enrolled') void readAgain();
    if (said.type === 'wanted' && person) void giveKey(person);
    if (said.type === 'handed over') goToForm(said.id);
    if (said.type === 'taken back' && useApp.getState().phase.name === 'handed over') window.location.replace('/');
    if (said.type === 'unlocked' && useApp.getState().phase.name === 'locked') void begin();
  });
  return () => {
    window.removeEventListener('online', sendAllSealed);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('pageshow', onShow);
    clearInterval(whileLocked);
    forget();
  };
}

/** Takes the person who is open off this phone. The screen has made sure that they know what is unsent. */
export async function removeFromPhone(): Promise<void> {
  if (!person) return;
  const { device } = person.profile;
  lock();
  // The lock screen would look for this person's unsent records, and looking would make their database again.
  setApp({ phase: { name: 'starting' } });
  setOpenPerson(null);
  await removePerson(device);
  tell({ type: 'enrolled' });
  await begin();
}

/** Sealed entries go whenever the app starts or signal may be back, and while the phone is locked every minute. */
function sendAllSealed(): void {
  void import('#sync/sealed.ts').then(({ sendSealed }) => {
    for (const { profile } of useApp.getState().enrolled) void sendSealed(profile);
  });
}
