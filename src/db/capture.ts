import type { TallyBand } from '#domain/codes.ts';
import { partnersOf, rightsOf } from '#domain/records/access.ts';
import type { Body, Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { PersonDatabase } from './database.ts';
import { openStore } from './dexie-store.ts';
import { phoneKeys } from './keys.ts';
import { newId, openPerson } from './person.ts';
import type { Profile } from './profile.ts';
import { stamp } from './save.ts';
import { closeToServer } from './sealing.ts';
import { openVault } from './vault.ts';

/**
 * Capture only: a phone that cannot open its data key still records. Each save is an entry closed to the server's public key;
 * nothing on this phone can open it again, so it is shown as a number and never as names.
 */

/** A park or a partner by the name it had when the phone last had signal. */
export type CapturePlace = { readonly id: string; readonly name: string };

/** What a locked phone may know: the parks, and whose sessions this person records. */
export type CaptureSetup = { readonly sites: readonly CapturePlace[]; readonly partners: readonly CapturePlace[] };

/** The session being captured; random ids, a day and a park, kept so that a reload goes on with it. */
export type Captured = {
  readonly session: string;
  readonly scope: string;
  readonly site: string;
  readonly day: string;
  readonly startedAt: string;
  readonly soFar?: CountedSoFar;
};

/** How many were counted by age, each by the id of its count, and how many were named: what a locked phone cannot read back. */
export type CountedSoFar = {
  readonly counted: Readonly<Partial<Record<TallyBand, readonly string[]>>>;
  readonly named: number;
};

/** Where a session was on or next when the phone was last open. */
export type CaptureHint = { readonly site: string; readonly scope: string; readonly day: string };

/** Recording a session on a locked phone: what is saved can be read by the server alone. */
export type Capture = {
  readonly setup: CaptureSetup;
  readonly begun: Captured | null;
  readonly hint: CaptureHint | null;
  /** Begins, or keeps how far it has come. */
  begin(captured: Captured): Promise<void>;
  /** It was finished: the next one begins anew. */
  end(): Promise<void>;
  /** Closes one entry to the server and puts it on the disk. */
  say(sayings: readonly Saying[]): Promise<void>;
  close(): void;
};

const place = 'captured session';
const hintPlace = 'captured hint';

/** Keeps which park is likely, for a day on which this phone cannot be unlocked. */
export async function keepHint(hint: CaptureHint): Promise<void> {
  const { store } = openPerson();
  await store.database.draft.put({ id: hintPlace, box: store.vault.seal('programme', hintPlace, hint) });
}

/** Opens what a locked phone may read and write; needs no PIN. `close` lets go of the database. */
export async function openCapture(profile: Profile): Promise<Capture> {
  const { phoneKey } = await phoneKeys();
  const database = new PersonDatabase(profile.device);
  const vault = openVault(phoneKey, null);
  const store = openStore(database, vault);
  const setup = await readSetup(store, profile.member);
  const [kept, hint] = await Promise.all([database.draft.get(place), database.draft.get(hintPlace)]);
  return {
    setup,
    begun: kept ? (vault.open('programme', place, kept.box) as Captured) : null, // closed by begin
    hint: hint ? (vault.open('programme', hintPlace, hint.box) as CaptureHint) : null, // closed by keepHint
    async end() {
      await database.draft.delete(place);
    },
    async begin(captured) {
      await database.draft.put({ id: place, box: vault.seal('programme', place, captured) });
    },
    async say(sayings) {
      await database.captured.add(closeToServer(profile, stampLocked(profile, sayings)));
    },
    close: () => database.close(),
  };
}

async function readSetup(store: ReturnType<typeof openStore>, member: string): Promise<CaptureSetup> {
  return store.read(async (tx) => {
    const named = ({ id, body }: { id: string; body: Body }): CapturePlace => ({ id, name: String(body.name) });
    // The outbox lies under the data key, so only what has been confirmed is known here: rows, not pending edits.
    const [sites, partners, members] = await Promise.all([
      tx.rowsOf('site'),
      tx.rowsOf('partner'),
      tx.rowsOf('member'),
    ]);
    const rights = rightsOf(members.find(({ id }) => id === member)?.body ?? {});
    const own = partnersOf(
      rights,
      partners.map(({ id }) => id),
    );
    return {
      sites: sites.filter(({ body }) => body.status !== 'closed').map(named),
      partners: partners.filter(({ id }) => own.includes(id)).map(named),
    };
  });
}

/** It carries no clock chain: the phone's clock of the moment is all a locked phone can say. */
export const stampLocked = (profile: Profile, sayings: readonly Saying[]): Entry =>
  stamp({ ...profile, newId }, Date.now(), { last: 0, overwritten: [] }, sayings);
