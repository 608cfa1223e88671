/**
 * Finding a name as it is typed: start of any part, accents and capitals folded, hyphens and apostrophes ignored,
 * one wrong letter forgiven from five letters on.
 */

/** Names made ready once, searched on every keystroke. */
export type Index<T> = readonly { readonly of: T; readonly parts: readonly string[] }[];

/**
 * `José-María O'Neill` → `jose maria oneill`. Letters that do not come apart are spelled out: `ø` → `o`, `ß` → `ss`. An accent
 * belongs to no script and goes; the vowel signs of Bengali or Panjabi belong to theirs and stay: without them কামাল is কমল.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

const byHand: Readonly<Record<string, string>> = {
  ə: 'e',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
};

/**
 * A name as somebody types it who has a plain keyboard and heard it: `ʿAlī` → `ali`, `Əli` → `eli`, `Þóra` → `thora`. For looking
 * only: what names somebody for good, a sign-in say, stays as `folded` has it.
 */
export const typedPlainly = (name: string): string =>
  folded(name.replace(/[\u02b0-\u02ff]/g, '')).replace(/[əþðħŧŋɓɗƙ]/g, (letter) => byHand[letter] ?? letter);

/** Whether two people would be called the same, however it is written. Two without a letter are not. */
export function isSameName(one: string, other: string): boolean {
  const name = folded(one);
  return name !== '' && name === folded(other);
}

/** Folds and splits each name, once for all keystrokes. */
export function indexNames<T>(people: readonly T[], nameOf: (person: T) => string): Index<T> {
  return people.map((of) => {
    const whole = typedPlainly(nameOf(of));
    const parts = whole.split(' ').filter(Boolean);
    // "anne marie" is also found as "annemarie".
    return { of, parts: parts.length > 1 ? [...parts, parts.join('')] : parts };
  });
}

/** Letters before a wrong one is forgiven: below that almost every name would match. */
const forgivingFrom = 5;

/**
 * How a name may sound, roughly: `Mohammed`, `Muhamad` → `mhmd`; `Aisha`, `Aysha` → `ax`; `Jakub`, `Jacob` → `jkb`. Names are written
 * down as they were heard in a park, and spelled in ten languages: a `c` may be a `k` or an `s`, so `Kacper` may sound as `Casper` does.
 * One of few consonants is told by its vowels: `Maja`, `Maya` → `maia`.
 */
export function soundsOf(name: string): readonly string[] {
  const heard = typedPlainly(name)
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/sch|sh|sz|ch|cz/g, 'x')
    .replace(/th/g, 't')
    .replace(/kh|ck|q/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/dj|dz/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/w/g, 'v')
    .replace(/z/g, 's');
  if (heard === '') return [];
  return [...new Set(['k', 's'].map((c) => skeleton(heard.replace(/c/g, c))))];
}

function skeleton(heard: string): string {
  const [first = '', ...rest] = heard;
  const start = /[aeiou]/.test(first) ? 'a' : first === 'y' ? 'j' : first;
  // Within a word `j` and `y` are heard as the vowel beside them.
  const bones = (start + rest.join('').replace(/[aeiouyj]/g, '')).replace(/(.)\1+/g, '$1');
  return bones.length > 1
    ? bones
    : heard
        .replace(/[yj]/g, 'i')
        .replace(/h$/, '')
        .replace(/(.)\1+/g, '$1');
}

/** Whether a sound is told by its vowels: it says less, and one letter off is another name. */
export const isSpelled = (sound: string): boolean => /.[aeiou]/.test(sound);

/** Those whose name sounds as what was typed does. */
function soundingAlike<T>(index: Index<T>, words: readonly string[]): T[] {
  const heard = words.map(soundsOf);
  if (heard.some(({ length }) => length === 0)) return [];
  const sounds = soundsOfAll(index);
  return index
    .filter((_, at) => heard.every((may) => may.some((sound) => sounds[at]?.includes(sound))))
    .map(({ of }) => of);
}

const heardOnce = new WeakMap<Index<unknown>, readonly (readonly string[])[]>();

/** Worked out at the first search that needs them, and once for all keystrokes. */
function soundsOfAll(index: Index<unknown>): readonly (readonly string[])[] {
  const known = heardOnce.get(index) ?? index.map(({ parts }) => parts.flatMap(soundsOf));
  heardOnce.set(index, known);
  return known;
}

/** Those with a part beginning with each word, as it is written. */
const beginningSo = (parts: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => parts.some((part) => part.startsWith(word)));

/** The one whose name begins as typed, where it is one alone. Who only sounds like it, or is a letter off, may be another child. */
export function theOneNamed<T>(index: Index<T>, typed: string): T | undefined {
  const words = typedPlainly(typed).split(' ').filter(Boolean);
  const found = words.length === 0 ? [] : index.filter(({ parts }) => beginningSo(parts, words));
  return found.length === 1 ? found[0]?.of : undefined;
}

/**
 * Those whose name has a part beginning with each typed word; in the order of the index, exact matches first. Where there is
 * nobody, those whose name sounds like it: `Muhammad` finds Mohammed.
 */
export function findNames<T>(index: Index<T>, typed: string): T[] {
  const words = typedPlainly(typed).split(' ').filter(Boolean);
  if (words.length === 0) return index.map(({ of }) => of);
  const exact: T[] = [];
  const near: T[] = [];
  for (const { of, parts } of index) {
    if (beginningSo(parts, words)) exact.push(of);
    else if (words.every((word) => parts.some((part) => part.startsWith(word) || startsNearly(part, word))))
      near.push(of);
  }
  return exact.length + near.length > 0 ? exact.concat(near) : soundingAlike(index, words);
}

/** Whether a part begins with the word but for one letter changed, missing, doubled or swapped with its neighbour. */
function startsNearly(part: string, word: string): boolean {
  if (word.length < forgivingFrom || part.length < word.length - 1) return false;
  let same = 0;
  while (same < word.length && part[same] === word[same]) same += 1;
  const rest = word.slice(same + 1);
  return (
    part.startsWith(rest, same + 1) || // changed
    part.startsWith(rest, same) || // one too many typed
    part.startsWith(word.slice(same), same + 1) || // one missing
    (part[same] === word[same + 1] && part[same + 1] === word[same] && part.startsWith(word.slice(same + 2), same + 2)) // swapped
  );
}
