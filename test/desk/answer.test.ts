import { expect, test } from 'vitest';
import { Answers } from '#desk/answer.ts';

/** What the server answered, kept by address: never older than the last save. */

/** A server whose answers come when they are let go, each saying how often it was asked. */
function slowServer() {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const answers = new Answers(async () => {
    asked += 1;
    const value = asked;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { ok: true, value };
  });
  const letGo = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { answers, letGo, asked: () => asked };
}

test('an answer that was on its way as something was saved is asked for again', async () => {
  const { answers, letGo, asked } = slowServer();
  answers.watch('/api/stock');
  answers.refresh('/api/');
  answers.refresh('/api/');
  await letGo();
  expect(answers.get('/api/stock')).toMatchObject({ value: 1, busy: true });
  await letGo();
  expect(answers.get('/api/stock')).toMatchObject({ value: 2, busy: false });
  expect(asked()).toBe(2);
});

test('a second screen that asks for what is on its way waits for the same answer', async () => {
  const { answers, letGo, asked } = slowServer();
  answers.watch('/api/stock');
  answers.watch('/api/stock');
  await letGo();
  expect([answers.get('/api/stock').value, asked()]).toEqual([1, 1]);
});

test('what nobody looks at is forgotten, not read', async () => {
  const { answers, letGo, asked } = slowServer();
  const unwatch = answers.watch('/api/stock');
  await letGo();
  unwatch();
  answers.refresh('/api/stock');
  expect([answers.get('/api/stock').value, asked()]).toEqual([undefined, 1]);
});
