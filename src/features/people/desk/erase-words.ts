import type { ErasingAnswer } from '#desk/answers.ts';
import { many } from '#domain/many.ts';
import type { WholePerson } from '#domain/sessions/people/whole.ts';

/** What erasing somebody means, in words. */

/** Said by themselves; whatever else says something of somebody is counted together. */
const apart = ['person', 'details', 'standing', 'guardian', 'consent', 'signing'];

/** A line for each kind of thing that goes, and none for what there is none of. */
export function goesInWords(goes: ErasingAnswer['goes']): string[] {
  const n = (type: string) => goes[type] ?? 0;
  const other = Object.entries(goes).reduce((sum, [type, some]) => (apart.includes(type) ? sum : sum + some), 0);
  return [
    n('person') > 0 && (n('person') === 1 ? 'Their badge and name' : `Their ${n('person')} badges and names`),
    n('details') > 0 && 'Family, needs, address and who to call',
    n('guardian') > 0 &&
      many(
        n('guardian'),
        'parent or carer who answers for nobody else',
        'parents and carers who answer for nobody else',
      ),
    n('consent') > 0 && many(n('consent'), 'answer about what they may do', 'answers about what they may do'),
    n('signing') > 0 && `${many(n('signing'), 'signature', 'signatures')} for nobody else`,
    other > 0 && many(other, 'other record about them', 'other records about them'),
  ].filter((words) => words !== false);
}

/** What still counts. */
export function staysInWords({ visits, boxes }: Pick<WholePerson, 'visits' | 'boxes'>): string {
  const came = many(visits.length, 'session they came to', 'sessions they came to');
  const got = many(boxes.length, 'thing they were given', 'things they were given');
  return `${came} and ${got} still count, as someone who was erased. Figures stay as they are; only their age is then not known.`;
}
