import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Panjabi has to read it. */

const answers = { no: 'ਨਹੀਂ', maybe: 'ਸ਼ਾਇਦ', mostly: 'ਜ਼ਿਆਦਾਤਰ', yes: 'ਹਾਂ' };
const activities = {
  football: 'ਫੁੱਟਬਾਲ',
  basketball: 'ਬਾਸਕਟਬਾਲ',
  dance: 'ਨਾਚ',
  boxing: 'ਮੁੱਕੇਬਾਜ਼ੀ',
  rounders: 'ਰਾਊਂਡਰਜ਼',
  quiet: 'ਸ਼ਾਂਤ ਖੇਡਾਂ',
};

const again = {
  'q:again': 'ਕੀ ਤੁਸੀਂ ਫਿਰ ਆਓਗੇ?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'ਕੀ ਤੁਹਾਨੂੰ ਸੁਰੱਖਿਅਤ ਲੱਗਿਆ?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'ਸਾਨੂੰ ਕਿਹੜੀ ਇੱਕ ਚੀਜ਼ ਬਦਲਣੀ ਚਾਹੀਦੀ ਹੈ?' };
const today = { title: 'ਅੱਜ ਦਾ ਦਿਨ ਕਿਵੇਂ ਰਿਹਾ?', 'q:today': 'ਅੱਜ ਦਾ ਦਿਨ ਕਿਵੇਂ ਰਿਹਾ?' };
const good = {
  'o:today:1': 'ਚੰਗਾ ਨਹੀਂ',
  'o:today:2': 'ਠੀਕ',
  'o:today:3': 'ਚੰਗਾ',
  'o:today:4': 'ਬਹੁਤ ਚੰਗਾ',
  'o:today:5': 'ਸ਼ਾਨਦਾਰ',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'ਕਿਸ ਵਿੱਚ ਜ਼ਿਆਦਾ ਮਜ਼ਾ ਆਇਆ?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'ਠੀਕ',
      'o:today:2': 'ਥੋੜ੍ਹੀ ਖੁਸ਼ੀ',
      'o:today:3': 'ਖੁਸ਼ੀ',
      'o:today:4': 'ਬਹੁਤ ਖੁਸ਼ੀ',
      'o:today:5': 'ਬੇਹੱਦ ਖੁਸ਼ੀ',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'ਤੁਹਾਡਾ ਕੀ ਵਿਚਾਰ ਹੈ?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'ਤੁਹਾਡੇ ਬੱਚੇ ਲਈ ਇਹ ਕਿਵੇਂ ਹੈ?',
      'q:again': 'ਕੀ ਤੁਹਾਡਾ ਬੱਚਾ ਫਿਰ ਆਵੇਗਾ?',
      'q:safe': 'ਕੀ ਤੁਹਾਡਾ ਬੱਚਾ ਸਾਡੇ ਕੋਲ ਸੁਰੱਖਿਅਤ ਹੈ?',
      'q:change': 'ਸਾਨੂੰ ਕਿਹੜੀ ਇੱਕ ਚੀਜ਼ ਬਦਲਣੀ ਚਾਹੀਦੀ ਹੈ?',
    },
  },
};
