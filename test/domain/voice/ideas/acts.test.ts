import { expect, test } from 'vitest';
import { problemIn, problemInId } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import * as acts from '#domain/voice/ideas/acts.ts';
import { debrief, idea, session, theIdea, told } from './rows.ts';

/** What is said of ideas passes the shapes, of one that has a record and of one that a debrief raised alike. */

const recorded = theIdea(
  idea('idea-one', { answer: { decision: 'no', reason: 'x' } }),
  session('s1', '2026-10-01'),
  told('t', 's1', 'idea-one'),
);
const raised = theIdea(debrief('session-one', 'Lights'), session('session-one', '2026-09-03'));
const answer = { decision: 'no', reason: ' They cost too much. ', title: ' Floodlights ', day: '2026-10-01' } as const;
const [telling] = recorded.told;
const newId = () => crypto.randomUUID();

const said: Record<string, readonly Saying[]> = {
  'write one down': [
    acts.addIdea('idea-two', {
      partner: 'refocus',
      title: '',
      said: ' Lights ',
      day: '2026-10-01',
      site: '',
      source: { from: 'said', id: 'idea-two', n: 6 },
    }),
  ],
  'take a wish': [
    acts.ideaFromWish(
      {
        id: 'wish-one',
        partner: 'refocus',
        kind: 'equipment',
        name: 'Lights',
        isListed: false,
        n: 6,
        site: '',
        day: '2026-10-01',
      },
      'idea-three',
    ),
  ],
  'take a note': [
    acts.ideaFromNote(
      { id: 'note-one', partner: 'refocus', said: 'Lights', session: 's1', site: 'northfleet', day: '2026-10-01' },
      'idea-four',
    ),
  ],
  think: [acts.think(recorded, 'Dele A')],
  'let nobody look into it': [acts.think(recorded, ' ')],
  'think about what was raised': [acts.think(raised, '')],
  answer: [acts.answerIdea(recorded, answer)],
  'answer what was raised': [acts.answerIdea(raised, answer)],
  'take the answer back': [acts.unanswer(recorded)],
  finish: [acts.finishIdea(recorded, { action: '', doneOn: '2026-10-01' })],
  'not finish': [acts.unfinishIdea(recorded)],
  join: acts.joinIdea(raised, recorded),
  'join to what was raised': acts.joinIdea(recorded, raised),
  part: [acts.partIdea(recorded, 'refocus')],
  tell: [acts.tell(recorded, { session: 's1', day: '2026-10-01', how: 'spoken' }, 'told-one', 0)],
  'not have told': telling ? acts.untell('refocus', telling, newId, 0) : [],
};

test.each(Object.entries(said))('to %s is said as the rules ask', (_, writes) => {
  expect(writes.length).toBeGreaterThan(0);
  for (const { type, op, id, scope, body } of writes) {
    expect(problemIn(type, op, scope, body)).toBeNull();
    expect(problemInId(type, op, id, body)).toBeNull();
    expect(Object.values(body)).not.toContain('');
  }
});

test('putting an answer better does not make them wait again', () => {
  const first = acts.answerIdea(recorded, answer);
  const again = acts.answerIdea(
    { ...recorded, answeredOn: '2026-10-01', stage: 'done' },
    { ...answer, day: '2026-11-01' },
  );
  expect(first.body).toMatchObject({ answeredOn: '2026-10-01', status: 'answered' });
  expect(Object.keys(again.body).sort()).toEqual(['answer', 'title']);
});
