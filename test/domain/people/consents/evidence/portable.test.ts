import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { evidenceOf } from '#domain/people/consents/evidence/make.ts';
import { dpvOf, fhirOf } from '#domain/people/consents/evidence/portable.ts';
import { type DecisionStanding, decisionStates } from '#domain/people/consents/evidence/standing.ts';
import { Signer, someAround, someRows } from './builders.ts';

/** One consent as other systems read it: what those formats require is there, in the form they require. */

const file = new Signer().sign(evidenceOf(someRows(), someAround()));
const given: DecisionStanding = { state: 'given', until: '2027-11-22', inForce: 'given' };
const text = v.pipe(v.string(), v.minLength(1));
const ref = v.looseObject({ '@id': text });
const titled = (type: string) => v.array(v.looseObject({ '@type': v.literal(type), 'dct:title': text }));
const moment = v.strictObject({ '@type': v.literal('xsd:dateTime'), '@value': v.pipe(v.string(), v.isoTimestamp()) });

/** What ISO/IEC TS 27560 makes mandatory of a record: header, processing, parties, event. */
const record = v.looseObject({
  '@context': v.strictObject({ dpv: v.literal('https://w3id.org/dpv#'), dct: text, xsd: text }),
  '@id': text,
  '@type': v.literal('dpv:ConsentRecord'),
  'dct:conformsTo': v.literal('ISO/IEC TS 27560:2023'),
  'dct:hasVersion': text,
  'dct:identifier': text,
  'dpv:hasDataSubject': v.looseObject({ '@id': text, '@type': v.literal('dpv:DataSubject') }),
  'dpv:hasNotice': v.looseObject({
    '@id': v.pipe(v.string(), v.regex(/^urn:sha256:[0-9a-f]{64}$/)),
    'dct:language': text,
  }),
  'dpv:hasProcess': v.looseObject({
    'dpv:hasPurpose': v.looseObject({ '@id': text, 'dct:title': text, 'dct:description': text }),
    'dpv:hasLegalBasis': ref,
    'dpv:hasPersonalData': v.pipe(titled('dpv:PersonalData'), v.minLength(1)),
    'dpv:hasDataController': v.pipe(titled('dpv:DataController'), v.minLength(1)),
    'dpv:hasRecipient': titled('dpv:Recipient'),
    'dpv:hasStorageCondition': v.looseObject({ 'dpv:hasLocation': text, 'dpv:hasDuration': text }),
    'dpv:hasJurisdiction': text,
    'dpv:hasConsentControl': v.looseObject({ 'dct:description': text }),
  }),
  'dpv:hasConsentStatus': ref,
  'dpv:isIndicatedAtTime': moment,
  'dpv:isIndicatedBy': v.looseObject({ '@id': text, '@type': text }),
  'dpv:hasDuration': v.looseObject({ '@value': v.pipe(v.string(), v.isoDate()) }),
  'dct:hasPart': v.pipe(
    v.array(v.looseObject({ '@type': text, 'dct:date': moment, 'dct:type': text })),
    v.minLength(1),
  ),
});

test('as a record of ISO/IEC TS 27560 nothing mandatory is missing', () => {
  expect(v.safeParse(record, dpvOf(file, given)).issues).toBeUndefined();
});

test.each(decisionStates)('%s has a state of the vocabulary and of FHIR', (state) => {
  const standing = { ...given, state };
  expect(dpvOf(file, standing)).toMatchObject({
    'dpv:hasConsentStatus': { '@id': expect.stringMatching(/^dpv:Consent[A-Z]/) },
  });
  expect(consentOf(fhirOf(file, standing)).status).toMatch(/^(active|inactive|entered-in-error)$/);
});

const identifier = v.strictObject({ system: text, value: text });
const reference = v.pipe(
  v.strictObject({ identifier: v.optional(identifier), reference: v.optional(text), display: v.optional(text) }),
  v.check((each) => Object.keys(each).length > 0, 'refers to nothing'),
);
const some = <Each extends v.GenericSchema>(each: Each) => v.pipe(v.array(each), v.minLength(1));
const concept = v.strictObject({ text });

/** The elements of a Consent and a Provenance of R5 that we write, with their cardinality; no other, and no empty list. */
const consent = v.strictObject({
  resourceType: v.literal('Consent'),
  identifier: some(identifier),
  status: v.picklist(['draft', 'active', 'inactive', 'not-done', 'entered-in-error', 'unknown']),
  category: some(concept),
  subject: reference,
  date: v.pipe(v.string(), v.isoDate()),
  period: v.strictObject({ start: v.pipe(v.string(), v.isoDate()), end: v.optional(v.pipe(v.string(), v.isoDate())) }),
  grantor: some(reference),
  language: v.optional(text),
  grantee: v.optional(some(reference)),
  manager: v.optional(some(reference)),
  controller: v.optional(some(reference)),
  policyText: v.optional(some(reference)),
  regulatoryBasis: v.optional(some(concept)),
  verification: v.optional(
    some(
      v.strictObject({
        verified: v.boolean(),
        verificationType: v.optional(concept),
        verifiedBy: v.optional(reference),
        verifiedWith: v.optional(reference),
        verificationDate: v.optional(some(v.pipe(v.string(), v.isoTimestamp()))),
      }),
    ),
  ),
  decision: v.picklist(['deny', 'permit']),
  provision: v.optional(
    some(
      v.strictObject({
        purpose: some(v.strictObject({ system: text, code: text, display: text })),
        code: v.optional(some(concept)),
      }),
    ),
  ),
});
const provenance = v.strictObject({
  resourceType: v.literal('Provenance'),
  target: some(reference),
  occurredDateTime: v.pipe(v.string(), v.isoTimestamp()),
  recorded: v.pipe(v.string(), v.isoTimestamp()),
  activity: concept,
  agent: some(v.strictObject({ type: concept, who: reference })),
  entity: some(
    v.strictObject({
      role: v.picklist(['revision', 'quotation', 'source', 'instantiates', 'removal']),
      what: reference,
    }),
  ),
});
const bundle = v.strictObject({
  resourceType: v.literal('Bundle'),
  type: v.literal('collection'),
  timestamp: v.pipe(v.string(), v.isoTimestamp()),
  entry: v.strictTuple([
    v.strictObject({ fullUrl: text, resource: consent }),
    v.strictObject({ fullUrl: text, resource: provenance }),
  ]),
});
const consentOf = (made: object) => v.parse(bundle, made).entry[0].resource;

describe('as FHIR R5', () => {
  test.each([
    ['given', {}],
    ['refused', { decision: 'refused' }],
    ['told without a wording', { decision: 'withdrawn', signing: undefined, wording: undefined, giver: undefined }],
  ])('a Bundle of Consent and Provenance: %s', (_, over) => {
    const rows = someRows(over);
    const isSigned = rows.consent.body.signing !== undefined;
    const around = someAround(undefined, isSigned ? {} : { wording: null });
    const made = evidenceOf(isSigned ? rows : { ...rows, signing: undefined }, around);
    expect(v.safeParse(bundle, fhirOf(made, given)).issues).toBeUndefined();
  });

  test('what permits says permit until its last day; the Provenance names the place in the chain', () => {
    const made = v.parse(bundle, fhirOf(file, given));
    expect(made.entry[0].resource).toMatchObject({
      decision: 'permit',
      status: 'active',
      period: { end: '2027-11-22' },
    });
    const ids = made.entry[1].resource.entity.map(({ what }) => what.identifier?.value);
    expect(ids).toContain(file.facts[0]?.hash);
    expect(ids.at(-1)).toMatch(/^chain-one:1:[0-9a-f]{64}$/);
    expect(consentOf(fhirOf(evidenceOf(someRows({ decision: 'refused' }), someAround()), given)).decision).toBe('deny');
  });
});
