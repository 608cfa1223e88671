import { saveAs } from '#desk/file-buttons.tsx';
import { workbookType, writeWorkbook } from '#desk/workbook/write.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { toXlsform } from '#domain/voice/xlsform/write.ts';

/** A form as a workbook that other programs read too. */

/** `How was today?` → `how-was-today.xlsx` */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLocaleLowerCase('en-GB')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain || 'form'}.xlsx`;
}

/** Hands a form to the browser as a download. @param name as the team calls it */
export async function saveAsXlsform(form: FormDocument, name: string): Promise<void> {
  const bytes = await writeWorkbook(toXlsform(form));
  saveAs(new Blob([new Uint8Array(bytes)], { type: workbookType }), fileNameOf(name));
}
