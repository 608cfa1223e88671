/** What somebody sits or stands before, as far as a browser tells: wide, with a mouse. */
export const isLaptop = (): boolean =>
  window.matchMedia('(min-width: 48rem) and (hover: hover) and (pointer: fine)').matches;

/** What to call it. */
export const deviceWord = (): 'laptop' | 'phone' => (isLaptop() ? 'laptop' : 'phone');
