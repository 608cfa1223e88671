import { wordsOf } from '#domain/codes.ts';
import { type LawfulBasis, purposes } from '#domain/people-codes.ts';
import type { ConsentFile, EvidenceFact } from './file.ts';
import type { DecisionStanding } from './standing.ts';

/**
 * One consent for other systems: as ISO/IEC TS 27560 has it, in JSON-LD with the W3C Data Privacy Vocabulary, and as FHIR R5 Consent
 * with its Provenance. What those have no place for (strokes, the chain) stays in the consent file.
 */

type Read = { readonly consent: EvidenceFact; readonly signing: EvidenceFact | undefined };

function factsIn({ facts, consent }: ConsentFile): Read {
  const found = facts.find(({ type, id }) => type === 'consent' && id === consent);
  if (!found) throw new Error('a file without its decision');
  return { consent: found, signing: facts.find(({ type }) => type === 'signing') };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** When it was decided, by a clock put right as far as that was known. */
const decidedAt = ({ consent }: Read): string => {
  const { decidedAt: said, offsetMs } = consent.body;
  return new Date(Date.parse(text(said)) + (typeof offsetMs === 'number' ? offsetMs : 0)).toISOString();
};

const bases: Readonly<Record<LawfulBasis, string>> = {
  consent: 'dpv:Consent',
  'legitimate interests': 'dpv:LegitimateInterest',
  'recognised legitimate interest': 'dpv:LegitimateInterest',
  'vital interests': 'dpv:VitalInterest',
  'public task': 'dpv:PublicInterest',
  'legal obligation': 'dpv:LegalObligation',
};

const dpvStates: Readonly<Record<DecisionStanding['state'], string>> = {
  given: 'dpv:ConsentGiven',
  limits: 'dpv:ConsentGiven',
  pending: 'dpv:ConsentRequested',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  ranOut: 'dpv:ConsentExpired',
  twoAnswers: 'dpv:ConsentUnknown',
  replaced: 'dpv:ConsentUnknown',
  inError: 'dpv:ConsentInvalidated',
  noEffect: 'dpv:ConsentUnknown',
};
const eventTypes: Readonly<Record<string, string>> = {
  given: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
};

const personUrn = (id: unknown): string => `urn:bandstand:person:${text(id)}`;

/** The record of ISO/IEC TS 27560, clause by clause: header, processing, party identification, events. */
export function dpvOf(file: ConsentFile, standing: DecisionStanding): object {
  const read = factsIn(file);
  const { consent, signing } = read;
  const { body } = consent;
  const document = file.wording?.document;
  const isOwn = body.own !== undefined || body.giver === body.person;
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `urn:bandstand:consent:${consent.id}`,
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': 'ISO/IEC TS 27560:2023',
    'dct:hasVersion': `bandstand ${file.v}`,
    'dct:identifier': consent.id,
    'dpv:hasDataSubject': { '@id': personUrn(body.person), '@type': 'dpv:DataSubject' },
    ...(file.wording && {
      'dpv:hasNotice': {
        '@id': `urn:sha256:${file.wording.sha256}`,
        '@type': 'dpv:ConsentNotice',
        'dct:language': text(signing?.body.language) || document?.language,
        'dct:hasVersion': String(document?.version ?? ''),
      },
    }),
    'dpv:hasProcess': processOf(file, text(body.purpose)),
    'dpv:hasConsentStatus': { '@id': dpvStates[standing.state] },
    'dpv:isIndicatedAtTime': { '@type': 'xsd:dateTime', '@value': decidedAt(read) },
    'dpv:isIndicatedBy': {
      '@id': isOwn ? personUrn(body.person) : `urn:bandstand:guardian:${text(body.giver)}`,
      '@type': isOwn ? 'dpv:DataSubject' : 'dpv:GuardianOfDataSubject',
      'dct:title': text(signing?.body.giverName),
    },
    'dpv:hasDuration': standing.until
      ? { '@type': 'xsd:date', '@value': standing.until }
      : { '@id': 'dpv:IndeterminateDuration' },
    'dct:hasPart': [
      {
        '@type': eventTypes[text(body.decision)],
        'dct:date': { '@type': 'xsd:dateTime', '@value': decidedAt(read) },
        'dct:type': text(signing?.body.way) || text(body.toldBy),
        'dct:identifier': consent.hash,
      },
    ],
  };
}

function processOf({ wording }: ConsentFile, purpose: string): object {
  const document = wording?.document;
  const asked = document?.purposes.find((each) => each.purpose === purpose);
  const named = (type: string) => (title: string) => ({ '@type': type, 'dct:title': title });
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': {
      '@id': `urn:bandstand:purpose:${purpose}`,
      '@type': 'dpv:Purpose',
      'dct:title': asked?.title ?? wordsOf(purposes, purpose),
      ...(asked && { 'dct:description': asked.question }),
    },
    ...(document &&
      asked && {
        'dpv:hasLegalBasis': { '@id': bases[asked.basis], 'dct:title': asked.basis },
        'dpv:hasPersonalData': asked.data.map(named('dpv:PersonalData')),
        'dpv:hasDataController': document.controllers.map(({ name, address, contact }) => ({
          ...named('dpv:DataController')(name),
          'dpv:hasAddress': address,
          'dpv:hasContact': contact,
        })),
        'dpv:hasRecipient': asked.recipients.map(named('dpv:Recipient')),
        'dpv:hasStorageCondition': {
          '@type': 'dpv:StorageCondition',
          'dpv:hasLocation': document.stored,
          'dpv:hasDuration': document.kept,
        },
        'dpv:hasJurisdiction': document.jurisdiction,
        'dpv:hasConsentControl': { '@id': 'dpv:WithdrawConsent', 'dct:description': document.withdraw },
        'dpv:hasRight': { '@type': 'dpv:DataSubjectRight', 'dct:description': document.complain },
      }),
  };
}

const named = (system: string, value: string, display?: string) => ({
  identifier: { system: `urn:bandstand:${system}`, value },
  ...(display && { display }),
});
/** What FHIR has a code for is a question of its own; ours are said in words. */
const concept = (said: string) => ({ text: said });

/** A list that is empty is not written: FHIR has none. */
const some = (name: string, list: readonly object[]): object => (list.length > 0 ? { [name]: list } : {});

const fhirStatus = ({ state }: DecisionStanding): string =>
  state === 'inError'
    ? 'entered-in-error'
    : ['withdrawn', 'ranOut', 'replaced'].includes(state)
      ? 'inactive'
      : 'active';

/** A FHIR R5 Bundle of a Consent and its Provenance. */
export function fhirOf(file: ConsentFile, standing: DecisionStanding): object {
  const read = factsIn(file);
  const { consent } = read;
  const entry = (id: string, resource: object) => ({ fullUrl: `urn:bandstand:${id}`, resource });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: file.made.at,
    entry: [
      entry(`consent:${consent.id}`, fhirConsent(file, read, standing)),
      entry(`provenance:${consent.id}`, fhirProvenance(file, read)),
    ],
  };
}

function fhirConsent(file: ConsentFile, read: Read, standing: DecisionStanding): object {
  const { consent, signing } = read;
  const { body } = consent;
  const document = file.wording?.document;
  const asked = document?.purposes.find(({ purpose }) => purpose === body.purpose);
  const isOwn = body.own !== undefined || body.giver === body.person;
  const subject = named('person', text(body.person), file.words.child);
  const giver = isOwn ? subject : named('guardian', text(body.giver) || 'not-known', text(signing?.body.giverName));
  const witness = text(signing?.body.witnessName) || text(signing?.body.witness);
  return {
    resourceType: 'Consent',
    identifier: [{ system: 'urn:bandstand:consent', value: consent.id }],
    status: fhirStatus(standing),
    category: [concept(wordsOf(purposes, text(body.purpose)))],
    subject,
    date: text(body.day),
    period: { start: text(body.day), ...(standing.until && { end: standing.until }) },
    grantor: [giver],
    ...(document && {
      language: document.language,
      controller: document.controllers.map(({ name }) => ({ display: name })),
      ...some(
        'grantee',
        (asked?.recipients ?? []).map((name) => ({ display: name })),
      ),
      manager: [{ display: document.programme }],
      policyText: [
        { identifier: { system: 'urn:sha256', value: file.wording?.sha256 }, display: `Version ${document.version}` },
      ],
      ...some('regulatoryBasis', asked ? [concept(asked.basis)] : []),
    }),
    ...(signing && {
      verification: [
        {
          verified: true,
          verificationType: concept(text(signing.body.way)),
          ...(witness && { verifiedBy: named('witness', witness) }),
          verifiedWith: giver,
          verificationDate: [decidedAt(read)],
        },
      ],
    }),
    decision: body.decision === 'given' ? 'permit' : 'deny',
    ...(asked && {
      provision: [
        {
          purpose: [{ system: 'urn:bandstand:purpose', code: asked.purpose, display: asked.title }],
          ...some('code', asked.data.map(concept)),
        },
      ],
    }),
  };
}

function fhirProvenance({ made, shown }: ConsentFile, read: Read): object {
  const { consent, signing } = read;
  const link = shown?.links.find(({ hash }) => hash === consent.hash);
  const interpreter = signing?.body.interpreter;
  const spoke =
    typeof interpreter === 'object' && interpreter !== null && 'name' in interpreter ? interpreter.name : null;
  return {
    resourceType: 'Provenance',
    target: [{ reference: `urn:bandstand:consent:${consent.id}` }],
    occurredDateTime: decidedAt(read),
    recorded: consent.received ?? made.at,
    activity: concept(text(consent.body.decision)),
    agent: [
      { type: concept('author'), who: named('member', consent.by) },
      ...(spoke ? [{ type: concept('interpreter'), who: { display: text(spoke) } }] : []),
    ],
    entity: [
      { role: 'source', what: { identifier: { system: 'urn:sha256', value: consent.hash } } },
      ...(signing ? [{ role: 'source', what: { identifier: { system: 'urn:sha256', value: signing.hash } } }] : []),
      ...(link
        ? [
            {
              role: 'source',
              what: { identifier: { system: 'urn:bandstand:chain', value: `${link.chain}:${link.n}:${link.head}` } },
            },
          ]
        : []),
    ],
  };
}
