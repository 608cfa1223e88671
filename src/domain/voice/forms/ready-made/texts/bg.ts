import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Bulgarian has to read it. */

const answers = { no: 'Не', maybe: 'Може би', mostly: 'Почти', yes: 'Да' };
const activities = {
  football: 'Футбол',
  basketball: 'Баскетбол',
  dance: 'Танци',
  boxing: 'Бокс',
  rounders: 'Игра с бухалка',
  quiet: 'Спокойни игри',
};

const again = {
  'q:again': 'Би ли дошъл или дошла пак?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Чувстваше ли се в безопасност?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Кое е едното нещо, което да променим?' };
const today = { title: 'Как мина днес?', 'q:today': 'Как мина днес?' };
const good = {
  'o:today:1': 'Не добре',
  'o:today:2': 'Горе-долу',
  'o:today:3': 'Добре',
  'o:today:4': 'Много добре',
  'o:today:5': 'Страхотно',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Кое беше по-забавно?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'Нормално',
      'o:today:2': 'Малко весело',
      'o:today:3': 'Весело',
      'o:today:4': 'Много весело',
      'o:today:5': 'Супер весело',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Какво мислите?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Как е детето ви тук?',
      'q:again': 'Ще дойде ли детето ви пак?',
      'q:safe': 'В безопасност ли е детето ви при нас?',
      'q:change': 'Кое е едното нещо, което да променим?',
    },
  },
};
