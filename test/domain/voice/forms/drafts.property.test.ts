import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { type FormQuestion, formDocument } from '#domain/records/shapes/form-document.ts';
import { documentOf, draftOf, type FormDraft, placesIn, questionSet } from '#domain/voice/forms/draft.ts';
import { againstVersion } from '#domain/voice/forms/missing.ts';
import { answerAges, faceScales, questionTypes } from '#domain/voice-codes.ts';

/** Whatever a draft holds: where nothing is said to stand against it, its document passes; and it is the same once it went through a draft again. */

const next = { form: '019a0000-0000-7000-8000-000000000001', version: 1, follows: null };
const name = fc.constantFrom('a', 'b', 'c', 'd');

const question: fc.Arbitrary<FormQuestion & { at: number }> = fc.record(
  {
    name,
    at: fc.integer({ min: 0, max: 9 }),
    type: fc.constantFrom(...codesOf(questionTypes)),
    scale: fc.constantFrom(...codesOf(faceScales)),
    options: fc.uniqueArray(fc.record({ name }), { maxLength: 4, selector: (each) => each.name }),
    showIf: fc.option(
      fc.tuple(name, name).map((has) => ({ has })),
      { nil: undefined, freq: 1 },
    ),
    required: fc.boolean(),
  },
  { requiredKeys: ['name', 'at', 'type'] },
);

/** A draft as two careless writers may leave it: settings of another type, texts that are missing, conditions on what is gone. */
const draft = fc
  .record({
    questions: fc.uniqueArray(question, { maxLength: 4, selector: (each) => each.name }),
    ages: fc.subarray(codesOf(answerAges)),
    who: fc.constantFrom('youngPerson', 'parent', 'volunteer', 'resident', undefined),
    missing: fc.option(fc.nat({ max: 12 }), { freq: 1 }),
  })
  .map(({ questions, ages, who, missing }): FormDraft => {
    const places = placesIn(questions).needed.filter((_, at) => at !== missing);
    return Object.assign(
      { name: 'A form' },
      ...questions.map(questionSet),
      ...ages.map((age) => ({ [`age/${age}`]: true })),
      ...places.map((place) => ({ [`text/en:${place}`]: `Words of ${place}` })),
      who && { [`respondent/${who}`]: true },
    );
  });

it('what nothing stands against makes a document, and goes through a draft unchanged', () => {
  let made = 0;
  fc.assert(
    fc.property(draft, (written) => {
      if (againstVersion(written, { next, before: undefined }).length > 0) return;
      made += 1;
      const document = documentOf(written, next);
      expect(v.safeParse(formDocument, document).issues).toBeUndefined();
      const again = draftOf({ sha256: '', name: 'A form', document });
      expect(documentOf(again, next)).toEqual(document);
    }),
    { numRuns: 3000, seed: 20261126 },
  );
  // Some have to come this far, or nothing was tried.
  expect(made).toBeGreaterThan(500);
});
