import { useRef, useState } from 'react';
import { Screen } from '#desk/screen.tsx';
import { readChosen } from '#desk/workbook/read.ts';
import { readXlsform, type XlsformRead } from '#domain/voice/xlsform/read.ts';
import { FilePick } from '#ui/file-pick.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { FormPreview } from './preview.tsx';
import styles from './xlsform.module.css';

/** A form that was written in a spreadsheet. Nothing is saved before somebody has seen what becomes of each row. */

type Chosen =
  | { readonly is: 'nothing' }
  | { readonly is: 'reading' }
  | { readonly is: 'problem'; readonly words: string }
  | { readonly is: 'read'; readonly file: string; readonly read: XlsformRead; readonly times: number };

/** The screen of an import. */
export function ImportForm() {
  const [chosen, setChosen] = useState<Chosen>({ is: 'nothing' });
  const times = useRef(0);
  async function choose(file: File) {
    times.current += 1;
    const own = times.current;
    setChosen({ is: 'reading' });
    const found = await readChosen(file);
    if (own !== times.current) return; // another file was chosen meanwhile
    if ('problem' in found) return setChosen({ is: 'problem', words: found.problem });
    const read = readXlsform(found.sheets, file.name.replace(/\.[^.]*$/, ''), found.faults);
    setChosen({ is: 'read', file: file.name, read, times: own });
  }
  return (
    <Screen title="Import a form" back={{ to: '/desk/voice/forms', label: 'Forms' }}>
      <div className={styles.read}>
        <Stack>
          {chosen.is !== 'read' && (
            <Remark>
              A form that is kept in Excel as an XLSForm can be read in. An XLSForm is a workbook with the sheets
              survey, choices and settings; ODK and KoboToolbox use them. You see what becomes of every row before
              anything is saved.
            </Remark>
          )}
          <div>
            <FilePick
              label="The workbook"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onPick={(file) => void choose(file)}
            >
              {chosen.is === 'nothing' ? 'Choose a workbook' : 'Choose another workbook'}
            </FilePick>
          </div>
          <div aria-live="polite">
            {chosen.is === 'reading' && <p>Reading it…</p>}
            {chosen.is === 'problem' && (
              <Notice kind="danger" title="This file cannot be read">
                {chosen.words}
              </Notice>
            )}
          </div>
          {chosen.is === 'read' && <FormPreview key={chosen.times} file={chosen.file} read={chosen.read} />}
        </Stack>
      </div>
    </Screen>
  );
}
