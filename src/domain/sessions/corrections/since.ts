import type { RowOf } from '#domain/records/body.ts';
import type { MadeFile } from '#domain/reports/report.ts';

/** What was put right after a file of its days was made: the figures in that file are no longer those of the records. */

/** A correction, and the files it is not in yet. */
export type CorrectedSince<File extends MadeFile> = {
  readonly correction: RowOf<'correction'>;
  readonly files: readonly File[];
};

/**
 * Corrections that came in after a file of their session’s days was made; a session that was moved to another day is missed in files
 * of both.
 * @param dayOf the day a session stands on now
 */
export function correctedSince<File extends MadeFile>(
  corrections: readonly RowOf<'correction'>[],
  dayOf: (session: string) => string | undefined,
  files: readonly File[],
): CorrectedSince<File>[] {
  return corrections.flatMap((correction) => {
    const { session, day } = correction.body;
    const days = [day, dayOf(session) ?? day];
    // A laptop without signal may say it long before anybody else can know of it.
    const cameAt = correction.received ?? correction.at;
    const missed = files.filter(({ at, from, to }) => at < cameAt && days.some((each) => from <= each && each <= to));
    return missed.length > 0 ? { correction, files: missed } : [];
  });
}
