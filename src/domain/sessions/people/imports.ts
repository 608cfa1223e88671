import type * as v from 'valibot';
import { importOf } from '#domain/people/import/acts.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, object, stored, text } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';

/** What an import has to know: parents and carers by name and number, and what earlier imports made that is still there. */

const guardianSchema = object({ id: text, partner: text, name: text, phone: text });
const importSchema = object({
  id: text,
  partner: text,
  at: text,
  by: text,
  people: list(text),
  guardians: list(text),
});
const answer = object({
  at: text,
  guardians: list(guardianSchema),
  /** The last first. */
  imports: list(importSchema),
  facts: list(object({ id: text, body: stored<BodyOf<'alias'>>() })),
});
/** What is known around an import. */
export type ImportsRead = v.InferOutput<typeof answer>;

/** The imports of the partners whose names are shared. */
export const importsOfDesk = view({
  name: 'imports',
  summary: 'Parents and carers by name and number, and what imports made; of partners that share names.',
  types: ['person', 'guardian', 'alias'],
  answer,
  fold: ({ person, guardian, alias }, { partners, now }): ImportsRead => {
    const shared = new Set(partners.flatMap(({ id, families }) => (families ? [id] : [])));
    const isOpen = (row: {
      readonly scope: string;
      readonly body: { readonly status?: 'active' | 'closed' | null | undefined };
    }) => !isClosed(row) && shared.has(partnerOf(row.scope) ?? '');
    const grownups = guardian.filter(isOpen);
    const made = Map.groupBy(person.filter(isOpen), ({ id }) => importOf(id));
    made.delete(null);
    return {
      at: now,
      guardians: grownups.map(({ id, scope, body }) => ({
        ...{ id, partner: partnerOf(scope) ?? '', name: body.name, phone: body.phone ?? '' },
      })),
      imports: [...made]
        .map(([id, people]) => ({
          ...{ id: id ?? '', partner: partnerOf(people[0]?.scope ?? '') ?? '' },
          ...{ at: people[0]?.at ?? '', by: people[0]?.by ?? '', people: people.map((each) => each.id) },
          guardians: grownups.filter((each) => importOf(each.id) === id).map((each) => each.id),
        }))
        .sort((a, b) => (a.id < b.id ? 1 : -1)),
      facts: alias
        .filter(({ scope, body }) => body.of === 'person' && shared.has(partnerOf(scope) ?? ''))
        .map(({ id, body }) => ({ id, body })),
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
