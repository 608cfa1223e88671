import assert from 'node:assert/strict';
import type { SaveOptions } from '#db/save.ts';
import { type Shown, shownById, shownOf } from '#db/shown.ts';
import type { MarkState } from '#domain/codes.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { presences, toMark } from '#domain/sessions/register.ts';
import { create, fact, patch } from '#test/saying.ts';
import { Luck } from './chance.ts';
import { handOf, replacesOf, saves } from './commands.ts';
import { checkAgreement, drain, wholeRound } from './ending.ts';
import type { Phone, Tab } from './phones.ts';
import { worldOf } from './run.ts';
import type { World } from './world.ts';

/** A small stage for scenarios that are written out: Sam and Ola of North, with a session and Kayla known on every phone. */

export const session = 'session-northside';
export const kayla = 'person-northside';
export const north = 'partner/northside';
export const team = 'partner/northside/team';
export const day = '2026-11-22';

export class Stage {
  readonly world: World;
  readonly luck = new Luck(7);

  constructor(world: World) {
    this.world = world;
  }

  /** Phones of Sam, a worker, and more of whoever is named; all have caught up. */
  static async set(members: readonly string[] = ['member-sam', 'member-sam'], pageRows = 200): Promise<Stage> {
    const world = await worldOf({ seed: 1, phones: 0, pageRows }, true);
    const stage = new Stage(world);
    for (const [at, member] of members.entries()) world.addPhone(`phone${at}`, member, 2);
    for (const phone of world.phones) await wholeRound(world, phone);
    return stage;
  }

  phone(at: number): Phone {
    const phone = this.world.phones[at];
    assert(phone);
    return phone;
  }

  tab(at: number, which = 0): Tab {
    const tab = this.phone(at).tabs[which];
    assert(tab);
    return tab;
  }

  /** Saves and returns the entry. */
  async save(at: number, sayings: readonly Saying[], options: SaveOptions = {}): Promise<Entry> {
    const phone = this.phone(at);
    const before = new Set(phone.store.disk.outbox.keys());
    await saves(handOf(this.world, phone, this.luck), async () => sayings, options);
    const item = [...phone.store.disk.outbox.values()].find(({ key }) => !before.has(key));
    assert(item, 'nothing was saved');
    return item.entry;
  }

  /** A save that finds no space left on the phone. */
  async saveFull(at: number, sayings: readonly Saying[]): Promise<void> {
    await saves(handOf(this.world, this.phone(at), this.luck), async () => sayings, {}, { fullAtPut: 2 });
  }

  id(): string {
    return handOf(this.world, this.phone(0), this.luck).newId();
  }

  /** Marks Kayla, naming what it replaces, as the app does. */
  async mark(at: number, state: MarkState): Promise<Entry> {
    return this.save(at, [await this.marking(at, state)]);
  }

  async marking(at: number, state: MarkState): Promise<Saying> {
    const known = await this.phone(at).store.read((tx) => shownOf(tx, 'mark', session));
    const replaces = replacesOf(known.filter(({ body }) => body.person === kayla));
    const when = new Date(this.world.clockOf(this.phone(at))).toISOString();
    return fact('mark', this.id(), north, { session, person: kayla, day, state, at: when, replaces });
  }

  tally = (n: number): Saying =>
    fact('tally', this.id(), north, { session, day, ageBand: '10-12', n, at: '2026-11-22T14:00:00.000Z' });
  edit = (body: Record<string, unknown>): Saying => patch('session', session, north, body);
  status = (is: string, reopened = 0): Saying => this.edit({ status: { is, reopened } });
  person = (id: string, knownAs = 'Reece'): Saying => create('person', id, north, { knownAs, leaf: 2, colour: 2 });

  /** Whole rounds, in this order. */
  async sync(...phones: number[]): Promise<void> {
    for (const at of phones) await wholeRound(this.world, this.phone(at));
  }

  /** Begins a round and stops at the gate of that name. */
  async until(tab: Tab, label: string): Promise<void> {
    if (!tab.busy) await this.world.begin(tab);
    for (;;) {
      const gate = this.world.gates.find((each) => each.tab === tab);
      assert(gate, `the round ended before ${label}`);
      if (gate.label === label) return;
      await this.world.open(gate, null);
    }
  }

  /** Lets a tab finish its round. */
  async finish(tab: Tab): Promise<void> {
    for (let gate = this.#gate(tab); gate; gate = this.#gate(tab)) await this.world.open(gate, null);
  }

  #gate(tab: Tab) {
    return this.world.gates.find((each) => each.tab === tab);
  }

  /** The answer to a tab's request never comes, though the server has done its part. */
  async loseAnswer(tab: Tab): Promise<void> {
    await this.until(tab, 'answer');
    await this.fail(tab, { type: 'silent' });
  }

  /** Whatever the tab waits for fails in this way. */
  async fail(tab: Tab, reply: Parameters<World['fail']>[1]): Promise<void> {
    await this.until(tab, tab.busy && this.#gate(tab)?.label === 'answer' ? 'answer' : 'request');
    await this.world.fail(tab, reply);
    await this.finish(tab);
  }

  async shown(at: number, id: string): Promise<Shown | undefined> {
    const [one] = await this.phone(at).store.read((tx) => shownById(tx, [id]));
    return one;
  }

  async field(at: number, field: string, id = session): Promise<unknown> {
    return (await this.shown(at, id))?.body[field];
  }

  async stateOfKayla(at: number): Promise<string | undefined> {
    const marks = await this.phone(at).store.read((tx) => shownOf(tx, 'mark', session));
    return presences(marks.map(toMark)).get(kayla)?.state;
  }

  async counted(at: number): Promise<number> {
    const rows = await this.phone(at).store.read((tx) => shownOf(tx, 'tally', session));
    return rows.reduce((sum, { body }) => sum + Number(body.n), 0);
  }

  stateOf(at: number, { id }: Entry): string {
    const { outbox, quarantine } = this.phone(at).store.disk;
    const refused = quarantine.get(id);
    if (refused) return `refused: ${refused.code}`;
    const item = [...outbox.values()].find(({ entry }) => entry.id === id);
    return item ? (item.missing ? 'missing' : item.state) : 'gone';
  }

  /** Nothing fails any more; everybody catches up, and everything that must hold holds. */
  async end(): Promise<void> {
    await drain(this.world);
    await checkAgreement(this.world);
    assert.equal(this.world.truth.broken, null);
  }
}
