import * as v from 'valibot';
import type { Step } from '#db/store.ts';
import type { Right } from '#domain/records/access.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { RoundAnswer } from '#domain/records/wire.ts';
import { type Request, requestSchema } from '#domain/records/wire.ts';
import { erase } from '#server/erase.ts';
import type { InboxEntry } from '#server/ledger.ts';
import { receive, receiveEntries } from '#server/receive.ts';
import { type Reply, startPace } from '#sync/core.ts';
import { type RoundPort, round } from '#sync/round.ts';
import { Luck, Trace } from './chance.ts';
import { answerFates, endings, requestFates } from './fates.ts';
import { MemoryLedger } from './memory-ledger.ts';
import { DiskFull, type MemoryStore } from './memory-store.ts';
import { type Member, Phone, type Tab } from './phones.ts';
import { Truth } from './truth.ts';
import { Watch } from './watch.ts';

/**
 * One server and a few phones, moved one small step at a time. Every place where the shipped code waits for something outside
 * is a gate; a gate opens only when the run says so, and what happens there (nothing, a lost answer, a dead tab) is chance.
 */

export const startMs = Date.parse('2026-11-22T14:00:00.000Z');

/** What a gate's owner never learns, because it is dead. */
const dead = Symbol('dead');

type Gate = {
  readonly tab: Tab;
  readonly life: number;
  readonly label: string;
  open(luck: Luck | null): Promise<void>;
};

export class World {
  nowMs = startMs;
  readonly trace: Trace;
  readonly ledger: MemoryLedger;
  readonly truth: Truth;
  readonly watch = new Watch(this);
  readonly phones: Phone[] = [];
  readonly members = new Map<string, Member>();
  /** Requests that are still under way though nobody waits for their answer. */
  readonly strays: { readonly phone: Phone; readonly device: string; readonly body: string }[] = [];
  /** Entries that make the server fail as long as it is not mended. */
  readonly poison = new Set<string>();
  /** Whether the server answers nobody but with 503. */
  outage = false;
  gates: Gate[] = [];
  #forced: Reply<RoundAnswer> | null = null;

  constructor(pageRows: number, keepTrace: boolean) {
    this.trace = new Trace(keepTrace);
    this.ledger = new MemoryLedger(pageRows);
    this.truth = new Truth(this);
    this.ledger.onCommit = (before, after) => {
      this.trace.say(`server commits ${after.seq}`);
      this.truth.serverCommitted(before, after);
    };
  }

  addPhone(name: string, member: string, tabs: number): Phone {
    const phone = new Phone(name, member, tabs);
    phone.store.onCommit = (step, before, after) => {
      this.trace.say(`${phone.name} commits ${step}`);
      this.truth.phoneCommitted(phone, step, before, after);
    };
    this.phones.push(phone);
    return phone;
  }

  clockOf(phone: Phone): number {
    return phone.frozenMs ?? this.nowMs + phone.skewMs;
  }

  memberOf(id: string): Member {
    const member = this.members.get(id);
    if (!member) throw new Error(`nobody is called ${id}`);
    return member;
  }

  /** Lets everything run on until all that is left waits at a gate. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Starts a round in a tab, if none runs there. */
  async begin(tab: Tab): Promise<void> {
    if (tab.busy) return;
    tab.busy = true;
    tab.again = false;
    const { life } = tab;
    const chance = new Luck(tab.pace.round + 1);
    const port: RoundPort = {
      store: {
        read: (work) => this.#at(tab, 'compose', () => tab.phone.store.read(work)),
        write: (step, work) => this.#at(tab, step, (luck) => this.#commit(tab, step, work, luck)),
      },
      send: (request) => this.#send(tab, request),
      now: () => this.clockOf(tab.phone),
      chance: () => chance.next(),
      version: '0.1.0',
    };
    const ended = (what: string) => {
      if (tab.life !== life) return;
      tab.busy = false;
      this.trace.say(`${tab.name} ends: ${what}`);
    };
    round(port, tab.pace).then(
      (end) => {
        if (tab.life === life) tab.pace = end.pace;
        tab.again = end.again;
        ended(end.pace.trouble ?? 'well');
      },
      (fault: unknown) => {
        if (!(fault instanceof DiskFull)) this.truth.breaks('I14', `a round threw: ${String(fault)}`);
        ended('no space');
      },
    );
    await this.settle();
  }

  /** What a tab waits for from the network comes out like this. */
  async fail(tab: Tab, reply: Reply<RoundAnswer>): Promise<void> {
    this.#forced = reply;
    const gate = this.gates.find((each) => each.tab === tab);
    if (gate) await this.open(gate, null);
    this.#forced = null;
  }

  /** Opens one gate. Without luck nothing goes wrong. */
  async open(gate: Gate, luck: Luck | null): Promise<void> {
    this.gates = this.gates.filter((each) => each !== gate);
    await gate.open(luck);
    await this.settle();
  }

  kill(tab: Tab): void {
    this.trace.say(`${tab.name} dies`);
    tab.life += 1;
    tab.busy = false;
    tab.again = false;
    tab.pace = startPace;
    this.gates = this.gates.filter((gate) => gate.tab !== tab);
  }

  killPhone(phone: Phone): void {
    for (const tab of phone.tabs) this.kill(tab);
  }

  /** The browser clears the site's storage under living tabs; the person enrols again, as a new device. */
  wipe(phone: Phone): void {
    this.truth.wiped(phone);
    phone.store.wipe();
    const count = Number(phone.device.split('-').at(-1)) + 1;
    phone.device = `device-${phone.name}-${count}`;
  }

  #at<T>(tab: Tab, label: string, act: (luck: Luck | null) => Promise<T | typeof dead>): Promise<T> {
    const { life } = tab;
    return new Promise<T>((resolve, reject) => {
      const open = async (luck: Luck | null) => {
        this.trace.say(`${tab.name} ${label}`);
        try {
          const result = await act(luck);
          if (result !== dead && tab.life === life) resolve(result);
        } catch (fault) {
          if (tab.life === life) reject(fault);
        }
      };
      this.gates.push({ tab, life, label, open });
    });
  }

  /** One transaction of a tab, which may die before, in or after it, or find the disk full. */
  async #commit<T>(
    tab: Tab,
    step: Step,
    work: Parameters<MemoryStore['write']>[1],
    luck: Luck | null,
  ): Promise<T | typeof dead> {
    const { store } = tab.phone;
    const ending = luck?.weighed(endings) ?? 'ok';
    if (ending === 'dies before') {
      this.kill(tab);
      return dead;
    }
    const run = (how: Parameters<MemoryStore['writeUntil']>[0]) => store.writeUntil(how, step, work) as Promise<T>; // the caller's own type
    if (ending === 'full') return run({ fullAtPut: 1 + (luck?.below(4) ?? 0) });
    if (ending === 'dies in') {
      await run('rolled back');
      this.kill(tab);
      return dead;
    }
    const result = await run('ok');
    if (ending !== 'dies after') return result;
    this.kill(tab);
    return dead;
  }

  async #send(tab: Tab, request: Request): Promise<Reply<RoundAnswer>> {
    const { phone } = tab;
    const { device } = phone;
    const body = JSON.stringify(request);
    const reply = await this.#at(
      tab,
      'request',
      async (luck) => this.#forced ?? this.#carry(phone, device, body, luck),
    );
    if (typeof reply !== 'string') return reply;
    return this.#at(tab, 'answer', async (luck): Promise<Reply<RoundAnswer>> => {
      if (this.#forced) return this.#forced;
      const fate = luck?.weighed(answerFates) ?? 'arrives';
      if (fate === 'lost') return { type: 'silent' };
      if (fate === 'cut') return { type: 'foreign' };
      return { type: 'answer', answer: JSON.parse(reply) as RoundAnswer }; // written by serve()
    });
  }

  /** A request on its way: an answer's text, or whatever else the phone hears. */
  async #carry(phone: Phone, device: string, body: string, luck: Luck | null): Promise<string | Reply<RoundAnswer>> {
    const fate = luck?.weighed(requestFates) ?? 'arrives';
    if (fate === 'lost') return { type: 'silent' };
    if (fate === 'portal') return { type: 'foreign' };
    if (fate === 'late' || fate === 'twice') this.strays.push({ phone, device, body });
    if (fate === 'late') return { type: 'silent' };
    if (fate === 'status') {
      const status = luck?.one([401, 403, 409, 413, 422, 426, 429, 500, 503]) ?? 500;
      return { type: 'status', status, retryAfterMs: status === 429 ? 5000 : undefined };
    }
    if (fate === 'dies before commit' || fate === 'dies after commit')
      this.ledger.dies = fate.slice(5) as 'before commit'; // or after
    const reply = await this.serve(phone.member, device, body);
    this.ledger.dies = null;
    return reply;
  }

  /** The server's route: parse, know the caller, receive. */
  async serve(memberId: string, device: string, body: string): Promise<string | Reply<RoundAnswer>> {
    if (this.outage) return { type: 'status', status: 503 };
    const parsed = v.safeParse(requestSchema, JSON.parse(body));
    if (!parsed.success) return { type: 'status', status: 422 };
    const ids = parsed.output.entries.map((entry) => (entry as { id?: string }).id ?? ''); // ours, or a test's own
    if (ids.some((id) => this.poison.has(id))) return { type: 'status', status: 500 };
    const author = { member: memberId, device, rights: this.memberOf(memberId).rights };
    try {
      this.truth.pushing(memberId, device);
      const answer = await receive(this.ledger, author, parsed.output, this.nowMs);
      this.truth.answered(answer.results, ids);
      return JSON.stringify(answer);
    } catch {
      // The server died, before or after its commit; the phone hears nothing.
      return { type: 'silent' };
    }
  }

  /** A request nobody waits for any more arrives after all. */
  async arrive(at: number): Promise<void> {
    const [stray] = this.strays.splice(at % Math.max(1, this.strays.length), 1);
    if (!stray) return;
    this.trace.say(`a late request of ${stray.phone.name} arrives`);
    await this.serve(stray.phone.member, stray.device, stray.body);
  }

  /** A coordinator erases somebody, with the server's own hands. */
  async erase(id: string): Promise<void> {
    const partner = partnerOf(this.ledger.books.rows.get(id)?.scope ?? '') ?? '';
    this.trace.say(`${id} is erased`);
    this.truth.erased.add(id);
    await this.ledger.write((tx) => erase(tx, { partner, type: 'person', id }, this.nowMs));
  }

  /** A coordinator takes in something of the inbox. */
  async acceptFromInbox(luck: Luck): Promise<void> {
    const open = [...this.ledger.books.inbox.values()].filter(({ closed, code }) => !closed && code === 'no_right');
    if (open.length > 0) await this.acceptEntry(luck.one(open));
  }

  /** Step 2 with the right granted. */
  async acceptEntry({ by, device, body, id }: InboxEntry): Promise<void> {
    this.trace.say(`a coordinator takes in ${id}`);
    const rights: Right[] = [{ role: 'programmeCoordinator', partner: null }];
    this.truth.pushing(by, device);
    const results = await receiveEntries(this.ledger, { member: by, device, rights }, [JSON.parse(body)], this.nowMs);
    this.truth.answered(results, [id]);
  }
}
