/**
 * Says in the document whether little is to be seen at once: a phone turned on its side, a keyboard over half of it, letters twice as
 * large. Bars fold then, see page.module.css; and only where much is to be seen a second one stays under the first. It is what is seen that counts, which no media query knows while a keyboard is open.
 */
export function watchHeight(): void {
  const root = document.documentElement;
  const seen = window.visualViewport;
  const look = () => {
    // Zoomed in, the page is as tall as before and only looked at through a smaller window.
    const height = seen && seen.scale <= 1 ? seen.height : window.innerHeight;
    const lines = height / Number.parseFloat(getComputedStyle(root).fontSize);
    root.toggleAttribute('data-low', lines < 30);
    root.toggleAttribute('data-tall', lines >= 45);
    // Where a keyboard lies over the page, and does not make it smaller, bars stand on the keyboard.
    root.style.setProperty(
      '--covered',
      `${Math.max(0, Math.round(window.innerHeight - height - (seen?.offsetTop ?? 0)))}px`,
    );
  };
  look();
  window.addEventListener('resize', look);
  seen?.addEventListener('resize', look);
  seen?.addEventListener('scroll', look);
}
