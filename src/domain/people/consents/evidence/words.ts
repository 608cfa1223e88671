import { wordsOf } from '#domain/codes.ts';
import { isByLink } from '#domain/people/consents/link.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import {
  askedWays,
  decisions,
  heardFrom,
  interpreterKinds,
  languagesInEnglish,
  purposes,
  relationships,
  responsibilities,
  signingWays,
} from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { dayIn, dayOf, timeOf } from '#domain/time.ts';
import type { EvidenceLine, EvidenceWords } from './file.ts';
import type { ConsentRows, EvidenceAround } from './make.ts';

/** A consent in words. They are made once, when a file is: a browser of another year would write a time otherwise. */

type Maybe = readonly [label: string, value: string | null | undefined | false];

const said = (lines: readonly Maybe[]): EvidenceLine[] =>
  lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** @param around.teamName how somebody of the team is called */
export function wordsFor(rows: ConsentRows, around: EvidenceAround): EvidenceWords {
  const { consent, signing, errors } = rows;
  const { body } = consent;
  const purpose = around.wording?.document.purposes.find((each) => each.purpose === body.purpose);
  const called = around.child.called;
  const own = body.own !== undefined || body.giver === body.person;
  const answered = body.decision === 'given' ? purpose?.yes : body.decision === 'refused' ? purpose?.no : undefined;
  return {
    title: `${wordsOf(purposes, body.purpose)}: consent for ${called}`,
    child: called,
    answer: `${wordsOf(decisions, body.decision)}: ${wordsOf(purposes, body.purpose)}`,
    inError:
      errors.length > 0
        ? `Entered in error on ${dayWords(errors[0]?.body.at ?? '')}: it was never given, and is no withdrawal.`
        : null,
    decided: said([
      [
        'For',
        around.child.fullName && around.child.fullName !== called ? `${around.child.fullName} (${called})` : called,
      ],
      [
        'Who decided',
        own ? 'The young person themselves' : (signing?.body.giverName ?? 'Not known to whoever was told'),
      ],
      ['Question', purpose && withName(purpose.question, called)],
      ['Answer', answered],
      ['Only so far', body.limits],
      ['The young person said', body.childSays],
      [
        'Rests on',
        body.own &&
          ('sixteen' in body.own
            ? `Being 16 or over, born ${body.own.bornOn}`
            : 'A note of two workers that they understand'),
      ],
      ['Parents may be told', body.tellParents === undefined ? null : body.tellParents ? 'Yes' : 'No'],
      ['How it was told', body.toldBy && (body.toldBy === 'team' ? 'By the team' : wordsOf(askedWays, body.toldBy))],
      ['Who else heard it', body.second && around.teamName(body.second)],
      ['Saved by', isByLink(consent.by) ? 'The server, from the page of a link' : around.teamName(consent.by)],
    ]),
    signed: signing ? signedWords(signing.body, around) : [],
    times: timesOf(rows),
  };
}

/** Nobody of the team saw who answered at home; who sent them there, and to which number, is said. */
const linkWords = ({ link, zone }: BodyOf<'signing'>, teamName: EvidenceAround['teamName']): readonly Maybe[] =>
  link
    ? [
        [
          'Said of it at home',
          link.responsibility &&
            `${wordsOf(responsibilities, link.responsibility)}: the record was in doubt, and counts`,
        ],
        ['The link was made by', `${teamName(link.madeBy)}, ${momentWords(link.madeAt, zone)}`],
        ['For the number that ends', link.sentTo ?? 'None: for somebody who was not on record'],
        ['Who answered', 'Nobody of the team saw it'],
      ]
    : [];

function signedWords(signing: BodyOf<'signing'>, { teamName }: EvidenceAround): EvidenceLine[] {
  const { interpreter, relationship } = signing;
  return said([
    ['Way', wordsOf(signingWays, signing.way)],
    ['Name', signing.giverName],
    ['Typed as a signature', signing.typedName],
    ['Paper', signing.paperReference],
    [
      'Who they are',
      relationship && (relationship === 'self' ? 'The young person' : wordsOf(relationships, relationship)),
    ],
    ['Parental responsibility', signing.responsibility && wordsOf(responsibilities, signing.responsibility)],
    ...linkWords(signing, teamName),
    ['Witness', signing.witnessName ?? (signing.witness && teamName(signing.witness))],
    [
      'Interpreter',
      interpreter && `${interpreter.name} (${wordsOf(interpreterKinds, interpreter.is)}), who says that they speak it`,
    ],
    ['Second worker on the call', signing.second && teamName(signing.second)],
    ['Who read it to them', signing.heard && wordsOf(heardFrom, signing.heard)],
    ['Language', languageWords(signing.language)],
  ]);
}

/** `Panjabi (pa)`, `English, Easy Read (en-easy)` */
function languageWords(code: string): string {
  const [language = '', style] = code.split('-');
  return `${wordsOf(languagesInEnglish, language)}${style === 'easy' ? ', Easy Read' : ''} (${code})`;
}

const dayWords = (instant: string, zone?: string): string =>
  dayIn(dayOf(instant, zone), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');

/** `Sunday 25 October 2026, 23:51:09, UTC+1 (Europe/London)` */
export function momentWords(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const minutes = Math.round((Date.parse(`${dayOf(instant, zone)}T${timeOf(instant, zone)}:00.000Z`) - ms) / 60_000);
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const from = `${minutes < 0 ? '−' : '+'}${hours}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return `${dayWords(instant, zone)}, ${timeOf(instant, zone)}:${instant.slice(17, 19)}, UTC${from} (${zone})`;
}

/** `3 h`, `12 min`, `40 s` */
function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/** Under this a clock is right. */
const rightMs = 60_000;

/** Each time with its zone and who says it: the phone, the server, or both and how far they were apart. By a link only the server does. */
export function timesOf({ consent, signing }: ConsentRows): EvidenceLine[] {
  const zone = signing?.body.zone ?? 'UTC';
  const offset = signing?.body.offsetMs ?? consent.body.offsetMs;
  const shown = signing?.body.shownAt;
  const decided = signing?.body.decidedAt ?? consent.body.decidedAt;
  const isLink = isByLink(consent.by);
  const at = (instant: string) => `${momentWords(instant, zone)}, the ${isLink ? 'server' : 'phone'} said`;
  const isWrong = offset !== undefined && Math.abs(offset) >= rightMs;
  return said([
    ['Shown', shown && at(shown)],
    ['Decided', at(decided)],
    [
      'The phone’s clock',
      isLink
        ? null
        : offset === undefined
          ? 'Not known here how right it was'
          : isWrong
            ? `It was ${lengthOf(offset)} ${offset < 0 ? 'fast' : 'slow'}: decided ${momentWords(new Date(Date.parse(decided) + offset).toISOString(), zone)}`
            : 'It was right to the minute',
    ],
    ['Received', consent.received ? `${momentWords(consent.received, zone)}, the server says` : 'Not yet by a server'],
  ]);
}
