import { Dexie, type Table } from 'dexie';

/**
 * What the phone knows before anybody unlocks it: who is enrolled here (sealed under the phone key) and how to open each
 * person's data key. Shared by all workers on this phone.
 */

/**
 * How a data key is wrapped. `parts` says what its opening takes, in order; *share* (held by the server) and *passkey* may
 * join later without a change of format. `box` is closed by the derived key, and around that by the device key.
 */
export type Wrapping = {
  readonly version: 1;
  readonly parts: readonly ('pin' | 'device' | 'share' | 'passkey')[];
  readonly kdf: {
    readonly name: 'argon2id';
    readonly memoryKiB: number;
    readonly passes: number;
    readonly salt: Uint8Array<ArrayBuffer>;
  };
  readonly box: Uint8Array<ArrayBuffer>;
};

/** One person enrolled on this phone. `id` is the device id the server gave this enrolment. */
export type ProfileBox = {
  readonly id: string;
  /** Name, programme and send token, sealed under the phone key. */
  readonly box: Uint8Array;
  /** Destroyed after ten wrong PINs. */
  readonly wrapping: Wrapping | null;
  /** The data key, closed to the server's public key: a fresh code opens it again. */
  readonly recovery: Uint8Array;
  /** The version and the key of that box; not there on phones enrolled before boxes were bound to their owner. */
  readonly recoveryV?: number;
  readonly recoveryKeyId?: string;
  /** Whether the server knows the hash of that box, and so takes no other for this phone. */
  readonly recoveryTold?: boolean;
  readonly wrongPins: number;
  /** No PIN is tried before this time, epoch ms. */
  readonly notBefore: number;
  /** The public half of this person's own key pair: what is said while the phone is handed over is closed to it as well. */
  readonly ownKey?: Uint8Array;
};

/**
 * The phone is in somebody's hands who may see one form and nothing else. It holds for every tab and every person enrolled here, and
 * stands in the clear, so that whoever reads it needs no key. Its boxes lie under `key`, which the browser keeps for this one time.
 */
export type HandOverBox = {
  readonly name: 'now';
  /** Random; the form stands at the address `/h/<id>`. */
  readonly id: string;
  readonly form: string;
  /** The device id of the person who handed the phone over. */
  readonly device: string;
  readonly key: CryptoKey;
  /** What the form shows; null once it is done with. */
  readonly pack: Uint8Array<ArrayBuffer> | null;
  /** How far it has come; null where nothing is kept. */
  readonly progress: Uint8Array<ArrayBuffer> | null;
  /** Where the worker goes on. */
  readonly returnTo: Uint8Array<ArrayBuffer>;
  /** Of the way out alone: whoever holds the phone may be a child, so that wrong ones here cost their owner nothing. */
  readonly wrongPins: number;
  readonly notBefore: number;
};

/** What a question is read aloud with, by the hash of its bytes. */
export type SoundBox = { readonly id: string; readonly box: Uint8Array };

/** `device` is a key the browser keeps and never hands out; `phone` is the phone key, wrapped under it. */
export type KeyBox = { readonly name: 'device'; readonly device: CryptoKey; readonly phone: Uint8Array<ArrayBuffer> };

class PhoneDatabase extends Dexie {
  declare key: Table<KeyBox, string>;
  declare profile: Table<ProfileBox, string>;
  declare handOver: Table<HandOverBox, string>;
  declare sound: Table<SoundBox, string>;

  constructor() {
    super('bandstand-phone', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ key: 'name', profile: 'id' });
    this.version(2).stores({ handOver: 'name' });
    this.version(3).stores({ sound: 'id' });
  }
}

/** Of the phone and not of one person: the device key, and who is enrolled. */
export const phoneDatabase = new PhoneDatabase();

/** The hand-over that is on, if one is. Whoever draws a screen, or has a key to give, asks this first. */
export const handedOverNow = (): Promise<HandOverBox | undefined> => phoneDatabase.handOver.get('now');
