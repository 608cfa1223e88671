import { soundsOf } from '#domain/people/wordings/sounds.ts';
import { inUse, languagesOn, type Wordings } from '#domain/people/wordings/versions.ts';
import type { RecordOf } from '#domain/records/body.ts';
import type { HandedWording } from './sitting.ts';

/** The wordings in use, of every language and style: what somebody may choose from who is asked. */
export const handedWordings = (
  wordings: Wordings,
  recordings: readonly RecordOf<'recording'>[] = [],
): HandedWording[] =>
  languagesOn(wordings).flatMap((language) =>
    (['plain', 'easy'] as const).flatMap((style) => {
      const use = inUse(wordings, language, style);
      if (!use) return [];
      const { sha256, document } = use.version;
      return { sha256, document, asks: use.asks, sounds: soundsOf(recordings, sha256) };
    }),
  );
