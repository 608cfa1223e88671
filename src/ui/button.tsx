import type { ComponentPropsWithRef, MouseEvent } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';
import { classes } from './link.ts';

export type ButtonLook = {
  /** primary: one on a screen. soft: green with an edge, as +1. roof: on the painted roof. */
  readonly kind?: 'primary' | 'secondary' | 'soft' | 'quiet' | 'danger' | 'roof' | undefined;
  /** inline 48, usual 56, large 64 for hand-over. */
  readonly size?: 'inline' | 'usual' | 'large' | undefined;
  readonly wide?: boolean | undefined;
};

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'disabled'> &
  ButtonLook & {
    readonly icon?: IconName | undefined;
    readonly iconEnd?: IconName | undefined;
    /** Dashed, still reachable by keyboard so that it can be read, and does nothing. Say why in words beside it. */
    readonly notPossible?: boolean | undefined;
  };

/** The look of a button for a router's link: `<Link className={buttonClass({ kind: 'primary' })} to="/x">`. */
export function buttonClass({ kind = 'secondary', size = 'usual', wide = false }: ButtonLook = {}): string {
  return classes(
    styles.button,
    kind !== 'secondary' && styles[kind],
    size !== 'usual' && styles[size],
    wide && styles.wide,
  );
}

/** A button: `<Button kind="primary" icon="plus" onClick={start}>Start session</Button>`. */
export function Button({
  kind,
  size,
  wide,
  icon,
  iconEnd,
  notPossible = false,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ kind, size, wide })}
      aria-disabled={notPossible || undefined}
      onClick={notPossible ? stop : onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {iconEnd !== undefined && <Icon name={iconEnd} />}
    </button>
  );
}

/** Also keeps a submit button that is not possible from sending its form. */
function stop(event: MouseEvent): void {
  event.preventDefault();
}

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'children'> & {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean | undefined;
};

/** A 48 px target with only an icon, such as the Sunlight switch: `<IconButton icon="sun" label="Sunlight" pressed />`. */
export function IconButton({ icon, label, pressed, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={styles.icon} aria-label={label} aria-pressed={pressed}>
      <Icon name={icon} />
    </button>
  );
}
