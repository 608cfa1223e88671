import type { Unzipped } from 'fflate';
import { type CellFault, lookThrough, sheetFiles } from './cells.ts';
import { damaged, mostPacked, tooLarge, unpack } from './unpack.ts';

/** Reads an Excel file into rows of cells. Whatever file is chosen, the answer is its cells or a sentence, never a crash. */

export type ReadCell = string | number | boolean | Date | null;

export type ReadSheets =
  | {
      /** Rows of cells by the name of their sheet; the first row is row 1. */
      readonly sheets: Readonly<Record<string, readonly (readonly ReadCell[])[]>>;
      /** Cells that stand there as empty ones, because nobody can know what they say. */
      readonly faults: readonly CellFault[];
    }
  | { readonly problem: string };

/** A sheet is read as a full rectangle: one word in its last corner would take all memory. */
const mostCells = 1_000_000;

/** Reads the sheets of a chosen file. What reads it is fetched only now: no phone carries it. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheets> {
  const unpacked = await unpack(bytes);
  if ('problem' in unpacked) return unpacked;
  try {
    const looked = lookThroughAll(unpacked.files);
    const far = looked.find(({ reach }) => reach.rows * reach.columns > mostCells);
    return far ? { problem: farWords(far) } : await cellsOf(unpacked.files, looked);
  } catch {
    // There is no end of ways in which a file can be broken, and one thing to do about it.
    return { problem: damaged };
  }
}

async function cellsOf(files: Unzipped, looked: readonly LookedAt[]): Promise<ReadSheets> {
  const { readSheets, zipSync } = await import('./library.ts');
  // Stored, not packed: the reader unpacks larger files in a worker made from a blob, which our policy of security forbids.
  const stored = zipSync(withSheets(files, looked), { level: 0 });
  const found = await readSheets(new Blob([new Uint8Array(stored)]), { trim: false });
  // Its types name the class of a date where a date is meant.
  const rowsOf = (data: unknown) => (data ?? []) as ReadCell[][]; // a sheet of a chart has none
  return {
    sheets: Object.fromEntries(found.map(({ sheet, data }) => [sheet, rowsOf(data)])),
    faults: looked.flatMap(({ faults }) => faults),
  };
}

const farWords = ({ name, reach }: LookedAt): string =>
  `The sheet “${name}” reaches to row ${reach.rows} and ${reach.columns} columns across: that is no form. Delete what stands far out.`;

/** Reads the file somebody chose. One that is gone, open elsewhere or far too large is said too. */
export async function readChosen(file: Blob): Promise<ReadSheets> {
  if (file.size > mostPacked) return { problem: tooLarge };
  const bytes = await file.arrayBuffer().catch(() => null); // moved or locked since it was chosen
  if (!bytes) return { problem: 'The file could not be opened. Was it moved, or is it open in another program?' };
  return readWorkbook(new Uint8Array(bytes));
}

type LookedAt = ReturnType<typeof lookThrough> & { readonly name: string; readonly file: string };

function lookThroughAll(files: Unzipped): LookedAt[] {
  const decoder = new TextDecoder();
  const text = (file: string) => decoder.decode(files[file] ?? new Uint8Array());
  return sheetFiles(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
    .filter(({ file }) => files[file] !== undefined)
    .map((each) => ({ ...each, ...lookThrough(each.name, text(each.file)) }));
}

function withSheets(files: Unzipped, looked: readonly LookedAt[]): Unzipped {
  const encoder = new TextEncoder();
  const changed = looked.filter(({ faults }) => faults.length > 0);
  return { ...files, ...Object.fromEntries(changed.map(({ file, xml }) => [file, encoder.encode(xml)])) };
}
