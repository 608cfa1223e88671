import type { Body, Write } from '#domain/records/entry.ts';
import { privateScope, programmeScope } from '#domain/records/scopes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { versionOf } from '#test/domain/a-wording.ts';
import { entryOf, factWrite, type Phone, push, type World } from '#test/server/world.ts';

/** What a test of evidence says: a wording is approved, a mother signs. */

export const at = '2026-11-22T12:00:00.000Z';
export const day = '2026-11-22';

/** A name, drawn. */
export const strokes = {
  v: 1,
  aspect: 2400,
  strokes: [
    [
      [200, 3000],
      [700, 600],
      [1200, 3100],
    ],
    [
      [1500, 2000],
      [1900, 1400],
      [2300, 2300],
      [2700, 1500],
      [3300, 2200],
      [3900, 1700],
    ],
  ],
};

export async function accepted(world: World, phone: Phone, writes: Write[]): Promise<void> {
  for (const result of await push(world, phone, [entryOf(phone, writes)]))
    if (result.result !== 'ok') throw new Error(`not accepted: ${JSON.stringify(result)}`);
}

/** Approves a document. */
export async function approve(world: World, document: WordingDocument, kind = 'says more'): Promise<string> {
  const version = versionOf(document);
  const more = kind === 'corrects only' ? {} : { purposes: ['takePart'] };
  await accepted(world, world.ann, [
    factWrite(world.ann, 'wordingVersion', programmeScope, version),
    factWrite(world.ann, 'approval', programmeScope, {
      ...{ sha256: version.sha256, kind, ...more, reason: 'Made for this year', who: 'Ann', at },
    }),
  ]);
  return version.sha256;
}

export type Signs = {
  readonly partner: string;
  readonly person: string;
  readonly giver: string;
  readonly purpose: string;
  readonly decision: string;
  readonly wording: string;
  /** Of the signing, and of the decision. */
  readonly signing?: Body;
  readonly consent?: Body;
  readonly ids?: readonly [signing: string, consent: string];
};

/** Somebody draws their name under one answer. */
export function signs(phone: Phone, { partner, wording, ids, ...said }: Signs): [signing: Write, consent: Write] {
  const scope = privateScope(partner);
  const signing = factWrite(
    phone,
    'signing',
    scope,
    {
      ...{ way: 'drawn', strokes, giver: said.giver, giverName: 'Nadia Kowalska', relationship: 'mother' },
      ...{ responsibility: 'yes', wording, language: 'en', template: 1, heard: 'none' },
      ...{ shownAt: '2026-11-22T11:55:00.000Z', decidedAt: at, offsetMs: 0, zone: 'Europe/London' },
      ...said.signing,
    },
    ids?.[0],
  );
  const consent = factWrite(
    phone,
    'consent',
    scope,
    {
      ...{ person: said.person, purpose: said.purpose, giver: said.giver, decision: said.decision },
      ...{ signing: signing.id, signingHash: signing.hash, wording, day, decidedAt: at, offsetMs: 0, replaces: [] },
      ...said.consent,
    },
    ids?.[1],
  );
  return [signing, consent];
}
