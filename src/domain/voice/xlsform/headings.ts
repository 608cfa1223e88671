/** What the heading of a column means, however it is spelt: `label::Română (ro)`, `List Name`, `bind:relevant`. */

/** A heading, taken apart. */
export type Heading = {
  /** As it is written; empty for a column without one. */
  readonly words: string;
  /** What the column holds by the name Bandstand knows it under; its own words where it knows none. */
  readonly role: string;
  /** The language named behind the colons; null where none is. */
  readonly language: string | null;
};

/** Texts that may stand in several languages. */
export const translated: ReadonlySet<string> = new Set([
  ...['label', 'hint', 'constraint_message'],
  ...['guidance_hint', 'required_message', 'image', 'big_image', 'audio', 'video'],
]);

/** Older and other names of columns, as XLSForm tools have taken them over the years. */
const sameAs: Readonly<Record<string, string>> = {
  caption: 'label',
  value: 'name',
  tag: 'name',
  command: 'type',
  relevance: 'relevant',
  constraining_message: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  'jr:requiredmsg': 'required_message',
  calculate: 'calculation',
  readonly: 'read_only',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  'big-image': 'big_image',
  set_form_title: 'form_title',
  title: 'form_title',
  set_form_id: 'form_id',
  id_string: 'form_id',
};
/** Written before another name to say where in an XForm it goes. */
const prefixes: ReadonlySet<string> = new Set(['bind', 'media', 'body', 'control']);

/** `List Name` → `list_name` */
const plain = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, '_');

/** Whether single colons are only part of a name here: one heading with two says so for all. */
export const splitsAtDoubleColons = (headings: readonly string[]): boolean =>
  headings.some((words) => words.includes('::'));

/** Reads one heading. @param double whether two colons part it */
export function headingIn(words: string, sheet: string, double: boolean): Heading {
  // `jr:count` is one name.
  const parts = words.split(double ? '::' : /(?<!^jr|:jr):/i).map((part) => part.trim());
  const [first = '', ...rest] = prefixes.has(plain(parts[0] ?? '')) && parts.length > 1 ? parts.slice(1) : parts;
  const name = plain(first);
  const role = roleOf(name, sheet);
  if (rest.length === 0) return { words, role, language: null };
  return translated.has(role)
    ? { words, role, language: rest.join('::') }
    : { words, role: plain(words), language: null };
}

/** `value` names an answer in choices; a setting may be called so too. */
function roleOf(name: string, sheet: string): string {
  if (sheet === 'settings' && (name === 'value' || name === 'tag')) return name;
  return Object.hasOwn(sameAs, name) ? (sameAs[name] ?? name) : name;
}
