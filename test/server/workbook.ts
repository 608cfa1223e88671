import { inflateRawSync } from 'node:zlib';

/** Reads a workbook back, as far as a test looks: its sheets by name, each as rows of cells with their types. */

export type ReadCell = { readonly type: 'text' | 'number' | 'day' | 'formula'; readonly value: string | number };

/** The files of a zip, by its central directory. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const [extra, comment, start] = [zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(from, from + size);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

export function sheetsIn(bytes: Uint8Array): Map<string, ReadCell[][]> {
  const files = unzip(bytes);
  const strings = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>([\s\S]*?)<\/t>.*?<\/si>/g),
  ].map(([, text = '']) => plain(text));
  const formats = new Map(
    [...(files.get('xl/styles.xml') ?? '').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id = '', code = '']) => [id, code],
    ),
  );
  const styles = [
    ...((files.get('xl/styles.xml') ?? '').match(/<cellXfs[\s\S]*?<\/cellXfs>/)?.[0] ?? '').matchAll(/<xf ([^>]*)/g),
  ].map(([, attributes = '']) => formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? '');
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    ([, name = '']) => name,
  );
  return new Map(
    names.map((name, at) => {
      const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '';
      const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, inside = '']) =>
        [...inside.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', cell = '']) =>
          read(attributes, cell, strings, styles),
        ),
      );
      return [name, rows];
    }),
  );
}

function read(attributes: string, cell: string, strings: readonly string[], styles: readonly string[]): ReadCell {
  if (cell.includes('<f')) return { type: 'formula', value: cell };
  const value = /<v>([\s\S]*?)<\/v>/.exec(cell)?.[1] ?? /<t[^>]*>([\s\S]*?)<\/t>/.exec(cell)?.[1] ?? '';
  const type = /t="(\w+)"/.exec(attributes)?.[1] ?? '';
  if (type === 's') return { type: 'text', value: strings[Number(value)] ?? '' };
  if (type !== '' && type !== 'n') return { type: 'text', value: plain(value) };
  if (value === '') return { type: 'text', value: '' };
  const style = styles[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? '0')] ?? '';
  return { type: /yy/.test(style) ? 'day' : 'number', value: Number(value) };
}

/** A spreadsheet's day as ours: 46348 is `2026-11-22`. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
