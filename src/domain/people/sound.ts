import { folded } from './search.ts';

/**
 * How a name sounds, roughly: `Mohammed`, `Muhamad` → `mhmd`; `Aisha`, `Aysha` → `ax`; `Jakub`, `Jacob` → `jkb`. Names are written
 * down as they were heard in a park, and spelled in ten languages.
 */
export function soundOf(name: string): string {
  const plain = folded(name).replace(/[^a-z]/g, '');
  const heard = plain
    .replace(/ph/g, 'f')
    .replace(/sch|sh|sz|ch|cz/g, 'x')
    .replace(/th/g, 't')
    .replace(/kh|ck|q/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/dj|dz/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/w/g, 'v')
    .replace(/z/g, 's');
  const [first = '', ...rest] = heard;
  const start = /[aeiou]/.test(first) ? 'a' : first === 'y' ? 'j' : first;
  // Within a word `j` and `y` are heard as the vowel beside them: Maja, Maya.
  return (start + rest.join('').replace(/[aeiouyj]/g, '')).replace(/(.)\1+/g, '$1');
}
