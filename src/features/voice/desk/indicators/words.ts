import { fewest } from '#domain/reports/small-cells.ts';
import { type IndicatorLine, type IndicatorTotal, respondentWords } from '#domain/voice/indicators/report.ts';
import { perCent, standingWords } from '#domain/voice/indicators/share.ts';

/** What a result says, in a sentence. */

const held = { agree: 'agree at the end', improved: 'got better since the start' } as const;

/** A number and its sign never stand on two lines. */
const percent = (n: number | null): string => `${n}\u00a0%`;

/** `92 % agree at the end. The target is 70 %: met.` */
export function sentence({ kind, share, target, standing }: IndicatorLine): string {
  if (share === 'nobody') return `Nobody is assessed yet. The target is ${percent(target)}.`;
  if (share === 'few')
    return `Fewer than ${fewest} are assessed, so no share is told. The target is ${percent(target)}.`;
  return `${percent(share)} ${held[kind]}. The target is ${percent(target)}: ${standingWords[standing]}.`;
}

type AssessedOf = Pick<IndicatorTotal, 'assessed' | 'of' | 'isAgreed'>;

/** `148 of 180 assessed = 82.2 %`; where no number was agreed, of everybody who was asked. */
export function completionWords({ assessed, of, isAgreed }: AssessedOf): string {
  if (of === 0) return 'nobody asked yet';
  return `${assessed} of ${of} ${isAgreed ? 'assessed' : 'asked are assessed'} = ${percent(perCent(assessed, of))}`;
}

/** `86 one to one, 62 in a group` */
export const howWords = ({ oneToOne, group }: Pick<IndicatorTotal, 'oneToOne' | 'group'>): string =>
  `${oneToOne} one to one, ${group} in a group`;

/** `Young person, Parent or carer` */
export const whoWords = ({ respondents }: Pick<IndicatorLine, 'respondents'>): string => respondentWords(respondents);
