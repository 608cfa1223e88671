import type { ReadyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** A draft: somebody who speaks Urdu has to read it. */

const answers = { no: 'نہیں', maybe: 'شاید', mostly: 'زیادہ تر', yes: 'ہاں' };
const activities = {
  football: 'فٹ بال',
  basketball: 'باسکٹ بال',
  dance: 'رقص',
  boxing: 'باکسنگ',
  rounders: 'راؤنڈرز',
  quiet: 'پرسکون کھیل',
};

const again = {
  'q:again': 'کیا آپ پھر آئیں گے؟',
  'o:again:no': answers.no,
  'o:again:maybe': answers.maybe,
  'o:again:yes': answers.yes,
};
const safe = {
  'q:safe': 'کیا آپ نے خود کو محفوظ محسوس کیا؟',
  'o:safe:yes': answers.yes,
  'o:safe:mostly': answers.mostly,
  'o:safe:no': answers.no,
};
const change = { 'q:change': 'ہمیں کون سی ایک چیز بدلنی چاہیے؟' };
const today = { title: 'آج کا دن کیسا رہا؟', 'q:today': 'آج کا دن کیسا رہا؟' };
const good = {
  'o:today:1': 'اچھا نہیں',
  'o:today:2': 'ٹھیک',
  'o:today:3': 'اچھا',
  'o:today:4': 'بہت اچھا',
  'o:today:5': 'شاندار',
};
const agree = (question: string) => ({
  [`o:${question}:1`]: 'بالکل متفق نہیں',
  [`o:${question}:2`]: 'متفق نہیں',
  [`o:${question}:3`]: 'نہ ہاں نہ نہیں',
  [`o:${question}:4`]: 'متفق',
  [`o:${question}:5`]: 'پوری طرح متفق',
});

export const texts: ReadyMadeTexts = {
  activities,
  forms: {
    'today-young': {
      title: today.title,
      'q:fun': 'کس میں زیادہ مزہ آیا؟',
      'o:fun:football': activities.football,
      'o:fun:basketball': activities.basketball,
      ...again,
    },
    'today-middle': {
      ...today,
      'o:today:1': 'ٹھیک',
      'o:today:2': 'تھوڑی خوشی',
      'o:today:3': 'خوشی',
      'o:today:4': 'بہت خوشی',
      'o:today:5': 'بے حد خوشی',
      ...again,
      ...safe,
      ...change,
    },
    'today-old': { ...today, ...good, ...again, ...safe, ...change },
    parent: {
      title: 'آپ کا کیا خیال ہے؟',
      ...{ ...good, ...again, ...safe, ...change },
      'q:today': 'آپ کے بچے کے لیے یہ کیسا ہے؟',
      'q:again': 'کیا آپ کا بچہ پھر آئے گا؟',
      'q:safe': 'کیا آپ کا بچہ ہمارے ہاں محفوظ ہے؟',
      'q:change': 'ہمیں کون سی ایک چیز بدلنی چاہیے؟',
    },
    volunteer: {
      title: 'آپ کے لیے کیسا رہا؟',
      'q:ready': 'مجھے معلوم تھا کہ کیا کرنا ہے۔',
      ...agree('ready'),
      'q:part': 'مجھے لگا کہ میں ٹیم کا حصہ ہوں۔',
      ...agree('part'),
      ...again,
      'q:again': 'کیا آپ پھر مدد کریں گے؟',
      'q:change': 'ہمیں کون سی ایک چیز بدلنی چاہیے؟',
    },
    resident: {
      title: 'آپ کا پارک',
      'q:know': 'کیا آپ کو پارک میں ہماری مفت سرگرمیوں کا علم تھا؟',
      'o:know:yes': answers.yes,
      'o:know:no': answers.no,
      'q:good': 'یہ سرگرمیاں یہاں رہنے والوں کے لیے اچھی ہیں۔',
      ...agree('good'),
      'q:worry': 'کیا ان کے بارے میں کوئی بات آپ کو پریشان کرتی ہے؟',
      'q:change': 'آپ پارک میں کیا دیکھنا چاہیں گے؟',
    },
    wish: {
      title: 'آپ کو کیا پسند ہوگا؟',
      'q:activities': 'آپ یہاں کیا کرنا چاہیں گے؟',
      'q:equipment': 'آپ کیا چاہیں گے کہ ہم لائیں؟',
      'q:else': 'آپ اور کیا چاہیں گے؟',
    },
  },
};
