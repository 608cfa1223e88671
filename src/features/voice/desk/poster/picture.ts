import type { PosterLine } from '#domain/voice/ideas/poster.ts';
import { spokenAnswers } from '#features/voice/words.ts';
import { leafFill } from '#ui/leaf.tsx';
import { type PosterWords, placeOf } from './sheets.tsx';

/** The poster as a picture to share, drawn here and sent nowhere: 1080 × 1350, as upright as messages and pages show whole. */

const [width, height] = [1080, 1350];
/** As many as can be read on a phone. */
const mostLines = 4;

/** The first ones; a no among them wherever there is one: what does not work is told as well. */
export function shownOnPicture(lines: readonly PosterLine[]): readonly PosterLine[] {
  const first = lines.slice(0, mostLines);
  const no = lines.find(({ decision }) => decision === 'no');
  return !no || first.includes(no) ? first : [...first.slice(0, -1), no];
}

type Pen = {
  readonly draw: CanvasRenderingContext2D;
  readonly family: string;
  readonly colour: (name: string) => string;
};

/** @returns null where the browser cannot draw */
export async function drawPicture(lines: readonly PosterLine[], words: PosterWords): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const draw = canvas.getContext('2d');
  if (!draw) return null;
  // A picture is looked at on paper’s terms: in the colours of the day, in whatever light the desk is.
  const day = document.createElement('div');
  day.dataset.theme = 'day';
  document.body.append(day);
  const tokens = getComputedStyle(day);
  const family = getComputedStyle(document.body).fontFamily;
  // The sheet beside the button is set in the same letters, so they are on their way at least.
  await document.fonts.ready;
  const pen: Pen = { draw, family, colour: (name) => tokens.getPropertyValue(`--${name}`).trim() };
  drawBandstand(pen);
  drawHead(pen, words);
  drawLines(pen, lines, words);
  day.remove();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Where the roof ends, where the steps begin, and the posts between them. */
const [roofEnd, stepsAt, side] = [268, 1258, 56];

function drawBandstand({ draw, colour }: Pen): void {
  draw.fillStyle = colour('bg');
  draw.fillRect(0, 0, width, height);
  draw.fillStyle = colour('roof');
  draw.beginPath();
  draw.moveTo(width / 2, 44);
  draw.bezierCurveTo(850, 48, 1030, 96, width, 190);
  draw.lineTo(width, roofEnd);
  const scallop = width / 15;
  for (let x = width - scallop / 2; x > 0; x -= scallop) draw.ellipse(x, roofEnd, scallop / 2, 32, 0, 0, Math.PI);
  draw.lineTo(0, 190);
  draw.bezierCurveTo(50, 96, 230, 48, width / 2, 44);
  draw.fill();
  for (const x of [side, width - side - 16]) draw.fillRect(x, roofEnd, 16, stepsAt - roofEnd);
  draw.fillRect(28, stepsAt, width - 56, 26);
  draw.fillRect(0, stepsAt + 38, width, 28);
  for (const [shape, name, x, turned] of leaves) drawLeaf(draw, leafFill(shape), colour(name), x, turned);
  draw.fillStyle = colour('gilt');
  draw.fillRect(0, roofEnd - 12, width, 5);
  draw.beginPath();
  draw.arc(width / 2, 28, 18, 0, 2 * Math.PI);
  draw.fill();
}

/** On the steps: shape, colour, where, and how far round it has turned. */
const leaves = [
  [0, 'm-amber', 150, -24],
  [7, 'm-red', 372, 38],
  [9, 'm-green', 700, 12],
  [4, 'm-amber', 905, -48],
] as const;

function drawLeaf(draw: CanvasRenderingContext2D, path: string, colour: string, x: number, turned: number): void {
  draw.save();
  draw.translate(x, stepsAt - 22);
  draw.rotate((turned * Math.PI) / 180);
  draw.scale(1.9, 1.9);
  draw.translate(-16, -16);
  draw.fillStyle = colour;
  draw.fill(new Path2D(path));
  draw.fillRect(15, 22, 2, 8.5);
  draw.restore();
}

const fontOf = ({ family }: Pen, px: number, weight: 500 | 800): string => `${weight} ${px}px ${family}`;

function drawHead(pen: Pen, { programme, where }: PosterWords): void {
  const { draw, colour } = pen;
  draw.textAlign = 'center';
  draw.fillStyle = colour('on-roof');
  draw.font = fontOf(pen, 88, 800);
  draw.fillText('You said, we did', width / 2, 166);
  draw.font = fontOf(pen, 36, 500);
  const [under = ''] = wrapped(pen, [programme, where].filter(Boolean).join(' · '), width - 200);
  draw.fillText(under, width / 2, 226);
}

type Block = { readonly title: readonly string[]; readonly text: readonly string[]; readonly line: PosterLine };

/** Sizes that are tried, largest first: title and text. */
const tries = [
  [54, 42],
  [46, 37],
  [40, 33],
  [36, 29],
] as const;

function drawLines(pen: Pen, all: readonly PosterLine[], words: PosterWords): void {
  const { draw, colour } = pen;
  const lines = shownOnPicture(all);
  const [from, to] = [roofEnd + 62, stepsAt - 62];
  const inner = width - 2 * side - 2 * 54 - 92;
  const blocksAt = (title: number, text: number): Block[] =>
    lines.map((line) => {
      const place = placeOf(line, words);
      draw.font = fontOf(pen, title, 800);
      const heading = wrapped(pen, place === '' ? line.title : `${line.title} (${place})`, inner);
      draw.font = fontOf(pen, text, 500);
      return { line, title: heading, text: wrapped(pen, sentenceOf(line), inner) };
    });
  const heightOf = (blocks: readonly Block[], title: number, text: number) =>
    blocks.reduce((sum, block) => sum + block.title.length * title * 1.15 + block.text.length * text * 1.3, 0);
  const fits = ([title, text]: readonly [number, number]) =>
    heightOf(blocksAt(title, text), title, text) + lines.length * 34 <= to - from;
  const [title, text] = tries.find(fits) ?? [36, 29];
  const blocks = blocksAt(title, text);
  const gap = Math.max(24, (to - from - heightOf(blocks, title, text)) / (blocks.length + 1));
  let y = from + gap * 0.8;
  draw.textAlign = 'left';
  for (const block of blocks) {
    if (y > to - title) return;
    drawMark(pen, block.line, side + 54 + 34, y + title * 0.62);
    draw.fillStyle = colour('ink');
    y = write(pen, block.title, { y, px: title, weight: 800, lead: 1.15 });
    y = write(pen, block.text, { y, px: text, weight: 500, lead: 1.3 });
    y += gap;
  }
}

type Written = { readonly y: number; readonly px: number; readonly weight: 500 | 800; readonly lead: number };

/** Lines under one another. @returns where the next one begins */
function write(pen: Pen, lines: readonly string[], { y, px, weight, lead }: Written): number {
  pen.draw.font = fontOf(pen, px, weight);
  for (const [at, words] of lines.entries()) pen.draw.fillText(words, side + 54 + 92, y + px * (lead * at + 0.92));
  return y + lines.length * px * lead;
}

const sentenceOf = ({ decision, reason, action }: PosterLine): string =>
  `${spokenAnswers[decision]}. ${reason} ${action}`.trim();

/** Tick, half or bar: a shape that needs no colour. */
function drawMark({ draw, colour }: Pen, { decision }: PosterLine, x: number, y: number): void {
  draw.beginPath();
  draw.arc(x, y, 30, 0, 2 * Math.PI);
  draw.fillStyle = decision === 'yes' ? colour('brand') : colour('surface');
  draw.fill();
  draw.lineWidth = 7;
  draw.strokeStyle = decision === 'yes' ? colour('brand') : colour('ink');
  draw.stroke();
  draw.beginPath();
  if (decision === 'part') {
    draw.fillStyle = colour('ink');
    draw.arc(x, y, 30, 0, Math.PI);
    draw.fill();
    return;
  }
  draw.strokeStyle = decision === 'yes' ? colour('on-brand') : colour('ink');
  if (decision === 'yes') {
    draw.moveTo(x - 15, y + 1);
    draw.lineTo(x - 4, y + 12);
    draw.lineTo(x + 16, y - 11);
  } else {
    draw.moveTo(x - 15, y);
    draw.lineTo(x + 15, y);
  }
  draw.stroke();
}

/** Words in lines of a width, in the font that is set. A word that is longer than a line is cut. */
function wrapped({ draw }: Pen, text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (draw.measureText(longer).width <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (draw.measureText(line).width > most && line.length > 1) line = `${line.slice(0, -2)}…`;
  }
  return line === '' ? lines : [...lines, line];
}
