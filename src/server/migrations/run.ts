import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Tables } from '#server/tables.ts';
import { first } from './0001-first.ts';
import { inbox } from './0002-inbox.ts';
import { identity } from './0003-identity.ts';
import { received } from './0004-received.ts';
import { files } from './0005-files.ts';
import { evidence } from './0006-evidence.ts';
import { links } from './0007-links.ts';
import { answers } from './0008-answers.ts';
import { namedExports } from './0009-named-exports.ts';
import { erasing } from './0010-erasing.ts';
import { voice } from './0011-voice.ts';
import { voiceLinks } from './0012-voice-links.ts';
import { sessionHistory } from './0013-session-history.ts';
import { exportTokens } from './0015-export-tokens.ts';
import { published } from './0016-published.ts';
import { written } from './0017-written.ts';

const steps = {
  '0001-first': first,
  '0002-inbox': inbox,
  '0003-identity': identity,
  '0004-received': received,
  '0005-files': files,
  '0006-evidence': evidence,
  '0007-links': links,
  '0008-answers': answers,
  '0009-named-exports': namedExports,
  '0010-erasing': erasing,
  '0011-voice': voice,
  '0012-voice-links': voiceLinks,
  '0013-session-history': sessionHistory,
  '0015-export-tokens': exportTokens,
  '0016-published': published,
  '0017-written': written,
};

/** Brings a database up to date; throws, having changed nothing, where a step fails. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
