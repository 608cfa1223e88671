// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { equalityNames } from '#domain/equality-codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { type AnswerOfType, answerBytes, packAnswer } from '#domain/records/shapes/answers.ts';
import { dayOf } from '#domain/time.ts';
import { EqualityForm } from '#features/people/phone/equality/handed.tsx';
import type { EqualityPack } from '#features/people/phone/equality/pack.ts';
import { keep, lockAndOpen, one, openPhone, partner, record, said, scope, show } from '#test/features/phone-stand.tsx';

/** Equality questions on a real phone: asked apart, nothing chosen, and nothing to be read again. */

configure({ asyncUtilTimeout: 5000 });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const chosen = () => screen.queryAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked);

const asking = (...names: readonly string[]) =>
  record(
    'programme',
    'programme',
    { name: 'Stepping Out', ...Object.fromEntries(names.map((name) => [`askEquality/${name}`, true])) },
    'programme',
  );
const boxes = () => openPerson().store.database.answer.toArray();

describe('a worker asks', () => {
  beforeEach(() => openPhone());
  afterEach(() => {
    cleanup();
    setOpenPerson(null);
  });

  const asked = async () => {
    await screen.findByText('Who answers?');
    choose('They tell me, and I write it down');
    press('Ask the questions');
    await screen.findByText(/day-to-day activities/);
  };

  test('where the programme asks nothing there is nothing to ask, on no page', async () => {
    show('/people/kayla/edit');
    await screen.findByText('Parents and carers');
    expect(screen.queryByText('Equality questions')).toBeNull();
    cleanup();
    show('/people/kayla/equality');
    expect(await screen.findByText('Parents and carers')).toBeTruthy();
  });

  test('it is asked apart, says why and who sees it, and chooses nothing for anybody', async () => {
    await keep([asking('disability', 'religion')]);
    const user = show('/people/kayla/edit');
    await user.click(await screen.findByRole('link', { name: /^Equality questions/ }));
    expect(await screen.findByText('Why?')).toBeTruthy();
    expect(screen.getByText('Who sees their answers?')).toBeTruthy();
    expect(chosen()).toEqual([]);
    press('Ask the questions');
    expect((await screen.findAllByText('Choose who answers.')).length).toBeGreaterThan(0);
    await asked();
    expect(chosen()).toEqual([]);
    expect(screen.getAllByRole('radio', { name: 'Rather not say' })).toHaveLength(2);
    press('Save the answers');
    expect((await screen.findAllByText('Choose what they say.')).length).toBeGreaterThan(1);
    expect(await said()).toEqual([]);
    expect(await boxes()).toEqual([]);
  });

  test('saved, there is a key for the person, a closed box for each answer, and no answer to be read', async () => {
    await keep([asking('disability', 'religion')]);
    show('/people/kayla/equality');
    await asked();
    choose('Yes, limited a lot');
    choose('Another religion, or in your own words');
    fireEvent.change(screen.getByLabelText(/In your own words \(/), { target: { value: 'Marzipanist' } });
    press('Save the answers');
    expect(await screen.findByText(/^Asked on /)).toBeTruthy();

    const [entry, ...more] = await said();
    expect(more).toEqual([]);
    expect(entry?.writes).toHaveLength(1);
    const details = await one('details', 'details:kayla');
    expect(Object.keys(details.body).sort()).toEqual(['equalityKey', 'person']);
    expect(JSON.stringify(entry)).not.toMatch(/aLot|marzipan|disability|religion/i);
    const closed = await boxes();
    expect(closed.map(({ box }) => box.length)).toEqual([answerBytes + 72, answerBytes + 72]);
    for (const box of closed) expect(Object.keys(box).sort()).toEqual(['box', 'keyId', 't', 'v']);

    // Nothing of it stands anywhere again: not in the form, not on their page, not after the phone was locked.
    for (const address of ['/people/kayla/equality', '/people/kayla', '/people/kayla/edit']) {
      await lockAndOpen();
      show(address);
      await screen.findAllByText(/Kayla/);
      expect(document.body.textContent).not.toMatch(/marzipan|limited a lot/i);
      expect(chosen()).toEqual([]);
      cleanup();
    }
    expect(await openPerson().store.database.draft.toArray()).toEqual([]);
  });

  test('half asked, what was picked goes with the page: nothing of it is kept, and nothing is shown again', async () => {
    await keep([asking('disability', 'religion')]);
    show('/people/kayla/equality');
    await asked();
    choose('Yes, limited a little');
    // As long as a form takes to keep a draft, and more.
    await new Promise((resolve) => setTimeout(resolve, 600));
    cleanup();
    expect(await openPerson().store.database.draft.toArray()).toEqual([]);
    for (const leave of [async () => {}, lockAndOpen]) {
      await leave();
      show('/people/kayla/equality');
      await screen.findByText('Who answers?');
      expect(chosen()).toEqual([]);
      await asked();
      expect(chosen()).toEqual([]);
      cleanup();
    }
    expect(await boxes()).toEqual([]);
  });

  test('a double tap saves once, and a full disk keeps the answers on the page until they are saved', async () => {
    await keep([asking('disability')]);
    show('/people/kayla/equality');
    await asked();
    choose('Yes, limited a lot');
    const { store } = openPerson();
    const write = store.write.bind(store);
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    press('Save the answers');
    expect(await screen.findByText('Not saved')).toBeTruthy();
    expect(chosen().map(({ value }) => value)).toEqual(['aLot']);
    store.write = write;
    press('Save the answers');
    press('Save the answers');
    expect(await screen.findByText(/^Asked on /)).toBeTruthy();
    expect([(await said()).length, (await boxes()).length]).toEqual([1, 1]);
  });

  test('whoever would rather answer none is asked no more, and each question has its answer', async () => {
    await keep([asking('disability', 'religion')]);
    show('/people/kayla/equality');
    await screen.findByText('Who answers?');
    press('They would rather not answer any');
    expect(await screen.findByText(/^Asked on /)).toBeTruthy();
    expect(await boxes()).toHaveLength(2);
  });

  test('a child is asked nothing that is put to people of 16, and somebody of 16 is', async () => {
    const born = record('details', 'details:kayla', { person: 'kayla', born: '2008-01-01' }, `${scope}/private`);
    await keep([asking('orientation', 'identity')]);
    show('/people/kayla/equality');
    expect(await screen.findByText('Nothing to ask')).toBeTruthy();
    cleanup();
    await keep([born]);
    show('/people/kayla/equality');
    expect(await screen.findByText('Who answers?')).toBeTruthy();
  });

  const decided = (id: string, decision: string, more = {}) =>
    record(
      'consent',
      id,
      {
        ...{ person: 'kayla', purpose: 'equality', decision, replaces: [] },
        ...{ day: dayOf(Date.now()), decidedAt: new Date().toISOString(), ...more },
      },
      `${scope}/private`,
    );

  test.each([
    ['one said no', () => [decided('no-one', 'withdrawn', { toldBy: 'inPerson' })]],
    [
      'two parents differ',
      () => [
        decided('yes-one', 'given', { giver: 'mother', signing: 'signed', signingHash: 'f'.repeat(64) }),
        decided('no-one', 'refused', { giver: 'father' }),
      ],
    ],
    [
      'one parent said two things',
      () => [decided('yes-one', 'given', { giver: 'mother' }), decided('no-one', 'refused', { giver: 'mother' })],
    ],
  ])('where %s, nobody is asked', async (_, rows) => {
    await keep([asking('disability'), ...rows()]);
    show('/people/kayla/equality');
    expect(await screen.findByText('They may not be asked these questions')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Ask|Hand/ })).toBeNull();
  });

  test('a volunteer asks nobody', async () => {
    const volunteer = record(
      'member',
      'member-one',
      { name: 'Dele A', [`role/volunteer:${partner}`]: true },
      'programme',
    );
    await keep([asking('disability'), volunteer]);
    show('/people/kayla/equality');
    await screen.findAllByText(/Kayla/);
    expect(screen.queryByText('Who answers?')).toBeNull();
  });
});

describe('in somebody else’s hands', () => {
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  let out: { sayings: readonly Saying[]; answers: readonly AnswerOfType<'equality'>[] }[];
  let works: boolean;
  let done: boolean;
  beforeEach(() => {
    out = [];
    works = true;
    done = false;
    window.scrollTo = () => undefined;
  });

  function hand(pack: Partial<EqualityPack> = {}): void {
    const all: EqualityPack = {
      ...{ person: { id: 'kayla', scope }, called: 'Kayla', by: 'self', asked: equalityNames },
      ...pack,
    };
    render(
      <EqualityForm
        pack={all}
        progress={null}
        keep={async () => {}}
        hold={async () => true}
        say={async (sayings, { answers = [] } = {}) => {
          if (works) out.push({ sayings, answers: answers.filter((each) => each.type === 'equality') });
          return works;
        }}
        finish={() => {
          done = true;
        }}
      />,
    );
  }

  test('a question to a page, nothing chosen, and nothing left behind on the page that says thank you', async () => {
    hand();
    press('Yes, I will answer');
    for (const [at, pick] of ['White', 'No', 'No religion', 'Rather not say', 'Yes'].entries()) {
      expect(screen.getByText(`${at + 1} of 5`)).toBeTruthy();
      expect(chosen()).toEqual([]);
      choose(pick);
      if (at === 0) choose('Irish');
      press(at < 4 ? 'Continue' : 'Done');
    }
    expect(await screen.findByText('Thank you')).toBeTruthy();
    expect(document.body.textContent).toContain('Nobody reads what was said here beside a name');
    expect(document.body.textContent).not.toMatch(/White|Irish|religion/);
    expect(out).toHaveLength(1);
    const [{ sayings, answers } = { sayings: [], answers: [] }] = out;
    expect(sayings.map(({ op, id }) => `${op} ${id}`)).toEqual(['create details:kayla']);
    expect(answers.map(({ body }) => [body.question, body.answer, body.detail, body.by])).toEqual([
      ['ethnicity', 'white', 'irish', 'self'],
      ['disability', 'no', undefined, 'self'],
      ['religion', 'none', undefined, 'self'],
      ['orientation', 'notSaid', undefined, 'self'],
      ['identity', 'same', undefined, 'self'],
    ]);
    for (const answer of answers) expect(packAnswer(answer)).toHaveLength(answerBytes);
    press('Give the phone back');
    expect(done).toBe(true);
  });

  test('whoever skips them would rather not say, and a second tap is no second answer', async () => {
    hand({ by: 'parent', asked: ['disability', 'religion'] });
    expect(screen.getByRole('heading', { name: '2 questions about Kayla' })).toBeTruthy();
    press('No, skip them');
    press('No, skip them');
    expect(await screen.findByText('Thank you')).toBeTruthy();
    expect(out.map(({ answers }) => answers.map(({ body }) => [body.answer, body.by]))).toEqual([
      [
        ['notSaid', 'parent'],
        ['notSaid', 'parent'],
      ],
    ]);
  });

  test('a parent is asked about the child, Back keeps what was answered, and another answer drops its detail', () => {
    hand({ by: 'parent', asked: ['ethnicity', 'disability'] });
    press('Yes, I will answer');
    expect(screen.getByText('What is the ethnic group of Kayla?')).toBeTruthy();
    choose('White');
    choose('Roma');
    choose('Asian or Asian British');
    expect(chosen().map(({ value }) => value)).toEqual(['asian']);
    press('Continue');
    press('Back');
    expect(chosen().map(({ value }) => value)).toEqual(['asian']);
  });

  test('on a full disk it says so and keeps what was answered', async () => {
    works = false;
    hand({ asked: ['disability'] });
    press('Yes, I will answer');
    choose('No');
    press('Done');
    expect(await screen.findByText('It could not be saved')).toBeTruthy();
    expect(chosen().map(({ value }) => value)).toEqual(['no']);
    works = true;
    press('Done');
    expect(await screen.findByText('Thank you')).toBeTruthy();
    expect(out).toHaveLength(1);
  });

  test('left alone for a minute and a half it begins again, with nothing of what was chosen', () => {
    vi.useFakeTimers();
    hand({ asked: ['disability'] });
    press('Yes, I will answer');
    choose('Yes, limited a lot');
    act(() => vi.advanceTimersByTime(60_000));
    expect(chosen()).toHaveLength(1);
    act(() => vi.advanceTimersByTime(32_000));
    expect(screen.getByRole('heading', { name: 'A question about you' })).toBeTruthy();
    press('Yes, I will answer');
    expect(chosen()).toEqual([]);
    expect(out).toEqual([]);
  });
});
