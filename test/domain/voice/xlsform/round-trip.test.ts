import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { canonical } from '#domain/records/canonical.ts';
import { type Condition, formDocument } from '#domain/records/shapes/form-document.ts';
import { conditionIn } from '#domain/voice/xlsform/expressions/read.ts';
import { conditionText } from '#domain/voice/xlsform/expressions/write.ts';
import { readXlsform } from '#domain/voice/xlsform/read.ts';
import { toXlsform } from '#domain/voice/xlsform/write.ts';
import { anyForm } from './a-form.ts';

/** A form that is saved as XLSForm and read in again is the form it was. */

test('a form that is saved and read in again is the same', () => {
  fc.assert(
    fc.property(anyForm, (document) => {
      const checked = v.safeParse(formDocument, document);
      expect(checked.issues?.[0]?.message).toBeUndefined();
      const read = readXlsform(toXlsform(document), 'file');
      expect(read.findings.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
      const { schema, form: id, version, follows, ...asked } = document;
      expect(canonical(read.made?.form)).toBe(canonical(asked));
    }),
    { numRuns: 300, seed: 20261126, endOnFailure: true },
  );
});

test('a condition that is written can be read, with brackets where they are needed', () => {
  const a = { name: 'a', options: null, one: false };
  const tree: Condition = {
    any: [
      {
        all: [
          { compare: [{ of: 'a' }, '>=', { minus: [{ is: 1e21 }, { plus: [{ of: 'a' }, { is: -0.0000025 }] }] }] },
          { not: { compare: [{ of: 'a' }, '=', { is: "it's" }] } },
        ],
      },
      { compare: [{ of: 'b' }, '!=', { is: '' }] },
    ],
  };
  const text = conditionText(tree, 'b');
  expect(text).toBe(`(\${a} >= 1000000000000000000000 - (\${a} + -0.0000025) and not(\${a} = "it's")) or . != ''`);
  const ask = (of: string) => (of === '.' ? { ...a, name: 'b' } : a);
  expect(conditionIn(text, ask)).toEqual({ condition: tree });
});
