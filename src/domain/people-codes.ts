import type { Code } from './codes.ts';

/** Code lists of what is kept of people, their families and their permissions. Codes are stored and exported, words are shown. */

/** What somebody can permit, in the order it is asked. Each is answered by itself. */
export const purposes = [
  ['takePart', 'Joining in'],
  ['contactSport', 'Contact sport'],
  ['emergencyCare', 'First aid'],
  ['photoInternal', 'Photos for us'],
  ['photoPublic', 'Photos for all to see'],
  ['contact', 'Messages'],
  ['sharePartners', 'Partners'],
  ['equality', 'Equality questions'],
  ['research', 'Research'],
] as const;
export type Purpose = (typeof purposes)[number][0];

/** What a person answered for one purpose. */
export const decisions = [
  ['given', 'Given'],
  ['refused', 'Refused'],
  ['withdrawn', 'Withdrawn'],
] as const;
export type Decision = (typeof decisions)[number][0];

/** How somebody signed; each is as good as another. A mark is drawn by who cannot write, before a witness. */
export const signingWays = [
  ['drawn', 'Drew their name'],
  ['typed', 'Typed their name'],
  ['spoken', 'Said it out loud'],
  ['mark', 'Made their mark'],
  ['paper', 'Signed on paper'],
  ['call', 'Said it on the phone'],
  ['link', 'Answered by link'],
] as const;

/** Who read the wording to somebody, if anybody did. */
export const heardFrom = [
  ['none', 'Read it themselves'],
  ['recording', 'Heard the recording'],
  ['voice', 'Heard the phone’s voice'],
  ['worker', 'A worker read it out'],
] as const;

/** Who puts the wording into the giver’s language. Never a child. */
export const interpreterKinds = [
  ['professional', 'An interpreter'],
  ['staff', 'Somebody of the team'],
  ['family', 'A grown-up they know'],
] as const;

/** Who a grown-up is to the child. */
export const relationships = [
  ['mother', 'Mother'],
  ['father', 'Father'],
  ['stepParent', 'Step-parent'],
  ['grandparent', 'Grandparent'],
  ['auntUncle', 'Aunt or uncle'],
  ['sibling', 'Brother or sister, 18 or over'],
  ['fosterCarer', 'Foster carer'],
  ['socialWorker', 'Social worker'],
  ['legalGuardian', 'Legal guardian'],
  ['other', 'Somebody else'],
] as const;
export type Relationship = (typeof relationships)[number][0];

/** Whether a grown-up has parental responsibility for a child. */
export const responsibilities = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not sure', 'Not sure'],
] as const;
export type Responsibility = (typeof responsibilities)[number][0];

/** What kind of need it is that a team must act on. */
export const needKinds = [
  ['allergy', 'Allergy'],
  ['medical', 'Medical'],
  ['medicine', 'Medicine they carry'],
  ['step-free', 'Wheelchair or step-free'],
  ['sensory', 'Quiet space'],
  ['hearing', 'Hearing or BSL'],
  ['sight', 'Sight'],
  ['communication', 'Communication or Makaton'],
  ['one-to-one', 'One-to-one support'],
  ['other', 'Something else'],
] as const;
export type NeedKind = (typeof needKinds)[number][0];

/** Why somebody cannot join in today or until a day. The words accuse nobody. */
export const turnedAwayReasons = [
  ['healthRule', 'Health rules'],
  ['tooYoung', 'Too young for this'],
  ['tooOld', 'Too old for this'],
  ['noPermission', 'Permission for contact sport is missing'],
  ['agreedBreak', 'Agreed break'],
  ['full', 'Full'],
  ['other', 'Another reason'],
] as const;
export type TurnedAwayReason = (typeof turnedAwayReasons)[number][0];

/** How a parent or young person was asked, or said something without a form. */
export const askedWays = [
  ['inPerson', 'In person'],
  ['call', 'By phone'],
  ['message', 'By message'],
  ['paper', 'On paper'],
  ['link', 'By link'],
] as const;

/** What is in force of one purpose, over everybody who answered. Only *given* permits. */
export const inForceStates = [
  ['given', 'Given'],
  ['pending', 'Waiting for a parent'],
  ['refused', 'Refused'],
  ['withdrawn', 'Withdrawn'],
  ['ranOut', 'Run out'],
  ['differ', 'Parents differ'],
  ['twoAnswers', 'Two answers, ask again'],
  ['asked', 'Asked'],
  ['never', 'Not asked'],
] as const;
export type InForceState = (typeof inForceStates)[number][0];

/** What a badge shows of a purpose, without saying why. */
export const standings = ['may', 'mayNot', 'missing'] as const;

/** Languages of the pages that are handed over, each called what its readers call it. */
export const languages = [
  ['en', 'English'],
  ['pa', 'ਪੰਜਾਬੀ'],
  ['ro', 'Română'],
  ['pl', 'Polski'],
  ['sk', 'Slovenčina'],
  ['bg', 'Български'],
  ['lt', 'Lietuvių'],
  ['ur', 'اردو'],
  ['yo', 'Yorùbá'],
] as const;
export type Language = (typeof languages)[number][0];

/** What each is called by somebody who speaks English. */
export const languagesInEnglish = [
  ['en', 'English'],
  ['pa', 'Panjabi'],
  ['ro', 'Romanian'],
  ['pl', 'Polish'],
  ['sk', 'Slovak'],
  ['bg', 'Bulgarian'],
  ['lt', 'Lithuanian'],
  ['ur', 'Urdu'],
  ['yo', 'Yoruba'],
] as const satisfies readonly Code[];

/** Two wordings of one language may stand beside each other. */
export const wordingStyles = [
  ['plain', 'Plain'],
  ['easy', 'Easy Read'],
] as const;
export type WordingStyle = (typeof wordingStyles)[number][0];

/** What a new version does to what was signed before: all but the last two ask people again. */
export const changeKinds = [
  ['says more', 'Says more'],
  ['new partner', 'A new partner'],
  ['corrects only', 'Corrects only'],
  ['translates', 'The same in another language'],
] as const;
export type ChangeKind = (typeof changeKinds)[number][0];

/** What the law lets each answer rest on (UK GDPR, Article 6). */
export const lawfulBases = [
  ['consent', 'Consent'],
  ['legitimate interests', 'Legitimate interests'],
  ['recognised legitimate interest', 'A recognised legitimate interest'],
  ['vital interests', 'Vital interests'],
  ['public task', 'Public task'],
  ['legal obligation', 'Legal obligation'],
] as const;
export type LawfulBasis = (typeof lawfulBases)[number][0];

/** Why somebody was erased. Kept with the day and their id, which then leads nowhere. */
export const erasureReasons = [
  ['youngPerson', 'The young person asked'],
  ['parent', 'A parent or carer asked'],
  ['retention', 'Kept as long as it may be'],
  ['mistake', 'Entered by mistake'],
] as const;
export type ErasureReason = (typeof erasureReasons)[number][0];
