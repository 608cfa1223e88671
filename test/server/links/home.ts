import { codesOf } from '#domain/codes.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { Body, Write } from '#domain/records/entry.ts';
import { privateScope } from '#domain/records/scopes.ts';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';
import { accepted, approve } from '#test/server/evidence/signing.ts';
import { newWorld, type Phone, personWrite, staff, type World } from '#test/server/world.ts';

/** A child with a mother on record, an approved wording, and links. */

export const amira = 'amira-one';
export const nadia = 'nadia-one';
export const number = '07700 900123';

type KeptRow = { readonly by: string; readonly body: Body };
export type Home = Awaited<ReturnType<typeof newHome>>;

export const document = aDocument({ purposes: codesOf(purposes).map((purpose) => aQuestion(purpose)) });

export async function newHome() {
  const lines: string[] = [];
  const world = await newWorld({ log: (line) => lines.push(JSON.stringify(line)) });
  const team = await staff(world);
  const wording = await approve(world, document);
  await accepted(world, team.worker, [
    personWrite(world.a, amira, { knownAs: 'Amira', initial: 'K' }),
    guardian(world, nadia, { name: 'Nadia Kowalska', phone: number }),
    details(world, { fullName: 'Amira Kowalska', [`guardian/${nadia}`]: { is: 'mother', responsibility: 'yes' } }),
  ]);
  const post = (path: string, body: unknown, phone: Phone | null = null) =>
    world.say('POST', path, body, phone ? { token: phone.fullToken } : {});
  const mint = (over: Body = {}, phone = team.worker) => post('/api/links', { ...asks, ...over }, phone);
  /** A link, read once, by its token. */
  const sent = async (over: Body = {}): Promise<string> => {
    const token: string = (await mint(over)).body.token;
    if (over.kind !== 'withdraw') await read(token);
    return token;
  };
  const read = (token: string) => post('/api/link', { token });
  const answer = (token: string, over: Body = {}) => post('/api/link/answer', { ...yes(wording), token, ...over });
  const rows = async (type: string): Promise<KeptRow[]> => {
    const all = world.server.store.reader.selectFrom('row').selectAll().where('type', '=', type).orderBy('seq');
    return (await all.execute()).map((row) => ({ ...row, by: row.author, body: JSON.parse(row.body) }));
  };
  const may = async (purpose: Purpose): Promise<unknown> => {
    const standing = (await rows('standing')).find(({ body }) => body.person === amira);
    return standing?.body[`may/${purpose}`] ?? null;
  };
  const audited = async () => world.server.store.reader.selectFrom('audit').selectAll().orderBy('n').execute();
  return { world, team, wording, lines, post, mint, sent, read, answer, rows, may, audited };
}

const asks = {
  ...{ kind: 'answer', person: amira, giver: nadia, language: null, number },
  purposes: ['takePart', 'photoInternal', 'contactSport'],
};

export const yes = (wording: string, over: Body = {}) => ({
  wording,
  answers: [
    { purpose: 'photoInternal', decision: 'given' },
    { purpose: 'contactSport', decision: 'refused' },
  ],
  ...{ name: 'Nadia Kowalska', relationship: 'mother', responsibility: 'yes', heard: 'none' },
  ...over,
});

export const guardian = ({ a }: World, id: string, body: Body): Write => ({
  ...({ op: 'create', type: 'guardian', id, scope: privateScope(a) } as const),
  body: { status: 'active', ...body },
});

export const details = ({ a }: World, body: Body): Write => ({
  ...({ op: 'create', type: 'details', id: `details:${amira}`, scope: privateScope(a) } as const),
  body: { person: amira, ...body },
});
