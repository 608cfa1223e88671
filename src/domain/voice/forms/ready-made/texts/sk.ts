import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Slovak has to read it. */

const answers = { no: 'Nie', maybe: 'Možno', mostly: 'Väčšinou', yes: 'Áno' };
const activities = {
  football: 'Futbal',
  basketball: 'Basketbal',
  dance: 'Tanec',
  boxing: 'Box',
  rounders: 'Pálkovaná',
  quiet: 'Pokojné hry',
};

const again = {
  'q:again': 'Chceš prísť znova?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Cítil/a si sa tu bezpečne?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Ktorú jednu vec by sme mali zmeniť?' };
const today = { title: 'Aké to dnes bolo?', 'q:today': 'Aké to dnes bolo?' };
const good = {
  'o:today:1': 'Zlé',
  'o:today:2': 'Ujde to',
  'o:today:3': 'Dobré',
  'o:today:4': 'Veľmi dobré',
  'o:today:5': 'Super',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Čo bolo zábavnejšie?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'V pohode',
      'o:today:2': 'Trochu veselo',
      'o:today:3': 'Veselo',
      'o:today:4': 'Veľmi veselo',
      'o:today:5': 'Super veselo',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Čo si myslíte vy?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Ako sa tu má vaše dieťa?',
      'q:again': 'Príde vaše dieťa znova?',
      'q:safe': 'Je u nás vaše dieťa v bezpečí?',
      'q:change': 'Ktorú jednu vec by sme mali zmeniť?',
    },
  },
};
