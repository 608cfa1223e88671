import type { Right } from '#domain/records/access.ts';
import { type Pace, startPace } from '#sync/core.ts';
import { MemoryStore } from './memory-store.ts';

/** The people and phones of a world. */

export class Tab {
  readonly phone: Phone;
  readonly name: string;
  pace: Pace = startPace;
  /** Rises when the tab is killed: what the old one was waiting for is never told to the new one. */
  life = 0;
  busy = false;
  again = false;

  constructor(phone: Phone, name: string) {
    this.phone = phone;
    this.name = name;
  }
}

export class Phone {
  readonly name: string;
  readonly member: string;
  device: string;
  readonly store = new MemoryStore();
  readonly tabs: Tab[];
  skewMs = 0;
  /** A clock that stands still stands here. */
  frozenMs: number | null = null;

  constructor(name: string, member: string, tabs: number) {
    this.name = name;
    this.member = member;
    this.device = `device-${name}-1`;
    this.tabs = Array.from({ length: tabs }, (_, at) => new Tab(this, `${name}.${at}`));
  }
}

export type Member = { readonly id: string; rights: readonly Right[]; readonly home: string };
