import type { FormDocument, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { optionsOf } from '#domain/records/shapes/form-document.ts';
import { leavesAs } from '#domain/voice/feedback/group.ts';
import { feedbackSays, type Putting } from '#domain/voice/feedback/sitting.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import type { ReadyMadeName } from '#domain/voice/forms/ready-made/ready-made.ts';
import type { AnswerAge } from '#domain/voice-codes.ts';
import { type Chance, pickedFrom } from './chance.ts';
import type { DemoPhone } from './phone.ts';

/** What the demo’s young people and their parents say of an afternoon, with the phone in their own hands. */

export type DemoForm = { readonly sha256: string; readonly document: FormDocument };
export type DemoForms = ReadonlyMap<ReadyMadeName, DemoForm>;

/** Weights of the answers, worst first as they are shown. */
const weights: Readonly<Record<string, readonly number[]>> = {
  today: [4, 9, 18, 33, 36],
  again: [4, 15, 81],
  safe: [84, 13, 3],
};

const ownWords = [
  'More balls please',
  'Can we have music',
  'Start earlier when it gets dark',
  'Lights by the court',
  'More dancing!!',
  'Nothing, it was fun',
  'A bin near the bench',
  'My brother Kofi wants boxing',
  'Water',
  'Girls football first',
] as const;

function answerTo(question: FormQuestion, chance: Chance): FormAnswers[string] | undefined {
  const { name, type, quote } = question;
  if (type === 'text')
    return chance() < 0.35
      ? { words: pickedFrom(chance, ownWords), mayQuote: quote === true && chance() < 0.6 }
      : undefined;
  const options = optionsOf(question);
  const weighed = options.flatMap((option, at) => Array.from({ length: weights[name]?.[at] ?? 50 }, () => option));
  return chance() < 0.94 ? { value: pickedFrom(chance, weighed) } : undefined;
}

/** Who is asked what: how many of ten, and the ages they say. */
const asked: readonly (readonly [form: ReadyMadeName, of10: number, ages: readonly AnswerAge[]])[] = [
  ['today-young', 1.5, ['00-07']],
  ['today-middle', 3, ['08-10']],
  ['today-old', 4, ['11-12', '11-12', '13-15']],
  ['parent', 1.5, []],
];

type Outing = Pick<Putting, 'partner' | 'site' | 'day'> & { readonly phone: DemoPhone };

/** At the end of a session the phone goes round: some of those who came answer, each form by itself. */
export async function passRound(
  { phone, partner, site, day }: Outing,
  forms: DemoForms,
  { session, came }: { readonly session: string; readonly came: number },
  chance: Chance,
): Promise<void> {
  for (const [name, of10, ages] of asked) {
    const form = forms.get(name);
    const many = Math.round((came * of10 * (0.6 + chance() * 0.4)) / 10);
    if (!form || many === 0) continue;
    const beside: Record<string, number> = {};
    const people = Array.from({ length: many }, () => {
      const age = ages.length > 0 ? pickedFrom(chance, ages) : undefined;
      if (age !== undefined) beside[age] = (beside[age] ?? 0) + 1;
      const said: Record<string, NonNullable<FormAnswers[string]>> = {};
      for (const question of form.document.questions) {
        const answer = answerTo(question, chance);
        if (answer) said[question.name] = answer;
      }
      const putting = {
        ...{ partner, site, session, day },
        form: form.sha256,
        respondent: name === 'parent' ? 'parent' : 'youngPerson',
        way: 'ourPhone',
      } as const;
      return feedbackSays(putting, { questions: form.document.questions, said }, age ? { age } : {}, () =>
        crypto.randomUUID(),
      );
    });
    const as = leavesAs({ n: many, beside });
    const answers = people.flatMap((each) => each[as]);
    if (answers.length > 0) await phone.handIn(answers.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }
}
