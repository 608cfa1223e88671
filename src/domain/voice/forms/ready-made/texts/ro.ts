import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Romanian has to read it. */

const answers = { no: 'Nu', maybe: 'Poate', mostly: 'În mare parte', yes: 'Da' };
const activities = {
  football: 'Fotbal',
  basketball: 'Baschet',
  dance: 'Dans',
  boxing: 'Box',
  rounders: 'Oină',
  quiet: 'Jocuri liniștite',
};

const again = {
  'q:again': 'Ai mai veni?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Te-ai simțit în siguranță?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Care este un lucru pe care ar trebui să-l schimbăm?' };
const today = { title: 'Cum a fost astăzi?', 'q:today': 'Cum a fost astăzi?' };
const good = {
  'o:today:1': 'Nu prea bine',
  'o:today:2': 'Așa și așa',
  'o:today:3': 'Bine',
  'o:today:4': 'Foarte bine',
  'o:today:5': 'Minunat',
};
const agree = (question: string) => ({
  [`o:${question}:1`]: 'Deloc de acord',
  [`o:${question}:2`]: 'Nu sunt de acord',
  [`o:${question}:3`]: 'Nici da, nici nu',
  [`o:${question}:4`]: 'De acord',
  [`o:${question}:5`]: 'Total de acord',
});

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Ce a fost mai distractiv?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'În regulă',
      'o:today:2': 'Puțin vesel',
      'o:today:3': 'Vesel',
      'o:today:4': 'Foarte vesel',
      'o:today:5': 'Super vesel',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Ce părere aveți?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Cum se simte copilul dumneavoastră aici?',
      'q:again': 'Va mai veni copilul dumneavoastră?',
      'q:safe': 'Este copilul dumneavoastră în siguranță la noi?',
      'q:change': 'Care este un lucru pe care ar trebui să-l schimbăm?',
    },
    volunteer: {
      title: 'Cum a fost pentru dumneavoastră?',
      'q:ready': 'Am știut ce am de făcut.',
      ...agree('ready'),
      'q:part': 'M-am simțit parte din echipă.',
      ...agree('part'),
      ...again,
      'q:again': 'Ați mai ajuta?',
      'q:change': 'Care este un lucru pe care ar trebui să-l schimbăm?',
    },
    resident: {
      title: 'Parcul dumneavoastră',
      'q:know': 'Ați știut de activitățile noastre gratuite din parc?',
      'o:know:yes': answers.yes,
      'o:know:no': answers.no,
      'q:good': 'Activitățile sunt bune pentru oamenii care locuiesc aici.',
      ...agree('good'),
      'q:worry': 'Vă îngrijorează ceva în legătură cu ele?',
      'q:change': 'Ce ați dori să vedeți în parc?',
    },
    wish: {
      title: 'Ce ți-ar plăcea?',
      'q:activities': 'Ce ți-ar plăcea să faci aici?',
      'q:equipment': 'Ce ai vrea să aducem?',
      'q:else': 'Ce ai mai vrea?',
    },
  },
};
