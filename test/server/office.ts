import { existsSync } from 'node:fs';

/** LibreOffice, where this computer has it; tests that open a file as people do are skipped elsewhere. */
export const office: string =
  ['/usr/bin/soffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) =>
    existsSync(path),
  ) ?? '';
if (!office) console.warn('LibreOffice is not installed: no file is opened with it.');
