/** Code lists of what young people say, and what comes of it. Codes are stored and exported, words are shown. */

/** Who answers a form. */
export const respondents = [
  ['youngPerson', 'Young person'],
  ['parent', 'Parent or carer'],
  ['volunteer', 'Volunteer'],
  ['worker', 'Worker'],
  ['school', 'School'],
  ['partner', 'Partner'],
  ['resident', 'Resident'],
] as const;
export type Respondent = (typeof respondents)[number][0];

/** How an answer was given. */
export const answerWays = [
  ['ourPhone', 'On our phone'],
  ['aloud', 'A worker asked aloud'],
  ['ownPhone', 'On their own phone'],
  ['paper', 'On paper, typed up'],
] as const;
export type AnswerWay = (typeof answerWays)[number][0];

/** Ages as young people say them themselves. They decide which questions are put, and which faces. */
export const answerAges = [
  ['00-07', '7 or younger'],
  ['08-10', '8 to 10'],
  ['11-12', '11 or 12'],
  ['13-15', '13 to 15'],
  ['16-up', '16 or older'],
] as const;
export type AnswerAge = (typeof answerAges)[number][0];

/** What may be kept beside an answer: never both, and nothing unless five share it. */
export const keptBeside = [
  ['age', 'Age'],
  ['language', 'Language'],
  ['nothing', 'Nothing'],
] as const;
export type KeptBeside = (typeof keptBeside)[number][0];

/** Kinds of question. `note` asks nothing, `acknowledge` is a tick. */
export const questionTypes = [
  ['faces', 'Five faces'],
  ['again', 'Again? Yes, maybe, no'],
  ['thisOrThat', 'This or that: two pictures'],
  ['yesNo', 'Yes or no'],
  ['oneOf', 'One of a list'],
  ['severalOf', 'Several of a list'],
  ['rank', 'Put in order'],
  ['agree', 'Agree or disagree'],
  ['number', 'A number'],
  ['day', 'A day'],
  ['text', 'Own words'],
  ['acknowledge', 'A tick'],
  ['note', 'Only text'],
] as const;
export type QuestionType = (typeof questionTypes)[number][0];

/**
 * The two scales of faces. Under 8 none is valid (Read and MacFarlane’s Fun Toolkit). Children of 8 to 10 use a whole scale only where all faces are from plain
 * to very happy (Hall, Hume and Tazzyman, Five Degrees of Happiness, 2016).
 */
export const faceScales = [
  ['happy', 'From plain to very happy (8 to 10)'],
  ['good', 'From Not good to Brilliant (11 and over)'],
] as const;
export type FaceScale = (typeof faceScales)[number][0];

/** The answers of scales that are the app’s own, worst first: a quick child does not land on the best one. */
export const scaleOptions = {
  faces: ['1', '2', '3', '4', '5'],
  again: ['no', 'maybe', 'yes'],
  yesNo: ['yes', 'no'],
  agree: ['1', '2', '3', '4', '5'],
} as const satisfies Partial<Record<QuestionType, readonly string[]>>;

/** Types that are answered from a list, their own or one that is written. */
export const choiceTypes: ReadonlySet<QuestionType> = new Set<QuestionType>([
  ...['faces', 'again', 'thisOrThat', 'yesNo', 'oneOf', 'severalOf', 'rank', 'agree'],
] as QuestionType[]);

/** What a coordinator answers to an idea. Thinking about it is none of them. */
export const ideaDecisions = [
  ['yes', 'Yes'],
  ['part', 'Part of it'],
  ['no', 'No'],
] as const;
export type IdeaDecision = (typeof ideaDecisions)[number][0];

/** What is stored of how far an idea has come. That it was heard, told and closed follows from other records. */
export const ideaStatuses = [
  ['thinking', 'Thinking about it'],
  ['answered', 'Answered'],
  ['done', 'Done'],
] as const;

/** How older apps put it. Records say so still, and phones that were not updated send it. */
export const olderIdeaStatuses = [
  ['heard', 'Heard'],
  ['decided', 'Answered'],
  ['told', 'Told them'],
] as const;

/** How far an idea has come, as it is read. */
export const ideaStages = [
  ['heard', 'Heard'],
  ['thinking', 'Thinking about it'],
  ['answered', 'Answered'],
  ['done', 'Done'],
] as const;
export type IdeaStage = (typeof ideaStages)[number][0];

/** Where an idea was heard. `words` are somebody’s own on a form: only the server may count them. */
export const ideaSources = [
  ['said', 'Said to us'],
  ['need', 'Raised in a debrief'],
  ['note', 'Noted at a session'],
  ['wish', 'Wished for'],
  ['words', 'Own words on a form'],
] as const;
export type IdeaSource = (typeof ideaSources)[number][0];

/** How people were told what came of what they said. */
export const toldWays = [
  ['spoken', 'Said it to everybody'],
  ['board', 'On our board'],
  ['poster', 'On a poster'],
  ['doors', 'From door to door'],
  ['message', 'In a message'],
] as const;
export type ToldWay = (typeof toldWays)[number][0];

/** What becomes of somebody’s own words once a coordinator has read them. */
export const wordsVerdicts = [
  ['use', 'May be seen'],
  ['changed', 'May be seen as changed'],
  ['keepBack', 'Kept back'],
] as const;

/** What an indicator measures: what people agree with at the end, or what got better from start to end. */
export const indicatorKinds = [
  ['agree', 'Agree at the end'],
  ['improved', 'Better than at the start'],
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number][0];

/** When somebody was asked. */
export const assessedAt = [
  ['start', 'Start'],
  ['end', 'End'],
] as const;

/** How somebody was asked. */
export const assessedIn = [
  ['oneToOne', 'One to one'],
  ['group', 'In a group'],
] as const;

/** The five answers to a statement, as they are read out. They are kept as 1 to 5. */
export const agreement = [
  ['1', 'Strongly disagree'],
  ['2', 'Disagree'],
  ['3', 'Neither'],
  ['4', 'Agree'],
  ['5', 'Strongly agree'],
] as const;
