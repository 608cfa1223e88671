import * as v from 'valibot';
import { hashOfBytes } from '#domain/records/canonical.ts';
import { sha256 } from '#domain/records/shapes/fields.ts';
import { mostRecorded } from '#domain/records/shapes/wording.ts';
import { FileMade } from '#server/answer.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';

/**
 * Files by the SHA-256 of their bytes: what a wording is read aloud with. A coordinator puts one, every phone of the programme may
 * fetch it under either of its tokens. What is not its own hash is never stored and never handed out.
 */

/** Recordings of nine languages and many versions; beyond that somebody has made a mistake. */
const mostFiles = 2000;
const base64Bytes = Math.ceil(mostRecorded / 3) * 4;

const noFile = () => new Problem(404, 'not-found', 'There is no such file.');

const put = route({
  method: 'PUT',
  path: '/api/files/:id',
  who: 'desk',
  need: 'coordinator',
  summary: 'Keeps a file of at most 1 MB under the SHA-256 of its bytes. The same again changes nothing.',
  body: v.strictObject({ base64: v.pipe(v.string(), v.base64(), v.minLength(4), v.maxLength(base64Bytes)) }),
  limits: { bytes: base64Bytes + 1024, unpacked: base64Bytes + 1024 },
  run: async ({ parts: { store, now }, caller, param, body }) => {
    const bytes = Buffer.from(body.base64, 'base64');
    if (bytes.length > mostRecorded) throw new Problem(413, 'too-large', 'A recording has at most 1 MB.');
    if (hashOfBytes(bytes) !== param('id'))
      throw new Problem(422, 'other-hash', 'The file is not the one its address names. Send it again.');
    await store.write(async (db) => {
      const { n } = await db
        .selectFrom('file')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('programme', '=', store.programme)
        .executeTakeFirstOrThrow();
      if (n >= mostFiles) throw new Problem(507, 'too-many', 'The server keeps no more recordings.');
      await db
        .insertInto('file')
        .values({
          ...{ programme: store.programme, sha256: param('id'), bytes },
          ...{ author: caller.member, received_at: now() },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
    return undefined;
  },
});

const get: Route = {
  method: 'GET',
  path: '/api/files/:id',
  who: 'phone',
  need: 'nothing',
  summary: 'A file by the SHA-256 of its bytes, for every phone and desk of the programme.',
  body: undefined,
  query: undefined,
  limits: put.limits,
  answer: 'application/octet-stream',
  run: async ({ parts: { store }, param }) => {
    if (!v.is(sha256, param('id'))) throw noFile();
    const query = store.reader.selectFrom('file').select('bytes').where('programme', '=', store.programme);
    const file = await query.where('sha256', '=', param('id')).executeTakeFirst();
    // A disk that has changed a byte hands out nothing: a phone would keep it for ever.
    if (!file || hashOfBytes(file.bytes) !== param('id')) throw noFile();
    return new FileMade(file.bytes, 'application/octet-stream', {}, true);
  },
};

export const fileRoutes: readonly Route[] = [put, get];
