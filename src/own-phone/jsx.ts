/** What JSX is compiled to on this page, in place of React: the same data, and nothing that draws it. See drawing.ts. */

export const jsx = (type: unknown, props: unknown): unknown => ({ type, props });
export const jsxs = jsx;
export const Fragment = Symbol.for('react.fragment');
