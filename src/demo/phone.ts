import { openMemoryStore } from '#db/memory-store.ts';
import { type Saver, save } from '#db/save.ts';
import type { StoreTx } from '#db/store.ts';
import type { Saying } from '#domain/records/say.ts';
import { boxVersion, keyIdOf, seal } from '#domain/records/sealed.ts';
import { type AnswerGiven, packAnswer } from '#domain/records/shapes/answers.ts';
import type { RoundAnswer } from '#domain/records/wire.ts';
import type { OpenServer } from '#server/open.ts';
import { startPace } from '#sync/core.ts';
import { round } from '#sync/round.ts';
import { type Chance, drawnId } from './chance.ts';

/** A phone of the demo: the app's own save and sync on a store in memory, speaking to the server in this process. */
export type DemoPhone = {
  readonly member: string;
  readonly device: string;
  say(sayings: readonly Saying[] | ((tx: StoreTx) => Promise<readonly Saying[]>)): Promise<void>;
  /** Answers, closed and posted as a phone does it. */
  handIn(answers: readonly AnswerGiven[]): Promise<void>;
  /** Rounds until everything is confirmed; throws where the server refused anything. */
  sync(): Promise<void>;
  newId(): string;
};

export type Time = { nowMs: number };

/** Something that happens on a day. */
export type Event = { readonly day: string; readonly play: () => Promise<void> };

/** A request of the app to the server, without a network between them. */
export async function call<T>(
  server: OpenServer,
  method: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<T> {
  const response = await server.app.request(path, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-bandstand': '1',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text || 'null') as T; // the server's own shape
}

type Enrolled = {
  readonly member: { readonly id: string };
  readonly device: string;
  readonly programme: { readonly id: string };
  readonly sendToken: string;
  readonly fullToken: string;
  readonly serverPublicKey: string;
};

/** An answer in its box. */
function closed(answer: AnswerGiven, { programme, serverPublicKey }: Enrolled) {
  const t = crypto.randomUUID();
  const to = Uint8Array.from(Buffer.from(serverPublicKey, 'base64'));
  const bound = { purpose: 'answer', programme: programme.id, device: '', id: t } as const;
  const box = seal(packAnswer(answer), to, crypto.getRandomValues(new Uint8Array(56)), bound);
  return { t, v: boxVersion, keyId: keyIdOf(to), box: Buffer.from(box).toString('base64') };
}

export async function enrolPhone(
  server: OpenServer,
  code: string,
  time: Time,
  chance: Chance,
): Promise<DemoPhone & { readonly token: string }> {
  const enrolled = await call<Enrolled>(server, 'POST', '/api/enrol', { code, label: 'Demo' });
  const { member, device, fullToken, sendToken } = enrolled;
  const store = openMemoryStore();
  const newId = () => drawnId(chance, time.nowMs);
  const saver: Saver = { store, member: member.id, device, now: () => time.nowMs, newId };
  const port = {
    store,
    now: () => time.nowMs,
    chance,
    version: 'demo',
    send: async (request: unknown) => ({
      type: 'answer' as const,
      answer: await call<RoundAnswer>(server, 'POST', '/api/sync/1', request, fullToken),
    }),
  };
  return {
    member: member.id,
    device,
    token: fullToken,
    newId,
    async say(sayings) {
      // Two saves never fall into one millisecond, so that a demo reads in the order it was lived.
      time.nowMs += 1;
      await save(saver, sayings);
    },
    async handIn(answers) {
      await call(server, 'POST', '/api/answers', { boxes: answers.map((each) => closed(each, enrolled)) }, sendToken);
    },
    async sync() {
      let pace = startPace;
      for (let again = true; again; ) ({ pace, again } = await round(port, pace));
      const [left, refused] = await store.read(async (tx) => [await tx.pending(), await tx.refused()] as const);
      if (refused.length + left.length > 0)
        throw new Error(`the demo was refused: ${JSON.stringify(refused[0] ?? left[0]?.entry)}`);
    },
  };
}
