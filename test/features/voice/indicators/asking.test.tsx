// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import type { Saying } from '#domain/records/say.ts';
import { addDays, dayOf, toInstant } from '#domain/time.ts';
import { IndicatorForm } from '#features/voice/phone/indicators/handed.tsx';
import type { IndicatorPack } from '#features/voice/phone/indicators/pack.ts';
import { all, keep, openPhone, record, scope, session, show } from '#test/features/phone-stand.tsx';

/** Statements on a real phone: asked aloud, in a group, and by themselves. */

configure({ asyncUtilTimeout: 5000 });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const chosen = () => screen.queryAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked);

const today = dayOf(Date.now());
const statement = (id: string, words: string, more: object = {}) =>
  record('indicator', id, { statement: words, kind: 'agree', target: 70, ...more }, 'programme');
const help = statement('help', 'I know who to ask for help.', { order: 0 });
const safe = statement('safe', 'I feel safe here.', { order: 1 });
const said = (id: string, answer: number, more: object = {}) =>
  record(
    'assessment',
    id,
    {
      ...{ person: 'kayla', indicator: 'help', answer, when: 'end', in: 'oneToOne', respondent: 'youngPerson' },
      ...{ day: addDays(today, -30), at: toInstant(Date.now()), replaces: [], ...more },
    },
    `${scope}/private`,
  );
const now = async () =>
  (await all('assessment')).filter(({ standing }) => standing === 'on this phone').map(({ body }) => body);

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  setOpenPerson(null);
});

describe('one to one', () => {
  test('without a statement nothing is offered, and the page says who adds them', async () => {
    show('/people/kayla');
    await screen.findByText('Not joining in until…');
    expect(screen.queryByText('How are things?')).toBeNull();
    cleanup();
    show('/people/kayla/indicators');
    expect(await screen.findByText('No statement to ask yet')).toBeTruthy();
  });

  test('asked aloud: nothing is chosen for them, what is skipped is not said, and all is saved at the last one', async () => {
    await keep([help, safe]);
    const user = show('/people/kayla');
    await user.click(await screen.findByRole('link', { name: 'How are things?' }));
    await screen.findByText('When is it?');
    press('I ask them out loud');
    expect((await screen.findAllByText('Choose start or end.')).length).toBeGreaterThan(0);
    choose('At the start');
    press('I ask them out loud');
    expect(await screen.findByText('“I know who to ask for help.”')).toBeTruthy();
    expect(chosen()).toEqual([]);
    press('Skip');
    choose('Strongly agree');
    expect(await now()).toEqual([]);
    press('Done');
    await screen.findByText('Not joining in until…');
    expect(await now()).toMatchObject([
      {
        person: 'kayla',
        indicator: 'safe',
        answer: 5,
        when: 'start',
        in: 'oneToOne',
        respondent: 'youngPerson',
        day: today,
      },
    ]);
  });

  test('what was said before is shut at every statement, and a new answer takes its place', async () => {
    await keep([help, safe, said('old', 2), said('other', 1, { indicator: 'safe' })]);
    show('/people/kayla/indicators');
    await screen.findByText('When is it?');
    choose(/^At the end/);
    press('I ask them out loud');
    const saidBefore = () => screen.getByText('What was said before').closest('details') as HTMLDetailsElement;
    expect(saidBefore().open).toBe(false);
    expect(saidBefore().textContent).toMatch(/End, .*: Disagree/);
    saidBefore().open = true;
    choose('Agree');
    press('Next');
    expect(saidBefore().open).toBe(false);
    press('Skip');
    await screen.findByText('Not joining in until…');
    expect(await now()).toMatchObject([{ indicator: 'help', answer: 4, replaces: ['old'] }]);
  });

  test('a parent’s answer leaves the child’s where it is', async () => {
    await keep([
      statement('help', 'Help', { 'respondent/parent': true, 'respondent/youngPerson': true }),
      said('old', 2),
    ]);
    show('/people/kayla/indicators');
    await screen.findByText('Who answers?');
    choose(/^At the end/);
    choose('Parent or carer');
    press('I ask them out loud');
    choose('Agree');
    press('Done');
    await waitFor(async () => expect(await now()).toMatchObject([{ respondent: 'parent', answer: 4, replaces: [] }]));
  });
});

describe('in a group', () => {
  const on = session('s1', { day: today, actualStart: toInstant(Date.now()), status: { is: 'running', reopened: 0 } });
  const here = (id: string, person: string, state = 'here') =>
    record('mark', id, {
      session: 's1',
      person,
      state,
      level: 'full',
      day: today,
      at: toInstant(Date.now()),
      replaces: [],
    });

  test('those who are here stand by name with who has answered; the answer belongs to the session', async () => {
    const people = [
      record('person', 'amir', { knownAs: 'Amir', leaf: 2, colour: 2, status: 'active' }),
      record('person', 'zoe', { knownAs: 'Zoe', leaf: 3, colour: 2, status: 'active' }),
    ];
    await keep([on, ...people, help, safe, here('m1', 'kayla'), here('m2', 'amir'), said('old', 4)]);
    show('/s/s1/indicators');
    await screen.findByText('When is it?');
    choose('End');
    const rows = () => screen.getAllByRole('button', { name: /Amir|Kayla|Zoe/ }).map(({ textContent }) => textContent);
    expect(rows()).toEqual([expect.stringMatching(/^Amir.*not asked yet$/), expect.stringMatching(/^Kayla.*1 of 2$/)]);
    press(/Amir/);
    choose('Disagree');
    press('Next');
    choose('Agree');
    press('Done');
    await waitFor(() => expect(rows()[0]).toMatch(/^Amir.*answered$/));
    const answers = await now();
    expect(answers.map(({ indicator, answer }) => [indicator, answer]).sort()).toEqual([
      ['help', 2],
      ['safe', 4],
    ]);
    for (const each of answers) expect(each).toMatchObject({ person: 'amir', session: 's1', in: 'group', day: today });
  });

  test('where nobody is here the list says so', async () => {
    await keep([on, help]);
    show('/s/s1/indicators');
    expect(await screen.findByText('Nobody is here yet')).toBeTruthy();
  });
});

describe('handed over', () => {
  const pack: IndicatorPack = {
    asking: {
      person: { id: 'kayla', scope },
      ...{ when: 'end', in: 'oneToOne', respondent: 'youngPerson', day: today },
    },
    called: 'Kayla',
    put: [
      { id: 'help', statement: 'I know who to ask for help.', replaces: ['old'] },
      { id: 'safe', statement: 'I feel safe here.', replaces: [] },
    ],
  };
  const hand = (saves = true) => {
    const sayings: Saying[] = [];
    let finished = false;
    render(
      <IndicatorForm
        pack={pack}
        progress={null}
        keep={async () => {
          throw new Error('nothing of it may be kept');
        }}
        say={async (all) => {
          if (saves) sayings.push(...all);
          return saves;
        }}
        hold={async () => false}
        finish={() => {
          finished = true;
        }}
      />,
    );
    return { sayings, isFinished: () => finished };
  };

  test('they answer, thank you shows nothing of it, and the phone goes back', async () => {
    const { sayings, isFinished } = hand();
    expect(screen.getByText(/The team can read them/)).toBeTruthy();
    press('Begin');
    choose('Agree');
    press('Next');
    press('Back');
    expect(chosen().map(({ value }) => value)).toEqual(['4']);
    press('Next');
    press('Skip');
    await screen.findByText('Thank you');
    expect(sayings.map(({ scope: where, body }) => [where, body])).toMatchObject([
      [`${scope}/private`, { indicator: 'help', answer: 4, replaces: ['old'], in: 'oneToOne' }],
    ]);
    expect(document.body.textContent).not.toMatch(/Kayla|Agree|help/);
    press('Give the phone back');
    expect(isFinished()).toBe(true);
  });

  test('left alone for 90 seconds it begins again, and nothing was said', async () => {
    vi.useFakeTimers();
    const { sayings } = hand();
    press('Begin');
    choose('Strongly disagree');
    act(() => void vi.advanceTimersByTime(89_000));
    expect(screen.getByText('“I know who to ask for help.”')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.getByRole('button', { name: 'Begin' })).toBeTruthy();
    press('Begin');
    expect(chosen()).toEqual([]);
    expect(sayings).toEqual([]);
  });

  test('where the disk fails it says so, and what was answered still stands', async () => {
    hand(false);
    press('Begin');
    press('Skip');
    choose('Agree');
    press('Done');
    expect(await screen.findByText('It could not be saved')).toBeTruthy();
    expect(chosen().map(({ value }) => value)).toEqual(['4']);
  });
});
