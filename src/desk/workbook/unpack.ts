import type { Unzipped } from 'fflate';

/** A workbook is an archive of XML files. Takes one apart within limits; or says in a sentence what was chosen instead. */

export type Unpacked = { readonly files: Unzipped } | { readonly problem: string };

/** Larger is no sheet that people filled in. */
export const mostPacked = 10_000_000;
export const tooLarge =
  'This workbook is larger than 10 MB. Delete the sheets and pictures that are no part of the form.';
/** An archive of a few kilobytes can hold gigabytes: what it unpacks to is asked before it is. */
const mostUnpacked = 30_000_000;

const resave = 'Open it there, choose File, Save as, Excel workbook (.xlsx), and choose that file here.';

/** How the files begin that people choose instead. */
const others: readonly (readonly [start: string, problem: string])[] = [
  ['%PDF', 'This is a PDF, not a workbook. Ask for the Excel file.'],
  ['{\\rtf', 'This is a text document, not a workbook. Ask for the Excel file.'],
  ['\u0089PNG', 'This is a picture, not a workbook. Ask for the Excel file.'],
  ['\u00FF\u00D8\u00FF', 'This is a picture, not a workbook. Ask for the Excel file.'],
];

/** Unpacks a workbook. */
export async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  if (bytes.length === 0) return { problem: 'This file is empty.' };
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = others.find(([each]) => start.startsWith(each));
  if (known) return { problem: known[1] };
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return { problem: inOldContainer(bytes) };
  if (!start.startsWith('PK')) return { problem: notPacked(bytes) };
  if (bytes.length > mostPacked) return { problem: tooLarge };
  const { unzipSync } = await import('./library.ts');
  let unpacked = 0;
  try {
    const names: string[] = [];
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (!/\.(xml|rels)$/.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= mostUnpacked;
      },
    });
    if (unpacked > mostUnpacked)
      return { problem: 'This workbook holds more than any form: delete the sheets that are no part of it.' };
    return files['xl/workbook.xml'] ? { files } : { problem: otherArchive(names) };
  } catch {
    // Whatever way an archive is broken, there is one thing to do about it.
    return { problem: damaged };
  }
}

/** For a file that begins as a workbook and cannot be read. */
export const damaged =
  'This workbook is damaged, or its download broke off. Open it in Excel, save it again and choose that file.';

/** Excel before 2007 and locked workbooks share a container; the name of what is in it stands there in wide letters. */
function inOldContainer(bytes: Uint8Array): string {
  const locked = [...'EncryptedPackage'].map((letter) => `${letter}\u0000`).join('');
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  return text.includes(locked)
    ? 'This workbook is locked with a password. Open it in Excel, take the password off and save it.'
    : `This is a workbook of an old Excel (.xls). ${resave}`;
}

function notPacked(bytes: Uint8Array): string {
  const isText = !bytes.subarray(0, 2000).includes(0);
  return isText
    ? `This is text, perhaps a CSV, and not a workbook, whatever its name ends in. Open it in Excel. ${resave}`
    : 'This is no workbook. Choose an Excel file that ends in .xlsx.';
}

function otherArchive(names: readonly string[]): string {
  if (names.includes('content.xml')) return `This is a workbook of LibreOffice or OpenOffice. ${resave}`;
  if (names.includes('xl/workbook.bin')) return `This is a binary workbook (.xlsb). ${resave}`;
  if (names.some((name) => name.startsWith('Index/')))
    return 'This is a workbook of Numbers. Choose File, Export, Excel, and choose that file here.';
  return names.includes('word/document.xml')
    ? 'This is a Word document, not a workbook. Ask for the Excel file.'
    : 'This is an archive without a workbook in it. Choose an Excel file that ends in .xlsx.';
}
