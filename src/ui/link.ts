import type { MouseEvent, ReactNode } from 'react';

/** What a part gives to the router's link, so that ui/ needs no router: `(parts) => <Link to="/x" {...parts} />`. */
export type LinkParts = {
  readonly className: string | undefined;
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
  readonly onClick?: ((event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
};

export type RenderLink = (parts: LinkParts) => ReactNode;

/** Joins class names and leaves out what is off: `classes(styles.row, here && styles.here)`. */
export function classes(...names: ReadonlyArray<string | false | undefined>): string {
  return names.filter(Boolean).join(' ');
}
