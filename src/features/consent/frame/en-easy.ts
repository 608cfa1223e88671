import { frame as english } from './en.ts';
import { type Frame, plural } from './frame.ts';

export const frame: Frame = {
  ...english,
  consentFor: (name) => `About ${name}`,
  continue: 'Next',
  check: {
    ...english.check,
    title: 'Is this right?',
    missing: (titles) =>
      `${plural('en', titles.length, { one: 'One answer is missing', other: `${titles.length} answers are missing` })}: ${titles.join(', ')}.`,
    later: 'You can answer now. You can answer another day.',
  },
  agree: {
    ...english.agree,
    title: 'How do you want to say yes?',
    sayHint: 'Say: “I agree.” We write it down.',
    markHint: 'You do not write? Make a mark. Another person looks.',
    pad: 'Draw your name here',
    fullName: 'Your whole name',
    iAm: (name) => `Who are you to ${name}?`,
    anyDay: 'You can say no on another day.',
  },
  responsibility: {
    ...english.responsibility,
    question: (name) => `Do you decide for ${name} by law?`,
    hint: 'Mothers do. Fathers do if they are married to the mother, or if their name is on the birth paper. A court can say so.',
    follows: (name) =>
      `Then ${name} can play. If you say no, it is no. For photos and boxing we ask another person too.`,
  },
  own: { ...english.own, childHint: 'The child says it', limitsHint: 'Say it in your words. Such as: no adverts' },
  errors: {
    ...english.errors,
    responsibility: 'Say if you decide for the child by law. You can say “I am not sure”.',
    drawMore: 'That is very short. Draw your name. Or say: it is my mark.',
  },
  after: {
    ...english.after,
    copyHint: 'Your answers and all the words. You keep it.',
  },
  whole: {
    ...english.whole,
    all: 'All the words',
    why: 'Why we ask',
    ifNo: 'If you say no',
    nobodyElse: 'Only the groups named below',
    controllers: 'Who we are',
    withdraw: 'You can change your mind',
    complain: 'If you are not happy',
  },
};
