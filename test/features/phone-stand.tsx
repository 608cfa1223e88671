import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { workerScreens } from '#app/routes.tsx';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import type { Body, Entry } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import { emptyPhone, takeInHand } from './open-phone.ts';

/** A phone in a test: the real screens at their addresses, over a real store. Nothing is sent. */

export const partner = 'partner-one';
export const scope = `partner/${partner}`;
const at = '2026-11-22T12:00:00.000Z';

export type Kept = { readonly type: string; readonly id: string; readonly scope: string; readonly body: Body };
export const record = (type: string, id: string, body: Body, where = scope): Kept => ({ type, id, scope: where, body });
export const session = (id: string, body: Body): Kept =>
  record('session', id, { site: 'windmill', workType: 'outreach', 'team/member-one': true, ...body });

const programme: readonly Kept[] = [
  record('programme', 'programme', { name: 'Stepping Out' }, 'programme'),
  record('partner', partner, { name: 'Refocus Project', status: 'active' }, 'programme'),
  record('member', 'member-one', { name: 'Dele A', vetted: true, [`role/worker:${partner}`]: true }, 'programme'),
  record('site', 'windmill', { name: 'Windmill Hill', lat: 51.4386, lon: 0.3696, status: 'active' }, 'programme'),
  record('site', 'woodlands', { name: 'Woodlands Park', status: 'active' }, 'programme'),
  record('set', 'over', { name: 'Over-10s set', kind: 'O10', status: 'active' }, 'programme'),
  record('person', 'kayla', { knownAs: 'Kayla', leaf: 1, colour: 1, status: 'active' }),
];

/** Records as they arrive from the server. */
export async function keep(rows: readonly Kept[]): Promise<void> {
  const stamped = { stamps: {}, by: 'member-one', device: 'desk', at, epoch: 'e' };
  const arrived = rows.map((row, seq) => ({ ...row, ...stamped, seq }));
  await openPerson().store.write('take', (tx) => tx.putRows(arrived));
}

/** A worker's phone with a programme, and these records besides. @param others in place of that programme */
export async function openPhone(more: readonly Kept[] = [], others = programme): Promise<void> {
  const who = { device: uuidv7(), member: 'member-one', name: 'Dele A', programme: 'programme' };
  await takeInHand(emptyPhone({ ...who, programmeName: 'Stepping Out' }));
  await keep([...others, ...more]);
}

export const all = <T extends RecordType>(type: T, key?: string): Promise<readonly ShownOf<T>[]> =>
  openPerson().store.read((tx) => shownOf(tx, type, key));

export async function one<T extends RecordType>(type: T, id: string): Promise<ShownOf<T>> {
  const found = await openPerson().store.read((tx) => shownOne(tx, type, id));
  if (!found) throw new Error(`${id} is not on this phone`);
  return found;
}

/** What was said on this phone and is not sent: an entry a save. */
export const said = async (): Promise<readonly Entry[]> =>
  (await openPerson().store.read((tx) => tx.pending())).map(({ entry }) => entry);

/** From now on every save takes a while, as on a full and busy phone. */
export function slowDisk(ms = 200): void {
  const { store } = openPerson();
  const write = store.write.bind(store);
  store.write = async (step, work) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return write(step, work);
  };
}

/** The phone locks, as the app does it: the screens go first, then the key and the store. Then it is opened again. */
export async function lockAndOpen(): Promise<void> {
  const open = openPerson();
  cleanup();
  await new Promise((resolve) => setTimeout(resolve));
  setOpenPerson(null);
  await takeInHand(open);
}

/** Draws the screen at an address, and those it leads to. */
export function show(address: string): ReturnType<typeof userEvent.setup> {
  const user = userEvent.setup();
  render(
    <MemoryRouter initialEntries={[address]}>
      <Suspense>
        <Routes>
          {workerScreens.map(({ path, element: Element }) => (
            <Route key={path} path={path} element={<Element />} />
          ))}
        </Routes>
      </Suspense>
    </MemoryRouter>,
  );
  return user;
}
