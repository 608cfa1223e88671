import type * as v from 'valibot';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, object, text } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';

/** Parents and carers by name and number, so that what is read in is joined to whoever is known. */

const guardianSchema = object({ id: text, partner: text, name: text, phone: text });
/** A parent or carer, as an import compares them. */
export type KnownGuardian = v.InferOutput<typeof guardianSchema>;

/** The grown-ups of the partners whose names are shared. */
export const guardiansOfDesk = view({
  name: 'guardians',
  summary: 'Parents and carers by name and number, of partners that share names.',
  types: ['guardian'],
  answer: object({ at: text, guardians: list(guardianSchema) }),
  fold: ({ guardian }, { partners, now }) => {
    const shared = new Set(partners.flatMap(({ id, families }) => (families ? [id] : [])));
    return {
      at: now,
      guardians: guardian
        .filter((row) => !isClosed(row) && shared.has(partnerOf(row.scope) ?? ''))
        .map(({ id, scope, body }) => ({
          ...{ id, partner: partnerOf(scope) ?? '', name: body.name, phone: body.phone ?? '' },
        })),
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
