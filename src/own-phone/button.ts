import styles from '#ui/button.module.css';
import icons from '#ui/icon.module.css';
import { classes, el } from './dom.ts';
import { arrow } from './drawing.ts';

type ButtonParts = {
  readonly kind?: 'primary' | 'soft' | 'quiet' | undefined;
  readonly size?: 'large' | 'inline' | undefined;
  readonly wide?: boolean;
  readonly pointsOn?: 'next' | 'skip' | undefined;
  readonly pointsBack?: boolean;
};

/** How a button looks, and what stands on it. One that is there already is dressed anew: it keeps its place and the focus. */
export function dress(button: HTMLButtonElement, words: string, parts: ButtonParts): void {
  const { kind, size, wide, pointsOn, pointsBack } = parts;
  button.className = classes(styles.button, kind && styles[kind], size && styles[size], wide && styles.wide);
  const drawn = classes(icons.icon, icons.directional);
  button.replaceChildren(
    ...(pointsBack ? [arrow('back', drawn)] : []),
    words,
    ...(pointsOn ? [arrow(pointsOn, drawn)] : []),
  );
}

export function button(words: string, onPress: () => void, parts: ButtonParts = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', onclick: onPress });
  dress(made, words, parts);
  return made;
}
