import type { Condition, Operand } from '#domain/records/shapes/form-document.ts';
import { isTooDeep } from '#domain/records/shapes/form-document.ts';
import { type Token, tokensIn, understood } from './tokens.ts';

/** Reads the conditions of XLSForm: comparisons, `selected()`, `and`, `or`, `not()`, brackets, `+` and `−`. */

/** What a question can be asked about: its name here, and its answers by the name they have in the workbook. */
export type KnownQuestion = {
  readonly name: string;
  /** Null where it is not answered from a list. */
  readonly options: ReadonlyMap<string, string> | null;
  /** One of its answers and no more is chosen. */
  readonly one: boolean;
};

/** Finds a question by its name in the workbook, `.` for the one itself; else in words why it cannot be asked about. */
export type AskAbout = (name: string) => KnownQuestion | string;

type Node = { readonly condition: Condition } | { readonly operand: Operand };
type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=';
const signs: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Sign[];

/** More brackets in brackets than anybody can follow. */
const mostBrackets = 12;

/** The condition that a text writes, or what is wrong with it as the end of a sentence. */
export function conditionIn(
  text: string,
  ask: AskAbout,
): { readonly condition: Condition } | { readonly problem: string } {
  const tokens = tokensIn(text);
  if ('problem' in tokens) return tokens;
  const reader = new Reader(tokens, ask);
  const { condition } = reader.whole();
  if (reader.problem !== undefined) return { problem: reader.problem };
  return isTooDeep(condition) ? { problem: 'it has a condition inside too many others' } : { condition };
}

/** An answer as lists have its name: a minus is one, whichever key it was typed with. */
export const answerNamed = (text: string | number): string => String(text).replaceAll('−', '-');

const nothing: Node = { operand: { is: '' } };

/** Goes through the tokens once. What is wrong first is kept, and ends the reading. */
class Reader {
  problem: string | undefined;
  readonly #tokens: readonly Token[];
  readonly #ask: AskAbout;
  #at = 0;
  #brackets = 0;

  constructor(tokens: readonly Token[], ask: AskAbout) {
    this.#tokens = tokens;
    this.#ask = ask;
  }

  whole(): { readonly condition: Condition } {
    const node = this.#either();
    const more = this.#tokens[this.#at];
    if (more?.kind === 'word' && /^(mod|div)$/.test(more.word))
      this.#wrong(`it has “${more.word}” in it. ${understood}`);
    if (more) this.#wrong(`${wordsOf(more)} is one too many`);
    return { condition: this.#conditionOf(node) };
  }

  #wrong(words: string): Node {
    this.problem ??= words;
    this.#at = this.#tokens.length;
    return nothing;
  }

  #takes(kind: 'word' | 'sign', text: string): boolean {
    const token = this.#tokens[this.#at];
    const is = token && ((token.kind === 'word' && token.word) || (token.kind === 'sign' && token.sign));
    if (token?.kind !== kind || is !== text) return false;
    this.#at += 1;
    return true;
  }

  #needs(sign: string): void {
    if (!this.#takes('sign', sign)) this.#wrong(`a “${sign}” is missing`);
  }

  #either = (): Node => this.#joined('or', this.#both, (any) => ({ any }));
  #both = (): Node => this.#joined('and', this.#compared, (all) => ({ all }));

  #joined(word: string, part: () => Node, join: (parts: readonly Condition[]) => Condition): Node {
    const first = part();
    if (!this.#takes('word', word)) return first;
    const parts = [this.#conditionOf(first)];
    do parts.push(this.#conditionOf(part()));
    while (this.#takes('word', word));
    return parts.length > 20 ? this.#wrong(`it joins more than 20 with “${word}”`) : { condition: join(parts) };
  }

  #compared = (): Node => {
    const left = this.#sum();
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return left;
    this.#at += 1;
    const right = this.#sum();
    return { condition: this.#comparison(this.#operandOf(left), token.sign as Sign, this.#operandOf(right)) }; // one of them
  };

  #sum(): Node {
    let sum = this.#value();
    for (;;) {
      const sign = this.#takes('sign', '+') ? 'plus' : this.#takes('sign', '-') ? 'minus' : null;
      if (sign === null) return sum;
      const pair = [this.#operandOf(sum), this.#operandOf(this.#value())] as const;
      sum = { operand: sign === 'plus' ? { plus: pair } : { minus: pair } };
    }
  }

  #value(): Node {
    const token = this.#tokens[this.#at];
    if (!token) return this.#wrong('it ends in the middle');
    this.#at += 1;
    if (token.kind === 'number') return { operand: { is: token.number } };
    if (token.kind === 'text') return this.#literal(token.text);
    if (token.kind === 'asks') return this.#question(token.name);
    if (token.kind === 'word') return this.#called(token.word);
    if (token.sign === '.') return this.#question('.');
    if (token.sign === '(') return this.#bracketed();
    const after = this.#tokens[this.#at];
    if (token.sign !== '-' || after?.kind !== 'number')
      return this.#wrong(`${wordsOf(token)} stands in the wrong place`);
    this.#at += 1;
    return { operand: { is: -after.number } };
  }

  #literal(text: string): Node {
    return text.length > 200 ? this.#wrong('a text in it is longer than 200 letters') : { operand: { is: text } };
  }

  #question(name: string): Node {
    const asked = this.#ask(name);
    return typeof asked === 'string' ? this.#wrong(asked) : { operand: { of: asked.name } };
  }

  #bracketed(): Node {
    this.#brackets += 1;
    if (this.#brackets > mostBrackets) return this.#wrong('it has too many brackets inside brackets');
    const inside = this.#either();
    this.#brackets -= 1;
    this.#needs(')');
    return inside;
  }

  #called(word: string): Node {
    if (!this.#takes('sign', '('))
      return this.#wrong(
        ['div', 'mod', 'and', 'or'].includes(word) ? `“${word}” is in the wrong place` : `“${word}” needs quotes`,
      );
    if (word === 'not') return { condition: { not: this.#conditionOf(this.#bracketed()) } };
    if (word === 'selected') return this.#selected();
    return this.#wrong(`it uses ${word}(). ${understood}`);
  }

  #selected(): Node {
    const question = this.#sum();
    this.#needs(',');
    const option = this.#sum();
    this.#needs(')');
    const name = 'operand' in question && 'of' in question.operand ? question.operand.of : null;
    const chosen = 'operand' in option && 'is' in option.operand ? answerNamed(option.operand.is) : null;
    if (this.problem !== undefined) return nothing;
    if (name === null || chosen === null)
      return this.#wrong('selected() takes a question and an answer of it in quotes');
    const asked = this.#askedOf(name);
    const own = asked?.options?.get(chosen);
    if (!asked?.options) return this.#wrong(`“${name}” has no answers to select from`);
    return own === undefined
      ? this.#wrong(`“${chosen}” is no answer of “${name}”`)
      : { condition: { has: [asked.name, own] } };
  }

  /** An answer may have another name here than in the workbook; one that is no answer is a slip. */
  #comparison(left: Operand, sign: Sign, right: Operand): Condition {
    const renamed = (value: Operand, other: Operand): Operand => {
      const asked = 'of' in other ? this.#askedOf(other.of) : undefined;
      if (!('is' in value) || value.is === '' || !asked?.options) return value;
      const own = asked.options.get(answerNamed(value.is));
      if (own !== undefined && own !== String(value.is)) return { is: own };
      if (own === undefined && asked.one && (sign === '=' || sign === '!='))
        this.#wrong(`“${value.is}” is no answer of “${asked.name}”`);
      return value;
    };
    return { compare: [renamed(left, right), sign, renamed(right, left)] };
  }

  /** A question that was found before, by its name here: `.` and the name of the one itself are the same. */
  #askedOf(name: string): KnownQuestion | undefined {
    const found = [this.#ask(name), this.#ask('.')].find((each) => typeof each !== 'string' && each.name === name);
    return typeof found === 'string' ? undefined : found;
  }

  #conditionOf(node: Node): Condition {
    if ('condition' in node) return node.condition;
    this.#wrong('it compares nothing');
    return { compare: [node.operand, '=', node.operand] };
  }

  #operandOf(node: Node): Operand {
    if ('operand' in node) return node.operand;
    this.#wrong('it compares or adds a condition');
    return { is: '' };
  }
}

function wordsOf(token: Token | undefined): string {
  if (token?.kind === 'sign') return `“${token.sign}”`;
  if (token?.kind === 'word') return `“${token.word}”`;
  if (token?.kind === 'asks') return `“\${${token.name}}”`;
  return token?.kind === 'number' ? `“${token.number}”` : `“${token?.text ?? ''}”`;
}
