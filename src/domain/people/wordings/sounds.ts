import type { Purpose } from '#domain/people-codes.ts';
import type { RecordOf } from '#domain/records/body.ts';
import { inUse, languagesOn, type Wordings } from './versions.ts';

/** What a wording is read aloud with: for each question the newest recording of exactly that wording. */

type Recording = RecordOf<'recording'>;

/** A sound by the hash of its bytes. */
export type WordingSound = { readonly file: string; readonly mime: string };

/** The sounds of one wording, by purpose. */
export function soundsOf(recordings: readonly Recording[], sha256: string): Partial<Record<Purpose, WordingSound>> {
  const found: Partial<Record<Purpose, WordingSound>> = {};
  const own = recordings.filter(({ body }) => body.wording === sha256);
  for (const { body } of own.sort((a, b) =>
    a.body.at < b.body.at ? -1 : a.body.at > b.body.at ? 1 : a.id < b.id ? -1 : 1,
  ))
    found[body.purpose] = { file: body.file, mime: body.mime };
  return found;
}

/** Every sound a phone needs before it is ready: of the wordings that are in use. */
export function soundsInUse(wordings: Wordings, recordings: readonly Recording[]): WordingSound[] {
  const used = languagesOn(wordings).flatMap((language) =>
    (['plain', 'easy'] as const).flatMap((style) => inUse(wordings, language, style)?.version.sha256 ?? []),
  );
  return used.flatMap((sha256) => Object.values(soundsOf(recordings, sha256)));
}
