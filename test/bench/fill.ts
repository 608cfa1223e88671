import { uuidv7 } from 'uuidv7';
import type { Body, Entry, Write } from '#domain/records/entry.ts';
import { factHash } from '#domain/records/entry.ts';
import { addDays, toInstant } from '#domain/time.ts';
import type { Programme } from '#e2e/programme.ts';
import type { Server } from '#e2e/server.ts';
import { badge } from './people.ts';

/** Records by the thousand, pushed as a phone pushes them. */

type Author = { readonly token: string; readonly device: string; readonly member: string };

async function post(server: Server, path: string, body: unknown, token = ''): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', 'x-bandstand': '1', authorization: `Bearer ${token}` };
  const response = await fetch(`${server.direct}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Enrols a phone of a coordinator's that only writes. */
export async function openFiller(server: Server, programme: Programme): Promise<Author> {
  const enrolled = await post(server, '/api/enrol', { code: await programme.code('coordinator'), label: 'filler' });
  const { fullToken, device, member } = enrolled as { fullToken: string; device: string; member: { id: string } };
  return { token: fullToken, device, member: member.id };
}

/** What a partner has: people, sessions with a mark for each fourth of them, and one session that runs today. */
export type Wanted = {
  readonly partner: string;
  readonly site: string;
  readonly people: number;
  readonly records: number;
};

/** @returns the id of the session that runs today */
export async function fill(server: Server, author: Author, wanted: Wanted): Promise<string> {
  const scope = `partner/${wanted.partner}`;
  const made = (type: string, body: Body): Write => ({ op: 'create', type, id: uuidv7(), scope, body });
  const people = Array.from({ length: wanted.people }, (_, at) => made('person', badge(at)));
  const today = toInstant(Date.now()).slice(0, 10);
  const perSession = 75;
  const sessionCount = Math.ceil((wanted.records - wanted.people) / (perSession + 1));
  const sessions = Array.from({ length: sessionCount }, (_, at) =>
    made('session', sessionOn(addDays(today, -at), wanted)),
  );
  const marks: Write[] = [];
  for (let at = 0; marks.length < wanted.records - wanted.people - sessionCount; at += 1) {
    const session = sessions[Math.floor(at / perSession) % sessionCount]!;
    marks.push(markOf(session, people[(at * 7) % people.length]!.id, author));
  }
  await send(server, author, [...people, ...sessions, ...marks]);
  return sessions[0]!.id;
}

const sessionOn = (day: string, { site }: Wanted): Body => ({
  site,
  day,
  workType: 'detached',
  actualStart: `${day}T00:30:00.000Z`,
  status: { is: day === toInstant(Date.now()).slice(0, 10) ? 'running' : 'finished', reopened: 0 },
});

function markOf({ id: session, scope, body: { day } }: Write, person: string, author: Author): Write {
  const body = { session, person, day, state: 'here', level: 'joined_in', at: `${day}T00:40:00.000Z`, replaces: [] };
  const write = { type: 'mark', id: uuidv7(), scope, body };
  return { op: 'fact', ...write, hash: factHash(write, author.member, author.device) };
}

const writesOfOneSave = 200;
const savesAtOnce = 4;

async function send(server: Server, author: Author, writes: readonly Write[]): Promise<void> {
  const entries: Entry[] = [];
  for (let from = 0; from < writes.length; from += writesOfOneSave) {
    entries.push({
      id: uuidv7(),
      by: author.member,
      device: author.device,
      clock: Date.now() - writes.length + from,
      at: toInstant(Date.now()),
      schema: 1,
      writes: writes.slice(from, from + writesOfOneSave),
    });
  }
  const phone = { version: 'bench', unsent: 0, oldestUnsentAt: null };
  for (let from = 0; from < entries.length; from += savesAtOnce) {
    const some = entries.slice(from, from + savesAtOnce);
    const body = { protocol: 1, epoch: 'none', entries: some, scopes: {}, phone };
    const { results } = await post(server, '/api/sync/1', body, author.token);
    const refused = (results as { result: string }[]).find(({ result }) => result !== 'ok');
    if (refused) throw new Error(JSON.stringify(refused));
  }
}
