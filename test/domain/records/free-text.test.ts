import { expect, test } from 'vitest';
import { isFreeText } from '#domain/records/free-text.ts';
import { recordTypes, shapes } from '#domain/records/records.ts';

test('what somebody wrote in their own words is told from ids, days, times and codes, in every type', () => {
  const found = recordTypes.flatMap((type) =>
    Object.keys(shapes[type].fields).filter((field) => isFreeText(type, field)),
  );
  for (const field of [
    'phone',
    'hours',
    'helpsWith',
    'knownAs',
    'initial',
    'name',
    'text',
    'said',
    'supplier',
    'label',
  ])
    expect(found).toContain(field);
  for (const field of ['site', 'session', 'day', 'at', 'actualStart', 'timeZone', 'status', 'reasons', 'code', 'n'])
    expect(found).not.toContain(field);
  expect(isFreeText('nothing', 'name')).toBe(false);
});
