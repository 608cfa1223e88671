import '#ui/theme.css';
import '#ui/fonts.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { RegisterRow } from '#ui/register-row.tsx';
import { done, openRaw } from './raw.ts';

/** The floor of coming in: a person's database opened raw, and fifty of its rows drawn with the app's own row. */

const noTap = () => {};
const frame = () =>
  new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));

export async function openAndDraw(): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const name = names.find((each) => each.startsWith('bandstand-') && each !== 'bandstand-phone');
  if (!name) throw new Error('nobody is enrolled here');
  const place = document.createElement('ul');
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(<li>Locked</li>)); // as the app has drawn its lock screen by then
  await frame();
  const started = performance.now();
  const database = await openRaw(name);
  const rows: { id: string }[] = await done(database.transaction('row').objectStore('row').getAll(null, 50));
  root.render(
    rows.map(({ id }, at) => (
      <li key={id}>
        <RegisterRow
          id={id}
          state="not-here"
          name={id}
          shape={at % 24}
          colour={at % 6}
          line="10 to 12"
          onPress={noTap}
          onMore={noTap}
          moreLabel="More"
        />
      </li>
    )),
  );
  while (place.childElementCount < rows.length) await new Promise((resolve) => setTimeout(resolve));
  const taken = (await frame()) - started;
  database.close();
  return taken;
}
