import { uuidv7 } from 'uuidv7';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Programme } from './programme.ts';

/** Two statements to ask young people, as a coordinator adds them. */
export async function writeIndicators({ push }: Pick<Programme, 'push'>): Promise<void> {
  const statements = ['I know who to ask for help.', 'I feel safe in this park.'];
  await push(
    statements.map((statement, order) => {
      const body = { statement, kind: 'agree', target: 70, order, 'respondent/youngPerson': true } as const;
      return create('indicator', uuidv7(), programmeScope, { ...body, status: 'active' });
    }),
  );
}
