/**
 * The app's own drawings, without React. Their components have no state, so what their JSX comes to is only data, a type and its props,
 * and is made into SVG here: one drawing of an acorn, wherever it is seen.
 */

/** What JSX comes to. */
type Drawn = {
  readonly type: string | symbol | ((props: Drawn['props']) => unknown);
  readonly props: Readonly<Record<string, unknown>>;
};

/** `strokeWidth` is how React writes `stroke-width`. */
const attributeOf = (name: string): string => {
  if (name === 'viewBox') return name;
  return name === 'className' ? 'class' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

function nodesOf(part: unknown): Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesOf);
  if (typeof part !== 'object' || part === null) return [];
  const { type, props } = part as Drawn; // whatever is not a list or nothing
  if (typeof type === 'function') return nodesOf(type(props));
  const { children, ...attributes } = props;
  if (typeof type === 'symbol') return nodesOf(children);
  const node = document.createElementNS('http://www.w3.org/2000/svg', type);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(attributeOf(name), String(value));
  node.append(...nodesOf(children));
  return [node];
}

/** `drawing(<Face n={1} />)`, as JSX or as `Face({ n: 1 })`. */
export function drawing(of: unknown): Node {
  const all = document.createDocumentFragment();
  all.append(...nodesOf(of));
  return all;
}

/** The app’s icons this page needs; all of them would weigh more than its scripts. They point along the line of reading. */
const arrows = { next: 'M5 12h13M13 6l6 6-6 6', skip: 'M5 5l7 7-7 7M13 5l7 7-7 7', back: 'M15 5 8 12l7 7' } as const;

export const arrow = (name: keyof typeof arrows, className: string): Node =>
  drawing({
    type: 'svg',
    props: {
      ...{ className, width: 24, height: 24, viewBox: '0 0 24 24', 'aria-hidden': true },
      children: { type: 'path', props: { d: arrows[name] } },
    },
  });
