import { x25519 } from '@noble/curves/ed25519.js';
import { PersonDatabase } from '#db/database.ts';
import { openStore } from '#db/dexie-store.ts';
import { setOpenPerson } from '#db/person.ts';
import { toBase64, type Unlocked } from '#db/profile.ts';
import { openVault } from '#db/vault.ts';
import type { RoundAnswer } from '#domain/records/wire.ts';
import type { OpenServer } from '#server/open.ts';
import { startPace } from '#sync/core.ts';
import { round } from '#sync/round.ts';

/** A phone for tests of what people do: the app's own actions, on a real store, speaking to a real server in this process. */

export async function json(server: OpenServer, method: string, path: string, body?: unknown, token?: string) {
  const response = await server.app.request(path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Bandstand': '1',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return /json/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : text;
}

export type OpenPhone = {
  readonly token: string;
  readonly unlocked: Unlocked;
  /** Actions speak for the one person whose records are open: takes this phone in hand. */
  inHand(): Promise<void>;
  /** Rounds until nothing is left; throws where the server refused anything. */
  sync(): Promise<void>;
};

type Who = Pick<Unlocked['profile'], 'device' | 'member' | 'name' | 'programme' | 'programmeName'>;

/** Some server's: what is closed to it here is never opened. */
const serverKey = toBase64(x25519.getPublicKey(new Uint8Array(32).fill(7)));

/** An open phone with nothing on it yet. */
export function emptyPhone(who: Who, fullToken = ''): Unlocked {
  const key = () => crypto.getRandomValues(new Uint8Array(32));
  const dataKey = key();
  const store = openStore(new PersonDatabase(who.device), openVault(key(), dataKey));
  return { profile: { ...who, sendToken: '', serverKey, secretKind: 'pin' }, store, fullToken, dataKey };
}

/** Somebody's phone that was opened: from now on actions speak for them. */
export async function takeInHand(phone: Unlocked): Promise<void> {
  setOpenPerson(phone);
  if (!phone.store.database.isOpen()) await phone.store.database.open();
}

export async function enrolledPhone(server: OpenServer, code: string): Promise<OpenPhone> {
  const enrolled = await json(server, 'POST', '/api/enrol', { code, label: 'A phone' });
  const { device, fullToken, member } = enrolled;
  const who = { device, member: member.id, name: member.name, programme: '', programmeName: '' };
  const unlocked = emptyPhone(who, fullToken);
  const { store } = unlocked;
  const port = {
    store,
    now: Date.now,
    chance: () => 0.5,
    version: '0.1.0',
    send: async (request: unknown) => ({
      type: 'answer' as const,
      answer: (await json(server, 'POST', '/api/sync/1', request, fullToken)) as RoundAnswer, // the server's own shape
    }),
  };
  const phone: OpenPhone = {
    token: fullToken,
    unlocked,
    inHand: () => takeInHand(unlocked),
    async sync() {
      await phone.inHand();
      let pace = startPace;
      for (let again = true; again; ) ({ pace, again } = await round(port, pace));
      const [left, refused] = await store.read(async (tx) => [await tx.pending(), await tx.refused()] as const);
      if (left.length + refused.length > 0)
        throw new Error(`not through: ${JSON.stringify(refused[0] ?? left[0]?.entry)}`);
    },
  };
  return phone;
}
