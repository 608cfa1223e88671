import { uuidv7 } from 'uuidv7';
import { pictogramOf } from '#domain/people/wordings/pictograms.ts';
import { shippedTexts } from '#domain/people/wordings/shipped/shipped.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Programme } from './programme.ts';

/** Three wordings to sign: English, a specimen in Romanian, and the Urdu that is shipped, as if somebody had read it. */

const asked: readonly (readonly [Purpose, string, string])[] = [
  ['takePart', 'Joining in', 'Participare'],
  ['contactSport', 'Contact sport', 'Sport de contact'],
  ['photoInternal', 'Photos', 'Fotografii'],
];

function wording(language: 'en' | 'ro', translates: string | null): WordingDocument {
  const isRo = language === 'ro';
  return {
    ...{ schema: 1, programme: 'Stepping Out', language, style: 'plain', version: 1, translates },
    purposes: asked.map(([purpose, en, ro]) => ({
      ...{ purpose, pictogram: pictogramOf(purpose), title: isRo ? ro : en },
      question: isRo ? `Este de acord {name} cu: ${ro}?` : `May {name} do this: ${en}?`,
      why: isRo ? 'Ca să știm ce vrea familia.' : 'So that we know what the family wants.',
      what: isRo ? 'Notăm răspunsul.' : 'We write the answer down.',
      ...{ yes: isRo ? 'Da' : 'Yes', no: isRo ? 'Nu' : 'No' },
      ifNo: isRo ? '{name} poate veni oricum.' : '{name} can come all the same.',
      ...{ data: [isRo ? 'Prenume' : 'First name'], recipients: [], basis: 'consent' },
      ...{ gillick: purpose !== 'contactSport', blocks: purpose === 'contactSport' },
    })),
    controllers: [{ name: 'Refocus Project', address: '1 Hill Road, Northfleet', contact: '01632 960001' }],
    stored: 'On locked phones, and on our server in the UK.',
    ...{ kept: 'As long as the answer holds.', jurisdiction: 'England and Wales', months: 12 },
    ...{ withdraw: 'Tell any of us, on any day.', complain: 'Tell us first, or the ICO.' },
    ...{ translator: isRo ? 'Ana P' : null, reviewer: 'Priya N' },
  };
}

/** Approves both as the coordinator would. */
export async function approveWordings({ push }: Pick<Programme, 'push'>): Promise<void> {
  const at = new Date(Date.now() - 60_000).toISOString();
  const fact = (type: string, body: Record<string, unknown>) =>
    ({ op: 'fact', type, id: uuidv7(), scope: 'programme', body: { ...body, at } }) as const;
  const english = wording('en', null);
  const romanian = wording('ro', hashOf(english));
  const approved = (document: WordingDocument, kind: string) => [
    fact('wordingVersion', { document, sha256: hashOf(document) }),
    fact('approval', {
      ...{ sha256: hashOf(document), kind, reason: 'The first one', who: 'Priya N' },
      ...(kind === 'says more' && { purposes: asked.map(([purpose]) => purpose) }),
    }),
  ];
  await push(approved(english, 'says more'));
  await push(approved(romanian, 'translates'));
  await push(approved(await urdu(english), 'translates'));
}

async function urdu(english: WordingDocument): Promise<WordingDocument> {
  const texts = await shippedTexts('ur', 'plain');
  if (!texts) throw new Error('no Urdu is shipped');
  return {
    ...english,
    ...{ language: 'ur', translates: hashOf(english), translator: 'Bilal A', ...texts.whole },
    purposes: english.purposes.map((each) => ({ ...each, ...texts.questions[each.purpose] })),
  };
}
