import { type IndicatorLine, type IndicatorTotal, respondentWords } from '#domain/voice/indicators/report.ts';
import { perCent } from '#domain/voice/indicators/share.ts';

/** What a result says, in a sentence. */

const held = { agree: 'agree at the end', improved: 'say more than at the start' } as const;

/** `92 % agree at the end. The target is 70 %: met.` */
export function sentence({ kind, share, target, standing }: IndicatorLine): string {
  if (share === 'nobody') return `Nobody is assessed yet. The target is ${target} %.`;
  if (share === 'few') return `Fewer than 5 are assessed, so no share is told. The target is ${target} %.`;
  return `${share} % ${held[kind]}. The target is ${target} %: ${standing === 'met' ? 'met' : 'not met'}.`;
}

type AssessedOf = Pick<IndicatorTotal, 'assessed' | 'of' | 'isAgreed'>;

/** `148 of 180 assessed = 82.2 %` */
export function completionWords({ assessed, of, isAgreed }: AssessedOf): string {
  if (of === 0) return 'nobody asked yet';
  return `${assessed} of ${of} ${isAgreed ? 'assessed' : 'who were asked'} = ${perCent(assessed, of)} %`;
}

/** `86 one to one, 62 in a group` */
export const howWords = ({ oneToOne, group }: Pick<IndicatorTotal, 'oneToOne' | 'group'>): string =>
  `${oneToOne} one to one, ${group} in a group`;

/** `Young person, Parent or carer` */
export const whoWords = ({ respondents }: Pick<IndicatorLine, 'respondents'>): string => respondentWords(respondents);
