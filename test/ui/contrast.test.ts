import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every pair of tokens that stands on one another, with the least ratio it needs: 4.5 for words, 3 for edges and rings. */
const pairs: ReadonlyArray<readonly [front: string, back: string, need: number]> = [
  ...['bg', 'surface', 'sunken', 'brand-soft'].map((back) => ['ink', back, 4.5] as const),
  ...['accent-soft', 'ok-soft', 'warn-soft', 'danger-soft', 'info-soft'].map((back) => ['ink', back, 4.5] as const),
  ...['bg', 'surface', 'sunken', 'brand-soft', 'info-soft'].map((back) => ['muted', back, 4.5] as const),
  ...['bg', 'surface'].map((back) => ['line', back, 3] as const),
  ...['bg', 'surface', 'brand-soft'].map((back) => ['brand', back, 4.5] as const),
  ...['bg', 'surface', 'accent-soft', 'brand-soft'].map((back) => ['accent', back, 4.5] as const),
  ...['ok', 'warn', 'danger', 'info'].flatMap((name) => [
    [name, 'bg', 4.5] as const,
    [name, 'surface', 4.5] as const,
    [name, `${name}-soft`, 4.5] as const,
  ]),
  ...['brand', 'accent', 'danger'].map((name) => [`on-${name}`, name, 4.5] as const),
  ['on-roof', 'roof', 4.5],
  ['roof-dim', 'roof', 4.5],
  ['gilt', 'roof', 3],
  ['on-bar', 'bar', 4.5],
  ['focus-ink', 'focus', 3],
  ['focus-ink', 'gilt', 4.5],
  ['chosen', 'bg', 3],
  ['chosen', 'surface', 3],
  ['stroke', 'surface', 3],
  ['ring-outer', 'bg', 3],
  ['ring-outer', 'ring-inner', 3],
  ['focus', 'bar', 3],
  ['focus', 'roof', 3],
  // A leaf is a drawing with its name beside it, so it needs what an edge needs.
  ...['blue', 'red', 'green', 'amber', 'plum', 'slate'].flatMap((name) =>
    ['bg', 'surface', 'brand-soft'].map((back) => [`m-${name}`, back, 3] as const),
  ),
];

const css = readFileSync('src/ui/theme.css', 'utf8');

/** The tokens of the first block that opens with this selector. */
function tokensOf(selector: string): Map<string, string> {
  const from = css.indexOf(selector);
  if (from < 0) throw new Error(`no ${selector} in theme.css`);
  const block = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']));
}

function colour(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name) ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return alias === undefined ? value : colour(tokens, alias);
}

/** Relative luminance of #rrggbb, WCAG 2. */
function luminance(hex: string): number {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  if (parts === null) throw new Error(`${hex} is no colour`);
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => {
    const light = Number.parseInt(part, 16) / 255;
    return light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string): number {
  const [dark = 0, light = 0] = [luminance(front), luminance(back)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const lights = [
  ['Day', '[data-theme="day"]'],
  ['Dusk', '[data-theme="dusk"] {'],
  ['Sunlight', '[data-theme="sunlight"]'],
] as const;

describe.each(lights)('in %s', (_name, selector) => {
  const tokens = tokensOf(selector);

  it.each(pairs)('%s can be read on %s', (front, back, need) => {
    expect(contrast(colour(tokens, front), colour(tokens, back))).toBeGreaterThanOrEqual(need);
  });
});

it('in Sunlight every word and every leaf is 11:1 or more', () => {
  const tokens = tokensOf('[data-theme="sunlight"]');
  for (const [front, back, need] of pairs) {
    if (need < 4.5 && !front.startsWith('m-')) continue;
    expect(contrast(colour(tokens, front), colour(tokens, back)), `${front} on ${back}`).toBeGreaterThanOrEqual(11);
  }
});

it('asking for more contrast gives the tokens of Sunlight', () => {
  const asked = tokensOf(':root:not([data-theme="dusk"])');
  const sunlight = tokensOf('[data-theme="sunlight"]');
  for (const [name, value] of asked) expect(sunlight.get(name), name).toBe(value);
  expect(asked.size).toBeGreaterThanOrEqual(sunlight.size - 4);
});

it('knows a bad pair when it sees one', () => {
  expect(contrast('#ffd43b', '#fbf7f0')).toBeLessThan(1.5);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});
