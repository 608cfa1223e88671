import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Lithuanian has to read it. */

const answers = { no: 'Ne', maybe: 'Galbūt', mostly: 'Beveik', yes: 'Taip' };
const activities = {
  football: 'Futbolas',
  basketball: 'Krepšinis',
  dance: 'Šokiai',
  boxing: 'Boksas',
  rounders: 'Ripka',
  quiet: 'Ramūs žaidimai',
};

const again = {
  'q:again': 'Ar ateitum dar kartą?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Ar jauteisi saugiai?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Kokį vieną dalyką turėtume pakeisti?' };
const today = { title: 'Kaip buvo šiandien?', 'q:today': 'Kaip buvo šiandien?' };
const good = {
  'o:today:1': 'Nelabai gerai',
  'o:today:2': 'Šiaip sau',
  'o:today:3': 'Gerai',
  'o:today:4': 'Labai gerai',
  'o:today:5': 'Nuostabiai',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Kas buvo smagiau?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'Normaliai',
      'o:today:2': 'Truputį linksma',
      'o:today:3': 'Linksma',
      'o:today:4': 'Labai linksma',
      'o:today:5': 'Be galo linksma',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Ką manote?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Kaip čia sekasi jūsų vaikui?',
      'q:again': 'Ar jūsų vaikas ateis dar kartą?',
      'q:safe': 'Ar jūsų vaikas pas mus saugus?',
      'q:change': 'Kokį vieną dalyką turėtume pakeisti?',
    },
  },
};
