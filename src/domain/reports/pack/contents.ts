import * as v from 'valibot';
import { list, object, text, truth } from '#domain/reports/answer.ts';
import { narrativeKinds, type PackInput } from './input.ts';
import { waitsWords } from './paper.ts';
import { packTableTitle } from './tables.ts';

/** What is in a pack and what is not, for whoever is about to send it. */

/** A part of a pack; where it is not in, `why` says so. */
const partSchema = object({ code: text, words: text, isIn: truth, why: text });
export type PackPart = v.InferOutput<typeof partSchema>;

export const contentsSchema = object({ dataAsAt: text, comparedWith: v.nullable(text), parts: list(partSchema) });

const many = (n: number, one: string, more: string): string => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** Written kinds that stand in the pack; the others belong to the committee’s paper. */
const inPack = ['achievements', 'case-study', 'changes'];

/** Each part of the pack with whether it is there: tables by their number, then what was said and written. */
export function contentsOf(input: PackInput): PackPart[] {
  const { comparedWith, tables, notRecorded, ideas, quotes, debriefs, narratives } = input;
  const { narrativesWaiting, debriefsWaiting } = input;
  const part = (code: string, words: string, why = ''): PackPart => ({ code, words, isIn: why === '', why });
  const none = 'None in this period.';
  const written = narrativeKinds.filter(([kind]) => inPack.includes(kind));
  return [
    part('front', 'Front page and definitions'),
    part('T01', comparedWith === undefined ? 'Headlines' : `Headlines, with ${comparedWith}`),
    ...tables.map(({ number }) => part(number, packTableTitle(number))),
    part('ideas', 'You said, we did', ideas.length > 0 ? '' : 'No idea was answered.'),
    part(
      'quotes',
      quotes.length > 0 ? `${many(quotes.length, 'quote', 'quotes')}, with permission` : 'Quotes, with permission',
      quotes.length > 0 ? '' : none,
    ),
    part(
      'debriefs',
      debriefs.length > 0 ? `From ${many(debriefs.length, 'debrief', 'debriefs')}` : 'From debriefs',
      debriefsWaiting > 0 ? `${debriefsWaiting} left out: ${waitsWords}` : debriefs.length > 0 ? '' : 'None chosen.',
    ),
    ...written.map(([kind, words]) =>
      part(
        kind,
        words,
        narrativesWaiting.includes(kind)
          ? `Left out: ${waitsWords}`
          : narratives.some((each) => each.kind === kind)
            ? ''
            : 'Not written yet.',
      ),
    ),
    ...notRecorded.map(({ number, why }) => part(number, packTableTitle(number), why)),
  ];
}
