import * as v from 'valibot';
import { draftOf } from '#domain/people/wordings/draft.ts';
import { inUse, wordingsOf } from '#domain/people/wordings/versions.ts';
import type { RecordOf, SetUpType } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import { isClosed } from '#domain/records/row.ts';
import type { Target } from '#domain/stock/targets.ts';
import { contentOf } from '#domain/voice/forms/draft.ts';
import { formsInUse } from '#domain/voice/forms/in-use.ts';

/**
 * The set-up of a programme as a file, to begin another programme or another year from. It holds no young people, no team, no
 * sessions, and of the programme's own settings nothing that names anybody.
 */

/** What is taken along, in the order it is shown and saved. */
export const takenTypes = [
  'site',
  'activity',
  'agency',
  'area',
  'set',
  'indicator',
  'target',
  'question',
  'wording',
  'form',
] as const;
export type TakenType = (typeof takenTypes)[number];

const record = v.strictObject({
  type: v.picklist(takenTypes),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9:_-]{1,80}$/i)),
  /** Whose target it is. */
  partner: v.optional(v.string()),
  body: v.record(v.string(), v.unknown()),
});
const schema = v.strictObject({
  file: v.literal('bandstand-set-up'),
  version: v.literal(1),
  programme: v.strictObject({ name: v.string(), settings: v.record(v.string(), v.unknown()) }),
  /** What ids of partners in it stand for. */
  partners: v.array(v.strictObject({ id: v.string(), name: v.string() })),
  records: v.pipe(v.array(record), v.maxLength(2000)),
});
export type SetUpFile = v.InferOutput<typeof schema>;
/** A record as it stands in the file. */
export type TakenRecord = SetUpFile['records'][number];

/** Settings of a programme that go along: what counting asks, and no name or number of anybody. */
export const settingNames = /^(askGender|askNewness|boxAge|daysBack|askEquality\/.+)$/;

/** The set-up as it stands here. */
export type WholeSetUp = { readonly [T in Exclude<SetUpType, 'member' | 'recording'>]: readonly RecordOf<T>[] } & {
  readonly targets: readonly Target[];
};

/** The file of a set-up. What is closed stays behind. */
export function setUpFileOf(all: WholeSetUp): SetUpFile {
  const [programme] = all.programme;
  const of = (type: 'site' | 'activity' | 'agency' | 'area' | 'indicator' | 'question'): TakenRecord[] =>
    all[type].filter((each) => !isClosed(each)).map(({ id, body }) => ({ type, id, body: plain(body) }));
  const partners = all.partner.map(({ id, body }) => ({ id, name: body.name }));
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]));
  return {
    file: 'bandstand-set-up',
    version: 1,
    programme: {
      name: programme?.body.name ?? '',
      settings: Object.fromEntries(
        Object.entries(plain(programme?.body ?? {})).filter(([field]) => settingNames.test(field)),
      ),
    },
    partners,
    records: [
      ...of('site'),
      ...of('activity'),
      ...of('agency'),
      ...of('area'),
      ...all.set
        .filter((each) => !isClosed(each))
        .map(({ id, body }) => ({ type: 'set' as const, id, body: setNow(body) })),
      ...of('indicator'),
      ...all.targets.map(({ id, partner, n, from, by }) => ({
        type: 'target' as const,
        ...{ id, partner: nameOf.get(partner) ?? '', body: { n, ...(from !== '' && { from }), by } },
      })),
      ...of('question'),
      ...wordingDraft(all),
      ...formDrafts(all),
    ],
  };
}

/** What says something, and not that it is open. */
const plain = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([field, value]) => value !== null && field !== 'status'));

/** A set with what is in it now; what was in older ones stays with the boxes that were given out. */
function setNow(body: RecordOf<'set'>['body']): Body {
  const now = `part/${body.version ?? 1}:`;
  return Object.fromEntries(
    Object.entries(plain(body)).filter(([field]) => !field.startsWith('part/') || field.startsWith(now)),
  );
}

/** The English in use, as a draft: the new programme approves its own. A translation is made of an approved English. */
function wordingDraft({ wordingVersion, approval }: WholeSetUp): TakenRecord[] {
  const used = inUse(wordingsOf({ versions: wordingVersion, approvals: approval }), 'en', 'plain');
  if (!used) return [];
  const { sha256, document } = used.version;
  return [{ type: 'wording', id: sha256, body: plain(draftOf(document, undefined)) }];
}

/** Forms in use, as drafts of forms of their own. */
const formDrafts = ({ formVersion, formApproval, formEnded }: WholeSetUp): TakenRecord[] =>
  formsInUse({ versions: formVersion, approvals: formApproval, endings: formEnded }).map(
    ({ sha256, name, document }) => ({
      type: 'form',
      id: sha256,
      body: { name, ...plain(contentOf(document)) },
    }),
  );

/** Reads a file; what is wrong with it in words where it is none. */
export function readSetUpFile(text: string): SetUpFile | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'This is no set-up file. Choose the one that was saved with Take the set-up along.';
  }
  const head = v.safeParse(v.looseObject({ file: v.literal('bandstand-set-up'), version: v.number() }), content);
  if (!head.success) return 'This is no set-up file. Choose the one that was saved with Take the set-up along.';
  if (head.output.version > 1) return 'This file is from a newer Bandstand. Update this one first.';
  const parsed = v.safeParse(schema, content);
  if (parsed.success) return parsed.output;
  const where = parsed.issues[0].path?.map(({ key }) => key).join(', ');
  return `This set-up file cannot be read${where ? `, at: ${where}` : ''}. Nothing was saved. Take the set-up along once more.`;
}
