import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Polish has to read it. */

const answers = { no: 'Nie', maybe: 'Może', mostly: 'Raczej tak', yes: 'Tak' };
const activities = {
  football: 'Piłka nożna',
  basketball: 'Koszykówka',
  dance: 'Taniec',
  boxing: 'Boks',
  rounders: 'Palant',
  quiet: 'Spokojne gry',
};

const again = {
  'q:again': 'Czy chcesz przyjść jeszcze raz?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Czy było ci tu bezpiecznie?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Jaką jedną rzecz powinniśmy zmienić?' };
const today = { title: 'Jak było dzisiaj?', 'q:today': 'Jak było dzisiaj?' };
const good = {
  'o:today:1': 'Niedobrze',
  'o:today:2': 'Tak sobie',
  'o:today:3': 'Dobrze',
  'o:today:4': 'Bardzo dobrze',
  'o:today:5': 'Super',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Co było fajniejsze?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'W porządku',
      'o:today:2': 'Trochę wesoło',
      'o:today:3': 'Wesoło',
      'o:today:4': 'Bardzo wesoło',
      'o:today:5': 'Super wesoło',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Co Państwo sądzą?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Jak jest tu Państwa dziecku?',
      'q:again': 'Czy Państwa dziecko przyjdzie jeszcze raz?',
      'q:safe': 'Czy Państwa dziecko jest u nas bezpieczne?',
      'q:change': 'Jaką jedną rzecz powinniśmy zmienić?',
    },
  },
};
