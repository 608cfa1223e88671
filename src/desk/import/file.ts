/** The text of a chosen file, whatever program saved it; or, where it is no text, what it is and what to do about it. */

export type FileText =
  | { readonly text: string /** What could not be known for certain. */; readonly remark?: string }
  | { readonly problem: string };

/** Larger is not what was meant, or is read in parts. */
export type Largest = { readonly bytes: number; readonly words: string };

const workbook = (what: string) =>
  `This is ${what}. Open it there, choose File, Save as, CSV UTF-8 (one sheet at a time), and choose that file here. Or copy the cells and paste them below.`;

/** How the files begin that people choose instead of a CSV. */
const others: readonly (readonly [start: string, words: string])[] = [
  ['PK\u0003\u0004', workbook('a workbook of Excel, Numbers or LibreOffice')],
  ['\u00D0\u00CF\u0011\u00E0', workbook('a workbook of an old Excel')],
  ['%PDF', 'This is a PDF: it cannot be read as a table. Ask for it as a spreadsheet, or paste its lines below.'],
  ['{\\rtf', 'This is a text document. Copy its table and paste it below.'],
];
const pictures = ['\u0089PNG', '\u00FF\u00D8\u00FF', 'GIF87a', 'GIF89a'];

/** Reads what a file says. */
export function textOfFile(bytes: Uint8Array, largest: Largest): FileText {
  if (bytes.length === 0) return { problem: 'This file is empty.' };
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = others.find(([each]) => start.startsWith(each));
  if (known) return { problem: known[1] };
  if (pictures.some((each) => start.startsWith(each)))
    return { problem: 'This is a picture. Type or paste its lines below.' };
  if (bytes.length > largest.bytes) return { problem: largest.words };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: decoded(bytes, wide) };
  if (bytes.includes(0)) return { problem: 'This is no text. Choose a CSV, or paste the lines below.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const remark = 'It was saved in an older way (Windows-1252). See whether letters such as é and ’ are right below.';
    return { text: decoded(bytes, 'windows-1252'), remark };
  }
}

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** Excel's Unicode text: two bytes a letter, with a mark in front or, without one, every other byte empty. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const emptyAt = (odd: 0 | 1) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const most = head.length * 0.4;
  if (emptyAt(1) > most) return 'utf-16le';
  return emptyAt(0) > most ? 'utf-16be' : undefined;
}
