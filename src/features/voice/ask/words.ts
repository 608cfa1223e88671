import type { Language } from '#domain/people-codes.ts';

/** The words a question needs that no form says. All but English are drafts: somebody who speaks the language has to read them. */

export type AskWords = {
  /** Between two pictures. */
  readonly or: string;
  readonly ownWords: string;
  /** Beside an answer. */
  readonly more: string;
  readonly mayPrint: string;
  readonly yes: string;
  readonly no: string;
  readonly several: string;
  readonly order: string;
  readonly number: string;
  readonly day: string;
  readonly read: string;
};

type Row = readonly [
  ...[or: string, ownWords: string, more: string, mayPrint: string, yes: string, no: string],
  ...[several: string, order: string, number: string, day: string, read: string],
];

const rows: Readonly<Record<Language, Row>> = {
  en: [
    ...(['or', 'In your own words', 'Say more, if you like', 'May we print your words?', 'Yes', 'No'] as const),
    ...([
      'As many as you like',
      'Tap them in your order, the best first',
      'A number',
      'A day',
      'I have read it',
    ] as const),
  ],
  pa: [
    ...(['ਜਾਂ', 'ਆਪਣੇ ਸ਼ਬਦਾਂ ਵਿੱਚ', 'ਜੇ ਚਾਹੋ ਤਾਂ ਹੋਰ ਦੱਸੋ', 'ਕੀ ਅਸੀਂ ਤੁਹਾਡੇ ਸ਼ਬਦ ਛਾਪ ਸਕਦੇ ਹਾਂ?', 'ਹਾਂ', 'ਨਹੀਂ'] as const),
    ...(['ਜਿੰਨੇ ਚਾਹੋ ਚੁਣੋ', 'ਆਪਣੀ ਤਰਤੀਬ ਵਿੱਚ ਛੂਹੋ, ਸਭ ਤੋਂ ਵਧੀਆ ਪਹਿਲਾਂ', 'ਇੱਕ ਅੰਕ', 'ਇੱਕ ਦਿਨ', 'ਮੈਂ ਪੜ੍ਹ ਲਿਆ ਹੈ'] as const),
  ],
  ro: [
    ...(['sau', 'Cu cuvintele tale', 'Spune mai mult, dacă vrei', 'Putem tipări cuvintele tale?', 'Da', 'Nu'] as const),
    ...(['Câte vrei', 'Atinge-le în ordinea ta, cel mai bun primul', 'Un număr', 'O zi', 'Am citit'] as const),
  ],
  pl: [
    ...([
      'czy',
      'Własnymi słowami',
      'Powiedz więcej, jeśli chcesz',
      'Czy możemy wydrukować twoje słowa?',
      'Tak',
      'Nie',
    ] as const),
    ...(['Ile chcesz', 'Dotknij po kolei, najlepsze pierwsze', 'Liczba', 'Dzień', 'Przeczytane'] as const),
  ],
  sk: [
    ...(['alebo', 'Vlastnými slovami', 'Povedz viac, ak chceš', 'Môžeme vytlačiť tvoje slová?', 'Áno', 'Nie'] as const),
    ...(['Koľko chceš', 'Dotýkaj sa ich v poradí, najlepšie prvé', 'Číslo', 'Deň', 'Prečítané'] as const),
  ],
  bg: [
    ...(['или', 'С твои думи', 'Кажи още, ако искаш', 'Може ли да отпечатаме думите ти?', 'Да', 'Не'] as const),
    ...(['Колкото искаш', 'Докосни ги по ред, най-хубавото първо', 'Число', 'Ден', 'Прочетено'] as const),
  ],
  lt: [
    ...([
      'ar',
      'Savais žodžiais',
      'Pasakyk daugiau, jei nori',
      'Ar galime išspausdinti tavo žodžius?',
      'Taip',
      'Ne',
    ] as const),
    ...(['Kiek nori', 'Liesk iš eilės, geriausią pirmą', 'Skaičius', 'Diena', 'Perskaityta'] as const),
  ],
  ur: [
    ...(['یا', 'اپنے الفاظ میں', 'چاہیں تو مزید بتائیں', 'کیا ہم آپ کے الفاظ چھاپ سکتے ہیں؟', 'ہاں', 'نہیں'] as const),
    ...(['جتنے چاہیں', 'اپنی ترتیب سے چھوئیں، سب سے اچھا پہلے', 'ایک عدد', 'ایک دن', 'میں نے پڑھ لیا'] as const),
  ],
  yo: [
    ...(['tàbí', 'Ní ọ̀rọ̀ tìrẹ', 'Sọ sí i, bí o bá fẹ́', 'Ṣé a lè tẹ ọ̀rọ̀ rẹ jáde?', 'Bẹ́ẹ̀ ni', 'Rárá'] as const),
    ...([
      'Iye tí o bá fẹ́',
      'Fọwọ́ kàn wọ́n bí o ṣe fẹ́, èyí tó dára jù ṣáájú',
      'Nọ́ńbà kan',
      'Ọjọ́ kan',
      'Mo ti kà á',
    ] as const),
  ],
};

/** The words of a language. */
export function askWords(language: Language): AskWords {
  const [or, ownWords, more, mayPrint, yes, no, several, order, number, day, read] = rows[language];
  return { or, ownWords, more, mayPrint, yes, no, several, order, number, day, read };
}
