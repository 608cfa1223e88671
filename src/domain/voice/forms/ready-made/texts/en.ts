import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** English: ready for a coordinator to read and approve. */

const answers = { no: 'No', maybe: 'Maybe', mostly: 'Mostly', yes: 'Yes' };
const activities = {
  football: 'Football',
  basketball: 'Basketball',
  dance: 'Dance',
  boxing: 'Boxing',
  rounders: 'Rounders',
  quiet: 'Quiet games',
};

const again = {
  'q:again': 'Would you come again?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Did you feel safe?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'What is one thing we should change?' };
const today = { title: 'How was today?', 'q:today': 'How was today?' };
const good = {
  'o:today:1': 'Not good',
  'o:today:2': 'OK',
  'o:today:3': 'Good',
  'o:today:4': 'Really good',
  'o:today:5': 'Brilliant',
};
const agree = (question: string) => ({
  [`o:${question}:1`]: 'Strongly disagree',
  [`o:${question}:2`]: 'Disagree',
  [`o:${question}:3`]: 'Neither',
  [`o:${question}:4`]: 'Agree',
  [`o:${question}:5`]: 'Strongly agree',
});
// To the letter as their owner asks them.
const wellbeing = {
  title: 'Your wellbeing',
  intro:
    'Four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions please give an answer on a scale of 0 to 10, where 0 is “not at all” and 10 is “completely”.',
  'q:satisfied': 'Overall, how satisfied are you with your life nowadays?',
  'h:satisfied': '0 is “not at all satisfied” and 10 is “completely satisfied”.',
  'q:worthwhile': 'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
  'h:worthwhile': '0 is “not at all worthwhile” and 10 is “completely worthwhile”.',
  'q:happy': 'Overall, how happy did you feel yesterday?',
  'h:happy': '0 is “not at all happy” and 10 is “completely happy”.',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Which was more fun?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'OK',
      'o:today:2': 'A bit happy',
      'o:today:3': 'Happy',
      'o:today:4': 'Really happy',
      'o:today:5': 'Super happy',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'What do you think?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'How is it for your child?',
      'q:again': 'Will your child come again?',
      'q:safe': 'Is your child safe with us?',
    },
    volunteer: {
      title: 'How was it for you?',
      'q:ready': 'I knew what to do.',
      ...agree('ready'),
      'q:part': 'I felt part of the team.',
      ...agree('part'),
      ...again,
      'q:again': 'Would you help again?',
      ...change,
    },
    resident: {
      title: 'Your park',
      'q:know': 'Did you know about our free sessions in the park?',
      'o:know:yes': answers.yes,
      'o:know:no': answers.no,
      'q:good': 'The sessions are good for the people who live here.',
      ...agree('good'),
      'q:worry': 'Does anything about them worry you?',
      'q:change': 'What would you like to see in the park?',
    },
    wish: {
      title: 'What would you like?',
      'q:activities': 'What would you like to do here?',
      'q:equipment': 'What would you like us to bring?',
      'q:else': 'What else would you like?',
    },
    ons4: {
      ...wellbeing,
      'q:anxious': 'Overall, how anxious did you feel yesterday?',
      'h:anxious': '0 is “not at all anxious” and 10 is “completely anxious”.',
    },
    'ons4-under-16': { ...wellbeing, intro: wellbeing.intro.replace(/^Four/, 'Three') },
  },
};
