import * as v from 'valibot';
import { codesOf, holderKinds, moveKinds, wishAges, wishKinds } from '#domain/codes.ts';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { amounts, day, id, ids, instant, line, named, setVersion, shortCode, some, status, whole } from './fields.ts';
import { problemInPlaces } from './movement-sides.ts';
import type { Shape } from './shape.ts';

/** Shapes of the equipment: where it is, how it moves, what is wished for. */

/** What is recorded of boxes: places, movements, counts, orders and targets. */
export const stockShapes = {
  holder: {
    kind: 'register',
    scope: 'partner',
    needs: ['name', 'kind'],
    sets: {},
    fields: {
      name: v.pipe(named, v.maxLength(60)),
      kind: v.picklist(codesOf(holderKinds)),
      code: shortCode,
      member: id,
      site: id,
      status,
    },
  },
  delivery: {
    kind: 'register',
    scope: 'partner',
    needs: ['supplier'],
    sets: { line: some },
    fields: { supplier: named, promised: day, arrived: day, reference: line, source: line, status },
  },
  target: {
    kind: 'register',
    scope: 'partner',
    needs: ['n', 'by'],
    sets: {},
    fields: { n: some, from: day, by: day, status },
  },
  movement: {
    kind: 'fact',
    scope: 'partner',
    needs: ['kind', 'set', 'n', 'day', 'at'],
    sets: {},
    whole: problemInPlaces,
    fields: {
      kind: v.picklist(codesOf(moveKinds)),
      set: id,
      n: some,
      from: id,
      to: id,
      day,
      at: instant,
      session: id,
      /** Who got it: one, or a family who share it. None where they were not named. */
      for: ids,
      /** What was given out together: the same for each box of one family. */
      family: id,
      /** The version of the set. */
      version: setVersion,
      /** Built and taken apart: the parts that went in or came out, in all. */
      parts: amounts,
      /** Given out or found incomplete: the parts that are owed, in all. */
      owed: amounts,
      /** The movements this one answers: a part supplied for one, a loan brought back, a box returned. */
      settles: ids,
      /** The movement this one takes back. It moves nothing itself. */
      undoes: id,
      delivery: id,
      /** What stands on the box: `K7RT-31`. */
      label: v.pipe(line, v.maxLength(20)),
      reason: v.pipe(line, v.trim(), v.minLength(1, 'empty')),
    },
  },
  transfer: {
    kind: 'fact',
    scope: 'partner',
    twoPartners: true,
    needs: ['set', 'n', 'from', 'day', 'at'],
    sets: {},
    fields: { set: id, n: some, from: id, to: id, day, at: instant, undoes: id, reason: line },
  },
  stocktake: {
    kind: 'fact',
    scope: 'partner',
    needs: ['holder', 'set', 'counted', 'movementTotal', 'seen', 'replaces', 'day', 'at'],
    sets: {},
    fields: {
      holder: id,
      set: id,
      counted: v.pipe(
        v.number('not a number'),
        v.integer('not a whole number'),
        v.minValue(0, 'less than none'),
        v.maxValue(mostAtOnce, 'more than 99,999'),
      ),
      /** What the movements known here came to when it was counted, and how many of them had happened by then. */
      movementTotal: v.pipe(v.number(), v.safeInteger()),
      seen: whole(0, 10_000_000),
      replaces: ids,
      day,
      at: instant,
    },
  },
  wish: {
    kind: 'fact',
    scope: 'partner',
    needs: ['kind', 'age', 'n', 'day', 'at'],
    sets: {},
    whole: (body) => ((body.what === undefined) === (body.words === undefined) ? 'what: choose it or say it' : null),
    fields: {
      kind: v.picklist(codesOf(wishKinds)),
      age: v.picklist(codesOf(wishAges)),
      /** A set or an activity; or else `words`. */
      what: id,
      words: v.pipe(named, v.maxLength(120)),
      n: whole(1, 1000),
      site: id,
      session: id,
      day,
      at: instant,
      undoes: id,
    },
  },
} as const satisfies Record<string, Shape>;
