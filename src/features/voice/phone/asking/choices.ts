import type { Language } from '#domain/people-codes.ts';
import { textIn } from '#domain/voice/feedback/distribution.ts';
import type { FormVersion } from '#domain/voice/forms/in-use.ts';
import { answerAges, type Respondent, respondents } from '#domain/voice-codes.ts';

/** What can be put to people today. Forms of one title for several ages are one thing to ask: each gets the one for their age. */
export type Askable = {
  readonly key: string;
  readonly title: string;
  readonly forms: readonly FormVersion[];
  readonly respondents: readonly Respondent[];
  readonly named: boolean;
  /** Approved in every form of it. */
  readonly languages: readonly Language[];
};

const titleOf = ({ document }: FormVersion): string => textIn(document, 'title');

/** Forms in use as they are asked: those for young people first. */
export function askables(inUse: readonly FormVersion[]): Askable[] {
  const groups = Map.groupBy(inUse, (form) => {
    const { ages, named, respondents: who } = form.document;
    const together = ages.length > 0 && !named ? '' : form.document.form;
    return `${titleOf(form)}|${[...who].sort().join()}|${together}`;
  });
  const found = [...groups].flatMap(([key, forms]): Askable[] => {
    const [first] = forms;
    if (!first) return [];
    const languages = first.approved.filter((each) => forms.every(({ approved }) => approved.includes(each)));
    const inOrder = [...forms].sort((a, b) => ageOrder(a) - ageOrder(b));
    const { named, respondents: who } = first.document;
    return languages.length === 0
      ? []
      : [{ key, title: titleOf(first), forms: inOrder, respondents: who, named, languages }];
  });
  return found.sort((a, b) => whoOrder(a) - whoOrder(b) || (a.title < b.title ? -1 : 1));
}

const order = answerAges.map(([code]) => code);
const ageOrder = ({ document }: FormVersion): number => Math.min(99, ...document.ages.map((age) => order.indexOf(age)));
const whoOrder = ({ respondents: who }: Askable): number =>
  Math.min(99, ...who.map((each) => respondents.findIndex(([code]) => code === each)));
