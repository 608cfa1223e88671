import { expect, test } from 'vitest';
import { findingsIn } from '#domain/reports/disclosure/findings.ts';

/** What may tell who somebody is, in words that are to leave. */

const known = { names: ['Kayla Brennan', 'Zoë O’Neill', 'Will May', 'Łukasz Nowak'], schools: ['St Mary’s'] };
const said = (text: string) => findingsIn(text, known).map(({ kind, text: words }) => `${kind}: ${words}`);

test.each([
  ['Kayla’s brother came too', ['name: Kayla']],
  ['kayla brennan was here', ['name: kayla brennan']],
  ["We met Zoe O'Neill and ZOË", ["name: Zoe O'Neill", 'name: ZOË']],
  ['Łukasz did it', ['name: Łukasz']],
  ['Will asked whether May came', ['name: Will', 'name: May']],
  ['Ring 07700 900123 or (01474) 900 456', ['phone: 07700 900123', 'phone: (01474) 900 456']],
  ['+44 7700 900123', ['phone: +44 7700 900123']],
  ['lives at DA11 0AB, near sw1a1aa', ['postcode: DA11 0AB', 'postcode: sw1a1aa']],
  ['on 3/5/2012 and 2012-05-03', ['date of birth: 3/5/2012', 'date of birth: 2012-05-03']],
  ['3rd of May 2012', ['date of birth: 3rd of May 2012', 'name: May']],
  ['May 3, 2012 it was', ['name: May', 'date of birth: May 3, 2012']],
  ['her birthday is in spring.', ['date of birth: birthday is in spring']],
  ['write to k.b@mail.example.org now', ['email: k.b@mail.example.org']],
  ['He goes to Windmill Hill Academy', ['school: Windmill Hill Academy']],
  ["after st mary's let out", ["school: st mary's"]],
  ['She is the only girl in boxing', ['only one: the only girl in boxing']],
  ['our youngest player, and the only Polish lad', ['only one: our youngest player', 'only one: the only Polish lad']],
])('in “%s” it is found', (text, expected) => {
  expect(said(text).sort()).toEqual([...expected].sort());
});

test.each([
  'The weather was fine and everybody joined in.',
  'We will ask in may, as they said they may come.',
  'In 2026 we gave out 180 boxes to 98 young people.',
  'The only thing they missed was the goal.',
  'Attendance rose from 25-30 to 40.',
  'Unwilling players sat out; the brennans’ dog ran on.',
])('in “%s” nothing is', (text) => {
  expect(said(text)).toEqual([]);
});

test('each is found at its place, also behind letters that take two places', () => {
  const text = '😀 Kayla';
  const [found] = findingsIn(text, known);
  expect(text.slice(found?.start, found?.end)).toBe('Kayla');
});
