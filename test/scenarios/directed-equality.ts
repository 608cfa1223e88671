import assert from 'node:assert/strict';
import { equalityAnswered } from '#domain/people/equality/asking.ts';
import type { RoundAnswer } from '#domain/records/wire.ts';
import { requestOf, type Scenario } from './directed-sending.ts';
import { kayla, north, Stage } from './stage.ts';

/** Directed scenarios, written out: equality answers, of which only a key goes with the entries of phones. */

const key = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const asked = (digit: string) => [equalityAnswered({ id: kayla, scope: north }, key(digit))];

export const equality: readonly Scenario[] = [
  [
    'two workers ask the same person without signal: one key stands, the same everywhere',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, asked('a'));
      stage.world.nowMs += 60_000;
      await stage.save(1, asked('b'));
      await stage.sync(1, 0, 1);
      for (const at of [0, 1]) assert.equal(await stage.field(at, 'equalityKey', `details:${kayla}`), key('b'));
      // The other key is in the history, by which its answers are found and go.
      const { history } = stage.world.ledger.books;
      assert.deepEqual(
        history.filter(({ field }) => field === 'equalityKey').map(({ value }) => value),
        [key('a')],
      );
      await stage.end();
    },
  ],
  [
    'nothing is taken in where answers live, and nobody is given the scope, whatever they name',
    async () => {
      const stage = await Stage.set(['member-sam']);
      const { member, device } = stage.phone(0);
      const entry = await stage.save(0, [stage.person(stage.id())]);
      const moved = { ...entry, writes: entry.writes.map((write) => ({ ...write, scope: `${north}/equality` })) };
      const request = { ...requestOf([moved]), scopes: { [`${north}/equality`]: 0 } };
      const reply = await stage.world.serve(member, device, JSON.stringify(request));
      assert(typeof reply === 'string');
      const answer: RoundAnswer = JSON.parse(reply);
      assert.equal(answer.results[0]?.result === 'refused' && answer.results[0].code, 'invalid');
      assert.deepEqual(answer.dropped, [`${north}/equality`]);
      assert.equal(
        Object.keys(answer.scopes).some((scope) => scope.endsWith('/equality')),
        false,
      );
    },
  ],
];
