import * as v from 'valibot';
import { answerBytes } from '#domain/records/shapes/answers.ts';
import { uuid4 } from '#domain/records/shapes/fields.ts';
import { takeAnswers } from '#server/answers.ts';
import { base64Field, besideFields } from '#server/fields.ts';
import { lifeOf } from '#server/life.ts';
import { type Route, route } from '#server/route.ts';

/** The door for answers, which are no entries: nothing that is kept or logged says who came in by it. */

/** A box is 72 bytes longer than what is in it, and what is in it is always as long. */
const boxBytes = answerBytes + 72;
const boxLetters = Math.ceil(boxBytes / 3) * 4;

/** Most boxes of one request: the answers of one session come in one, since what is left of it in another may be too few to be shown. */
const atOnce = 200;
/** Requests of one phone in an hour, counted in memory: a phone that sends everything again after a restore needs a few dozen. */
const mostAnHour = 300;

export const answers: Route = route({
  method: 'POST',
  path: '/api/answers',
  who: 'send',
  summary: 'Takes sealed answers, all of one size. Each is kept by its own random id, without who sent it and when.',
  body: v.strictObject({
    boxes: v.pipe(
      v.array(
        v.strictObject({
          t: uuid4,
          v: v.unwrap(besideFields.v),
          keyId: v.unwrap(besideFields.keyId),
          box: v.pipe(base64Field(boxLetters), v.length(boxLetters)),
        }),
      ),
      v.maxLength(atOnce),
    ),
  }),
  limits: { bytes: 1280 * 1024, unpacked: 1280 * 1024 },
  run: async ({ parts, caller, body }) => {
    parts.guard.count(`answers ${caller.device}`, mostAnHour, 3_600_000);
    const posted = body.boxes.map((each) => ({ ...each, box: Buffer.from(each.box, 'base64') }));
    const results = await takeAnswers(parts, caller.rights, posted);
    return { results, ...(await lifeOf(parts)) };
  },
});
