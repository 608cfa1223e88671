import { shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import { frameIn } from '#features/consent/frame/languages.ts';
import { expect, go, test } from '../in-use.ts';

/** Tall scripts have room for their ink: no letter reaches into the line above or below, at twice the size, in headings too. */

const strings = (of: unknown): string[] =>
  typeof of === 'string'
    ? [of]
    : typeof of === 'function'
      ? [String((of as (...args: unknown[]) => unknown)('Ioana', 3, 5))].filter((said) => !said.includes('undefined'))
      : typeof of === 'object' && of !== null
        ? Object.values(of).flatMap(strings)
        : [];

for (const [language, words] of [
  ['ur', 'Urdu'],
  ['pa', 'Panjabi'],
] as const)
  test(`no ink of ${words} reaches into another line at 200 %`, async ({ desk: { page } }) => {
    const frame = await frameIn(language).catch(() => null);
    const said = strings([await shippedTexts(language, 'plain'), { ...frame, check: null, step: null }]).filter(
      Boolean,
    );
    expect(said.length).toBeGreaterThan(60);
    await go(page, '/desk/consents/wordings');
    const out = await page.evaluate(
      async ([lang, script, texts]) => {
        const box = document.body.appendChild(document.createElement('div'));
        box.lang = lang;
        const faults: string[] = [];
        for (const tag of ['p', 'h1', 'button', 'label'] as const) {
          const part = box.appendChild(document.createElement(tag));
          part.textContent = texts.join(' ');
          const style = getComputedStyle(part);
          const size = 2 * Number.parseFloat(style.fontSize);
          const font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
          await document.fonts.load(`${style.fontWeight} ${size}px ${script}`, texts.join(' '));
          const line = (Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize)) * size;
          const pen = document.createElement('canvas').getContext('2d');
          if (!pen) throw new Error('no canvas');
          pen.font = font;
          // The highest of one line over the lowest of the line above it: what is between lines keeps them apart, wherever words wrap.
          const ink = texts.map((text) => pen.measureText(text));
          const above = Math.max(...ink.map(({ actualBoundingBoxAscent }) => actualBoundingBoxAscent));
          const below = Math.max(...ink.map(({ actualBoundingBoxDescent }) => actualBoundingBoxDescent));
          if (above + below > line)
            faults.push(`${tag}: ${(above + below).toFixed(1)} px of ink in a line of ${line.toFixed(1)}`);
          part.remove();
        }
        const fonts = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
        box.remove();
        return { faults: faults.slice(0, 5), fonts };
      },
      [language, language === 'ur' ? '"Noto Nastaliq Urdu"' : '"Noto Sans Gurmukhi"', said] as const,
    );
    expect(out.fonts.join()).toContain(language === 'ur' ? 'Nastaliq' : 'Gurmukhi');
    expect(out.faults).toEqual([]);
  });
