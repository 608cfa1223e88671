import 'fake-indexeddb/auto';

// What a browser has and jsdom has not, for every test that draws a screen.
if (typeof document !== 'undefined') {
  // The cipher makes its bytes with Node's own class; jsdom brings another of the same name.
  globalThis.Uint8Array = Object.getPrototypeOf(Buffer.prototype).constructor;
  // The width is read when a screen is loaded: a desk with room for its rail, and nobody's mouse.
  window.matchMedia = (media: string) =>
    ({
      media,
      matches: media.includes('min-width') && !media.includes('pointer'),
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList; // what the screens ask of one
  window.scrollTo = () => {};
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.removeAttribute('open');
  };
  // Screens are waited for as long as a slow machine may take; only a test that fails waits so long.
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 30_000 });
}
