/** The words of a condition as XLSForm writes it, one after another. */

export type Token =
  | { readonly kind: 'asks'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'sign'; readonly sign: string };

/** What a condition may be made of, as a sentence without its end. */
export const understood = 'Possible are comparisons, selected(), and, or, not(), brackets, + and −';

/** Longer than anybody writes, and short enough that a page of brackets costs nothing. */
const longest = 4000;

/** A quote as a keyboard types it or as an office program curls it. */
const quotes: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/['‘’]/, /['‘’]/],
  [/["“”„]/, /["“”]/],
];

type Found = { readonly token: Token | null; readonly length: number } | { readonly problem: string };

/** Takes a condition apart; or what in it is not understood. */
export function tokensIn(text: string): readonly Token[] | { readonly problem: string } {
  if (text.length > longest) return { problem: 'it is longer than 4,000 letters' };
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const found = nextIn(text.slice(at));
    if ('problem' in found) return found;
    if (found.token) tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

function nextIn(rest: string): Found {
  const [space] = /^\s+/.exec(rest) ?? [];
  if (space !== undefined) return { token: null, length: space.length };
  const [asks, name] = /^\$\{\s*([^{}]*?)\s*\}/.exec(rest) ?? [];
  if (asks !== undefined) return { token: { kind: 'asks', name: name ?? '' }, length: asks.length };
  const [open = ''] = rest;
  const quote = quotes.find(([each]) => each.test(open));
  if (quote) return quotedIn(rest, quote[1]);
  const [number] = /^(\d+(\.\d+)?|\.\d+)/.exec(rest) ?? [];
  if (number !== undefined) return { token: { kind: 'number', number: Number(number) }, length: number.length };
  const [word] = /^[\p{L}_][\p{L}\p{N}_.:-]*/u.exec(rest) ?? [];
  if (word !== undefined) return { token: { kind: 'word', word }, length: word.length };
  const [sign] = /^(<=|>=|!=|[=<>(),.+\-−–])/.exec(rest) ?? [];
  if (sign === undefined) return { problem: `it has “${[...rest][0]}” in it. ${understood}` };
  return { token: { kind: 'sign', sign: /[−–]/.test(sign) ? '-' : sign }, length: sign.length };
}

/** A text ends at the quote it began with; where that is straight, a curled one inside it is an apostrophe. */
function quotedIn(rest: string, close: RegExp): Found {
  const [open = ''] = rest;
  const straight = open === "'" || open === '"';
  const end = rest.slice(1).search(straight ? new RegExp(open) : close);
  if (end < 0) return { problem: `the quote ${open} is never closed` };
  return { token: { kind: 'text', text: rest.slice(1, end + 1) }, length: end + 2 };
}
