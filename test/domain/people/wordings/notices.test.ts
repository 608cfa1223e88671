import { expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { audiences, missingForNotice, type NoticeAbout, noticeFor } from '#domain/people/wordings/notices.ts';

/** Privacy notices, made of the programme's own data. */

const about: NoticeAbout = {
  programme: 'Stepping Out',
  controllers: [
    { name: 'Refocus Project', address: '2 Chalk Row', contact: '01632 960001' },
    { name: 'Box out of It', address: 'Quarry Lane', contact: '01632 960002' },
  ],
  contact: 'Priya N, 01632 960003',
  lead: 'Ruth B',
};
const wordsOf = (text: string) => text.split(/\s+/).length;
const whole = (audience: (typeof audiences)[number][0]) =>
  noticeFor(audience, about)
    .parts.map(([, text]) => text)
    .join('\n');

test.each(codesOf(audiences))('%s: says who keeps it, and both ways to complain', (audience) => {
  const text = whole(audience);
  for (const { name } of about.controllers) expect(text).toContain(name);
  expect(text).toContain('Priya N, 01632 960003');
  expect(text).toContain('ico.org.uk');
  expect(text).not.toMatch(/undefined|\{|\}/);
});

test('each is shorter and in shorter sentences than the one for older readers', () => {
  const lengths = (['adult', 'teen', 'child'] as const).map((each) => wordsOf(whole(each)));
  expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  for (const audience of ['child', 'easy'] as const)
    for (const sentence of whole(audience).split(/[.?!:\n]/))
      expect(wordsOf(sentence.trim()), sentence).toBeLessThan(16);
});

test('what the set-up lacks is said, and nothing where all is there', () => {
  expect(missingForNotice(about)).toEqual([]);
  expect(missingForNotice({ programme: 'x', controllers: [], contact: '', lead: '' })).toEqual([
    'Who answers questions and complaints about data',
    'The safeguarding lead',
    'A partner',
  ]);
  const [first, ...others] = about.controllers;
  const bare = { ...about, controllers: [{ name: first?.name ?? '', address: '', contact: '1' }, ...others] };
  expect(missingForNotice(bare)).toEqual(['Address and contact of Refocus Project']);
});
