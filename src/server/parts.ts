import type { Contacts } from './contacts.ts';
import type { Guard } from './guard.ts';
import type { ServerKeys } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { Store } from './store.ts';

/** What every route is given. */
export type Parts = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keys: ServerKeys;
  readonly guard: Guard;
  readonly contacts: Contacts;
  /** The server's clock, epoch ms. */
  readonly now: () => number;
  /** Whether the world sees this server over TLS: cookies are then Secure and browsers are told to stay with https. */
  readonly isSecure: boolean;
  /** Whether a proxy of ours stands in front and its X-Forwarded-For can be believed. */
  readonly behindProxy: boolean;
};
