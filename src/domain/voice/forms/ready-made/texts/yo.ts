import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Yoruba has to read it. */

const answers = { no: 'Rárá', maybe: 'Bóyá', mostly: 'Púpọ̀ jù', yes: 'Bẹ́ẹ̀ ni' };
const activities = {
  football: 'Bọ́ọ̀lù ẹlẹ́sẹ̀',
  basketball: 'Bọ́ọ̀lù alápẹ̀rẹ̀',
  dance: 'Ijó',
  boxing: 'Ẹ̀ṣẹ́ kíkàn',
  rounders: 'Bọ́ọ̀lù onígi',
  quiet: 'Eré ìdákẹ́jẹ́',
};

const again = {
  'q:again': 'Ṣé wàá tún wá?',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'Ṣé ọkàn rẹ balẹ̀ níbí?',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'Kí ni ohun kan tó yẹ ká yí padà?' };
const today = { title: 'Báwo ni òní ṣe rí?', 'q:today': 'Báwo ni òní ṣe rí?' };
const good = {
  'o:today:1': 'Kò dára',
  'o:today:2': 'Ó mọ níwọ̀n',
  'o:today:3': 'Ó dára',
  'o:today:4': 'Ó dára gan-an',
  'o:today:5': 'Ó dára jù lọ',
};

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'Èwo ló dùn jù?',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'Kò burú',
      'o:today:2': 'Inú mi dùn díẹ̀',
      'o:today:3': 'Inú mi dùn',
      'o:today:4': 'Inú mi dùn gan-an',
      'o:today:5': 'Inú mi dùn jù lọ',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'Kí ni èrò yín?',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'Báwo ló ṣe rí fún ọmọ yín?',
      'q:again': 'Ṣé ọmọ yín máa tún wá?',
      'q:safe': 'Ṣé ọmọ yín wà láìséwu lọ́dọ̀ wa?',
      'q:change': 'Kí ni ohun kan tó yẹ ká yí padà?',
    },
  },
};
