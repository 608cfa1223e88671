import { Dexie, type Table } from 'dexie';
import type { HeldAs } from '#domain/voice/feedback/sitting.ts';
import type { EntryState, Meta, ScopeState } from './store.ts';

/**
 * The tables of one person's database. What is not in a `box` is all that stands in the clear: random ids, record type,
 * scope, session id or day. There is no field for plaintext, so a forgotten seal does not compile.
 */

/** A row of the server's copy. What the disk is searched by stands in the clear, the rest is in the box. */
export type RowBox = {
  id: string;
  type: string;
  scope: string;
  key: string;
  seq: number;
  epoch: string;
  box: Uint8Array;
};
/** An entry of this phone and how far it has come. `key` numbers the saves; `confirmedAt` is empty until it is confirmed. */
export type OutboxBox = {
  key?: number;
  id: string;
  state: EntryState;
  seq: number;
  clock: number;
  epoch: string;
  confirmedAt: string;
  missing: boolean;
  box: Uint8Array;
};
/** What was refused for good. Number and id stand beside the box. */
export type RefusedBox = { id: string; seq: number; box: Uint8Array };
/** A half-filled form: which form it is, and what stands in it. */
export type DraftBox = { id: string; box: Uint8Array };
/**
 * An entry closed to the server's public key. Version and key stand beside the box; on rows from before there was a second version
 * they are not there. `first`: it takes back or refuses a consent, and goes before all else. Once the server has answered for it,
 * the row stays until the server's backups hold it: `seq` is the head of that answer, `epoch` and `answeredAt` (an instant by the
 * server's clock) are of it too.
 */
export type CapturedBox = {
  id: string;
  v?: number;
  keyId?: string;
  box: Uint8Array;
  first?: 1;
  seq?: number;
  epoch?: string;
  answeredAt?: string;
};
/** The same entry, closed to this person's own key pair: opened at the next unlock. */
export type OwnBox = { id: string; v: number; keyId: string; box: Uint8Array };

/**
 * An answer closed to the server, as it waits and stays there. `t` is random: the boxes lie in an order that says nothing, and are all
 * of one size. Nobody on this phone opens one again.
 */
export type AnswerBox = {
  t: string;
  v: number;
  keyId: string;
  box: Uint8Array;
  seq?: number;
  epoch?: string;
  answeredAt?: string;
};

/**
 * An answer to a form that waits until its session is over, closed to the server three times: what may be kept beside it is decided when it
 * leaves. `group` says which wait together, and neither where nor when.
 */
export type HeldBox = { t: string; group: string; as: HeldAs; v: number; keyId: string; box: Uint8Array };
/**
 * Answers to one form that leave together: how many answered, how many of them with what would stand beside them, and when they are due by this
 * phone’s clock, epoch ms. `sitting` is the last one that was taken in, so that none is taken in twice.
 */
export type HeldGroup = { key: string; n: number; beside: Record<string, number>; dueAt: number; sitting: string };

/** All that is kept of one person here: `bandstand-<device>`. */
export class PersonDatabase extends Dexie {
  declare row: Table<RowBox, string>;
  declare outbox: Table<OutboxBox, number>;
  declare quarantine: Table<RefusedBox, string>;
  declare scope: Table<ScopeState, string>;
  declare meta: Table<Meta & { name: string; version?: number }, string>;
  declare draft: Table<DraftBox, string>;
  declare captured: Table<CapturedBox, string>;
  declare own: Table<OwnBox, string>;
  declare answer: Table<AnswerBox, string>;
  declare held: Table<HeldBox, string>;
  declare heldGroup: Table<HeldGroup, string>;

  constructor(device: string) {
    // Dexie's cache would show a put before it is on the disk, and would outlive a lock.
    super(`bandstand-${device}`, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      row: 'id, [type+key]',
      outbox: '++key, [state+seq]',
      quarantine: 'id',
      scope: 'name',
      meta: 'name',
      draft: 'id',
      captured: 'id',
    });
    // Only what has been answered for has a `seq`, so that what is unsent is found without reading a box.
    this.version(2).stores({ captured: 'id, seq, first, epoch, answeredAt', own: 'id' });
    this.version(3).stores({ answer: 't, seq, epoch, answeredAt' });
    this.version(4).stores({ held: 't, as, group, [group+as]', heldGroup: 'key, dueAt' });
  }
}
