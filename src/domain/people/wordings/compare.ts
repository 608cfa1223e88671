import { codesOf } from '#domain/codes.ts';
import { type ChangeKind, type Purpose, purposes } from '#domain/people-codes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { blocksFor, blockWords, textsOf } from './blocks.ts';

/** What is different between two documents of one language. */

/** One difference; an empty side was not there. */
export type Difference = { readonly words: string; readonly before: string; readonly after: string };

const controllersIn = ({ controllers }: WordingDocument): string =>
  controllers.map(({ name, address, contact }) => `${name}, ${address}, ${contact}`).join('\n');

const yesNo = (truth: boolean | undefined): string => (truth === undefined ? '' : truth ? 'Yes' : 'No');

/** Every difference, in the order the document is read. */
export function differences(before: WordingDocument, after: WordingDocument): Difference[] {
  const asked = codesOf(purposes).filter((purpose) =>
    [before, after].some((each) => each.purposes.some((question) => question.purpose === purpose)),
  );
  const [old, now] = [textsOf(before), textsOf(after)];
  const texts = blocksFor(asked).map((block) => ({
    words: blockWords(block),
    before: old[block] ?? '',
    after: now[block] ?? '',
  }));
  const how = asked.flatMap((purpose) => {
    const [a, b] = [before, after].map((each) => each.purposes.find((question) => question.purpose === purpose));
    const of = (words: string, was: string, is: string) => ({
      ...{ words: blockWords(`${purpose}:question`).replace('the question', words), before: was, after: is },
    });
    return [
      of('rests on', a?.basis ?? '', b?.basis ?? ''),
      of('may answer themselves under 16', yesNo(a?.gillick), yesNo(b?.gillick)),
      of('waits for an answer', yesNo(a?.blocks), yesNo(b?.blocks)),
      of('drawing', a?.pictogram.id ?? '', b?.pictogram.id ?? ''),
    ];
  });
  const whole = [
    { words: 'Who relies on the answers', before: controllersIn(before), after: controllersIn(after) },
    { words: 'Months an answer holds', before: String(before.months), after: String(after.months) },
    { words: 'Programme', before: before.programme, after: after.programme },
  ];
  return [...texts, ...how, ...whole].filter((each) => each.before !== each.after);
}

/** What an approval would most likely say, for a coordinator to change: never filed by itself. */
export type LikelyChange = { readonly kind: ChangeKind; readonly purposes: readonly Purpose[] };

/** A first version says all of it; a new name among the partners is a new partner; any other changed text is looked at. */
export function likelyChange(before: WordingDocument | undefined, after: WordingDocument): LikelyChange {
  const asked = after.purposes.map(({ purpose }) => purpose);
  if (!before) return { kind: 'says more', purposes: asked };
  const known = new Set(before.controllers.map(({ name }) => name));
  if (after.controllers.some(({ name }) => !known.has(name))) return { kind: 'new partner', purposes: asked };
  const [old, now] = [textsOf(before), textsOf(after)];
  const changed = asked.filter((purpose) =>
    blocksFor([purpose]).some((block) => block.startsWith(`${purpose}:`) && old[block] !== now[block]),
  );
  return changed.length > 0 ? { kind: 'says more', purposes: changed } : { kind: 'corrects only', purposes: [] };
}
