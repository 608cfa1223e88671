/**
 * Bugs that this suite must catch: each breaks one rule of the protocol in at most five lines, and exists only here. They are put
 * into the text of a module as a test loads it; what is shipped never holds them.
 */

export type Edit = { readonly file: string; readonly find: string; readonly replace: string };
export type Planted = { readonly name: string; readonly edits: readonly Edit[] };

const one = (name: string, file: string, find: string, replace: string): Planted => ({
  name,
  edits: [{ file, find, replace }],
});

const apply = 'src/sync/apply.ts';
const core = 'src/sync/core.ts';
const counter = 'src/server/counter.ts';
const receive = 'src/server/receive.ts';
const erase = 'src/server/erase.ts';
const erased = 'src/sync/erased.ts';
const save = 'src/db/save.ts';
const shown = 'src/db/shown.ts';
const domain = 'src/domain/records/apply.ts';
const clock = 'src/domain/records/clock.ts';
const stock = 'src/domain/stock/stock.ts';
const inForce = 'src/domain/people/consents/in-force.ts';
const register = 'src/domain/sessions/register.ts';

export const planted: readonly Planted[] = [
  {
    name: 'let one parent replace what the other said',
    edits: [
      {
        file: inForce,
        find: ' || giver === null || giverOf(said, other) !== giver) continue;',
        replace: ') continue;',
      },
      { file: inForce, find: '    .filter((each) => giverOf(said, each) === who)\n', replace: '' },
    ],
  },
  one('leave a badge as it was', receive, '  await renewStandings(tx, counter.stored, counter.looked, nowMs);\n', ''),
  one(
    'confirm without reading back',
    apply,
    'const missing = !isReadBack(item, rowById, cursors);',
    'const missing = false;',
  ),
  one(
    'move the cursor before the rows are there',
    apply,
    '    for (const [name, page] of Object.entries(answer.scopes)) await takePage(tx, request, answer.epoch, name, page);\n    await confirm(tx, answer);\n  });',
    `
    for (const [name, page] of Object.entries(answer.scopes)) await tx.putScope({ name, cursor: page.cursor, complete: !page.more });
  }).then(() => store.write('take', async (tx) => {
    for (const page of Object.values(answer.scopes)) await tx.putRows(page.rows.map((row) => ({ ...row, epoch: answer.epoch })));
    await confirm(tx, answer);
  }));`,
  ),
  one('take a new epoch from any late answer', apply, 'if (meta.epoch !== request.epoch) return false;', ''),
  one(
    'drop what was refused',
    apply,
    'await tx.putRefused([{ id: item.entry.id, entry: item.entry, code, why, seq, final }]);',
    '',
  ),
  one(
    'treat "already applied" as refused',
    apply,
    "if (result.result === 'refused') {",
    "if (result.result !== 'ok') {",
  ),
  one('believe a late refusal', apply, 'if (keys.has(item.key)) await', 'await'),
  one(
    'put a late page over a newer cursor',
    apply,
    'if (!scope || scope.cursor !== (request.scopes[name] ?? 0)) return;',
    'if (!scope) return;',
  ),
  one('let confirmed entries go at once', apply, 'const keptMs = 90 * 86_400_000;', 'const keptMs = 0;'),
  one(
    'send and show in the order of the outbox',
    'src/db/store.ts',
    '[...items].sort((a, b) => a.entry.clock - b.entry.clock)',
    '[...items]',
  ),
  one(
    'search for a bad entry for ever',
    core,
    'Math.max(0, pace.suspects - Math.max(1, sent.length))',
    'pace.suspects',
  ),
  one(
    'lay an edit over before there is a record',
    shown,
    "Number(a.write.op === 'patch') - Number(b.write.op === 'patch')",
    "Number(b.write.op === 'patch') - Number(a.write.op === 'patch')",
  ),
  one(
    'overlay with the clock of a fast phone',
    shown,
    "item.state === 'new' ? entry : { ...entry, clock: item.clock }",
    'entry',
  ),
  one(
    'forget what an edit overwrites',
    save,
    "const edits = writes.filter(({ type }) => shapeOf(type)?.kind === 'register');",
    'const edits: { id: string; body: object }[] = [];',
  ),
  one('forget the clock of the last save', save, 'tx.putMeta({ ...meta, clock: entry.clock }), ', ''),
  {
    name: 'read the rows before the lock',
    edits: [
      { file: receive, find: '  const first = await tx.take(entries.length);\n', replace: '' },
      {
        file: receive,
        find: 'return new Counter(first, await tx.applied(named), await tx.inbox(named), rows, room, daysBack);',
        replace: `const [a, b] = [await tx.applied(named), await tx.inbox(named)];
  return new Counter(await tx.take(entries.length), a, b, rows, room, daysBack);`,
      },
    ],
  },
  one('forget what was applied', counter, 'this.#accepted.push(id);', ''),
  one(
    'leave what was fixed open in the inbox',
    counter,
    'for (const kept of [...closing, ...this.#moot(entry.id, author)]) this.#close(kept);',
    '',
  ),
  one(
    'say a page ended one number later',
    receive,
    'feed.more ? (feed.rows.at(-1)?.seq ?? after) : head.seq',
    '(feed.more ? (feed.rows.at(-1)?.seq ?? after) : head.seq) + 1',
  ),
  one(
    'take one entry of a page’s number at a time',
    counter,
    'this.#rows.set(row.id, { ...row, received, seq });',
    'this.#rows.set(row.id, { ...row, received, seq: this.#rows.has(row.id) ? seq : this.#next() });',
  ),
  one(
    'let anybody close what the inbox keeps',
    counter,
    'const theirs = own.length > 0 ? own : sent.filter((kept) => maySettle(rights, kept));',
    'const theirs = sent;',
  ),
  one(
    'let whoever sends an entry first own its id',
    counter,
    'kept.by !== member && isSendersOwn(kept)',
    'kept.by !== member',
  ),
  one(
    'fix one save as often as one likes',
    counter,
    'return !writes.every(({ id }) => same.has(id));',
    'return false;',
  ),
  one(
    'name the last mark alone',
    'src/domain/sessions/register.ts',
    'if (!isConfirmed(id)) for (const before',
    'if (!id) for (const before',
  ),
  one('correct the clock the wrong way', apply, 'answer.now - middleMs', 'middleMs - answer.now'),
  {
    name: 'judge a right by the place a write names',
    edits: [
      {
        file: domain,
        find: "return stored.scope === write.scope ? null : no('other_scope', 'stored in another place');",
        replace: 'return null;',
      },
      {
        file: domain,
        find: 'stored && (mayRead(author.rights, stored) || isSame(stored, write)) ? stored : undefined',
        replace: 'stored',
      },
      {
        file: 'src/domain/records/write-access.ts',
        find: '  const scope = stored?.scope ?? write.scope;\n',
        replace: '  const scope = write.scope;\n',
      },
    ],
  },
  one(
    'keep the good half of a refused save',
    domain,
    "if ('code' in outcome) return refused(outcome.code, outcome.why);",
    "if ('code' in outcome) continue;",
  ),
  one(
    'take an entry under any name',
    domain,
    "if (entry.by !== author.member || entry.device !== author.device) return refused('other_author', 'not its author');",
    '',
  ),
  one(
    'write a fact again',
    domain,
    "if (write.op === 'fact') return { row: null, lost: [] };",
    "if (write.op === 'fact') return { row: born(write, entry, clock), lost: [] };",
  ),
  one(
    'let a fast phone win for years',
    clock,
    'return Math.min(clock, nextClock(serverNowMs + aheadMs, 0, stored));',
    'return clock;',
  ),
  one(
    'hold an edit back behind what it overwrites',
    clock,
    'nextClock(serverNowMs + aheadMs, 0, stored)',
    'serverNowMs + aheadMs',
  ),
  one(
    'let status go by the clock alone',
    'src/domain/records/merge.ts',
    'if (isStatus(value) && isStatus(stored)) {',
    'if (isStatus(value) && value === stored) {',
  ),
  one(
    'let every mark stand, replaced or not',
    'src/domain/records/taken-back.ts',
    'const replaced = new Set(facts.flatMap((fact) => fact.replaces));',
    'const replaced = new Set<string>();',
  ),
  one(
    'let every count put a shelf right',
    stock,
    'balance: movementTotal + (count ? count.counted - count.movementTotal : 0)',
    'balance: movementTotal + openCounts.reduce((sum, each) => sum + each.counted - each.movementTotal, 0)',
  ),
  one(
    'let a count forget what moved since',
    stock,
    'balance: movementTotal + (count ? count.counted - count.movementTotal : 0)',
    'balance: count ? count.counted : movementTotal',
  ),
  one('let the earlier of two counts stand', stock, 'last && last.id > each.id', 'last && last.id < each.id'),
  one(
    'count without naming the counts before',
    stock,
    'replaces: openCounts.map(({ id }) => id), at };',
    'replaces: [], at };',
  ),
  one(
    'leave what is handed over where it was',
    stock,
    'legs.push({ shelf: shelfKey(giver, from, set), n: -n });',
    "legs.push({ shelf: shelfKey(giver, from, set), n: kind === 'transferred' ? 0 : -n });",
  ),
  one(
    'build without taking the parts',
    stock,
    "const sign = kind === 'built' ? -1 : 1;",
    "const sign = kind === 'built' ? 0 : 1;",
  ),
  one(
    'take anything back with anything',
    stock,
    'meant.kind === kind && meant.partner === owner',
    'meant.partner === owner',
  ),
  one(
    'let what takes back move as well',
    'src/domain/records/taken-back.ts',
    'filter(({ id, undoes }) => undoes === undefined && !undone.has(id))',
    'filter(({ id }) => !undone.has(id))',
  ),
  one(
    'take a count back as often as it is said',
    register,
    'standingOf(tallies, () => true)',
    '[...new Map(tallies.map((tally) => [tally.id, tally])).values()]',
  ),
  one('count below zero', register, 'Math.max(0, said.counted)', 'said.counted'),
  one('ask nothing of late movements', stock, 'Math.max(0, before - count.seen)', '0'),
  one(
    'leave tombstones out of the feed',
    receive,
    'rows: feed.rows,',
    'rows: feed.rows.filter((row) => !row.deleted),',
  ),
  one(
    'take in what is written of somebody after they were erased',
    domain,
    "if (erased) return { ok: false, code: 'erased', why: 'somebody it is about was erased', erased };",
    '',
  ),
  one('leave what the inbox keeps of somebody erased', erase, '  await emptyInbox(tx, gone);\n', ''),
  one('leave the history of somebody erased', erase, '  await tx.forgetLost(gone);\n', ''),
  one(
    'keep a late save about somebody erased whole',
    counter,
    'this.#refuse(keptWithout(toKept(entry, author, this.#rows, because), isErased));',
    'this.#refuse(isErased && toKept(entry, author, this.#rows, because));',
  ),
  one(
    'erase a signing that another child needs',
    erase,
    '.filter((id) => !still.has(id))',
    '.filter((id) => id || still.has(id))',
  ),
  one(
    'keep confirmed saves about somebody erased',
    erased,
    "const some = await tx.pending('confirmed');",
    'const some: OutboxItem[] = [];',
  ),
  one(
    'keep a save that is confirmed by a tombstone',
    apply,
    '  await dropConfirmed(tx, settled.filter(isGone));\n',
    '',
  ),
  one(
    'keep a refused save about somebody erased',
    apply,
    '  if (erased) return takeRefusal(tx, item, { ...result, erased });\n',
    '',
  ),
  one(
    'keep what was refused before somebody was erased',
    erased,
    'await tx.putRefused(refused.map((each) => toTell({ ...each, erasedAt: dayOf(each) }, gone)));',
    '',
  ),
  one('drop a whole save for one of two children', erased, 'if (left.length > 0) await', 'if (left.length < 0) await'),
  one('let a restored server bring somebody back', apply, 'scope.complete ? rows : await notErased(tx, rows)', 'rows'),
  one('drop a transfer with the first of its partners', apply, 'await tx.putRows(staying);', ''),
  one('keep a transfer of a partner that was taken away', apply, 'await tx.deleteRows(going.map(({ id }) => id));', ''),
];

/** A module with the bug in it. What is to be replaced must stand there exactly once, or the bug has outlived its place. */
export function withBug({ name, edits }: Planted, file: string, source: string): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((text, { find, replace }) => {
      const [before, after, ...more] = text.split(find);
      if (before === undefined || after === undefined || more.length > 0)
        throw new Error(`“${name}” no longer has its one place in ${file}: ${find}`);
      return before + replace + after;
    }, source);
}
