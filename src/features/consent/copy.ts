import { giverOf, ofGiver, type Said, unreplaced } from '#domain/people/consents/in-force.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { momentWords, purposeWords } from './words.ts';

/** What a parent may be given of what they said: their own decisions alone, on the words they were asked in. */

/** What a copy is made from. */
export type CopyFrom = {
  readonly said: Said;
  readonly person: { readonly id: string; readonly called: string };
  readonly giver: string;
  readonly giverName: string;
  readonly documentOf: (wording: string) => WordingDocument | undefined;
  readonly zone: string;
  /** The address that takes back, where there was signal to make one. */
  readonly back?: string | undefined;
};

/** What stands of one giver, each with its question: empty where they said nothing. */
export function ownDecisions({ said, person, giver, documentOf }: Omit<CopyFrom, 'giverName' | 'zone' | 'back'>) {
  // A young person’s own answer that their parents are not told of is among nobody else’s.
  const own = said.personOf(giver) === said.personOf(person.id) ? said : ofGiver(said, giver);
  const standing = unreplaced(own, own.consents).filter(
    (each) => giver !== person.id || giverOf(said, each) === 'self',
  );
  return standing
    .filter(({ body }) => said.personOf(body.person) === said.personOf(person.id))
    .map((each) => ({
      ...each,
      asked: documentOf(each.body.wording ?? '')?.purposes.find(({ purpose }) => purpose === each.body.purpose),
    }));
}

/** The copy as a text to share or print. */
export function copyText(from: CopyFrom, today: string): string {
  const decisions = ownDecisions(from);
  const [first] = decisions;
  const document = from.documentOf(first?.body.wording ?? '');
  if (!first) return '';
  const answers = decisions.map(({ body, asked }) => {
    const answer =
      body.decision === 'given'
        ? (asked?.yes ?? 'Yes')
        : body.decision === 'refused'
          ? (asked?.no ?? 'No')
          : 'Taken back';
    const question = asked ? withName(asked.question, from.person.called) : purposeWords(body.purpose);
    return [`${asked?.title ?? purposeWords(body.purpose)}`, question, `→ ${answer}`, body.limits && `“${body.limits}”`]
      .filter(Boolean)
      .join('\n');
  });
  const signing = from.said.signing(first.body.signing ?? '');
  return [
    `${document?.programme ?? ''}, ${from.person.called}, ${plainDay(dayOf(first.body.decidedAt, from.zone), today)}`,
    ...answers,
    `${from.giverName}, ${momentWords(first.body.decidedAt, signing?.body.zone ?? from.zone)}`,
    document?.withdraw,
    from.back && `Or take it back yourself, on any day:\n${from.back}`,
    document?.controllers.map(({ name, contact }) => `${name}: ${contact}`).join('\n'),
    `Made without signal: it names no place in the server’s chain. Wording ${first.body.wording?.slice(0, 16) ?? ''}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
