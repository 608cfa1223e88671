import type { BodyOf } from '#domain/records/body.ts';

/** Young people who do not exist: as many names as are asked for, few of them twice. */

const heads = 'Am Be Cal Dar El Fa Gur Ha Io Ja Ka Li Mo Na Ol Pri Ra Sim Tun Yas Zo Ay Bo Den Em'.split(' ');
const tails = 'ira n jan eel ina leen mal isha rit mina kub ro sef tomi lia dra van rek win ola'.split(' ');
const ends = ['', '-May', ' Jo', 'é', 'ł', "'s", '-Lee', ' Ann', 'ka', 'us'];
const bands = ['08-09', '10-12', '13-15', '16-17'] as const;

export function knownAs(at: number): string {
  const head = heads[at % heads.length];
  const tail = tails[Math.floor(at / heads.length) % tails.length];
  return `${head}${tail}${ends[Math.floor(at / (heads.length * tails.length)) % ends.length]}`;
}

export const badge = (at: number): BodyOf<'person'> => ({
  knownAs: knownAs(at),
  initial: String.fromCharCode(65 + (at % 26)),
  leaf: at % 24,
  colour: at % 6,
  ageBand: bands[at % bands.length],
  ageBandOn: '2026-06-01',
  status: 'active',
});
