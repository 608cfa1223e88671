import { groupOf } from '#db/held.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import type { TallyBand } from '#domain/codes.ts';
import { codesOf } from '#domain/codes.ts';
import type { Badge } from '#domain/people/person.ts';
import { bandOn } from '#domain/people/person.ts';
import { type Language, languages } from '#domain/people-codes.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { instantIn } from '#domain/sessions/session.ts';
import { zoneOfPlace } from '#domain/time.ts';
import { agesKnown, answerAgeOf, sharedByFive } from '#domain/voice/feedback/known.ts';
import type { AnswerWay, Respondent } from '#domain/voice-codes.ts';
import type { Askable } from './choices.ts';
import type { AskPack } from './pack.ts';

/** Who is at the session, as far as this phone knows. */
export type Here = {
  readonly people: readonly {
    readonly id: string;
    readonly badge: Badge;
    /** Their languages, where this phone knows families. */
    readonly languages: readonly string[];
  }[];
  /** Counted by eye, by band. */
  readonly counted: Readonly<Partial<Record<TallyBand, number>>>;
};

type Making = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  readonly here: Here;
  readonly askable: Askable;
  readonly respondent: Respondent;
  readonly way: AnswerWay;
  readonly person: string | null;
  readonly called: string;
  readonly next: ShownOf<'session'> | null;
};

/** Answers that leave together: to one version, at one session, asked in one way of one kind of people. */
export const groupFor = (session: string, form: string, respondent: Respondent, way: AnswerWay): string =>
  groupOf(`${session} ${form} ${respondent} ${way}`);

/** All that a form will know in somebody else’s hands. */
export function packOf({ session, setup, here, askable, respondent, way, person, called, next }: Making): AskPack {
  const { site, day } = session.body;
  const [first = 'en', ...others] = askable.languages;
  const ends = instantIn(session.body, 'plannedEnd');
  const zoneAt = zoneOfPlace(setup.sites.find(({ id }) => id === site)?.body);
  return {
    putting: { partner: partnerOf(session.scope) ?? '', respondent, way, site, session: session.id, day },
    park: nameIn(setup.sites, site),
    forms: askable.forms.map(({ sha256, document }) => ({
      sha256,
      // The languages nobody has approved stay behind.
      document: { ...document, texts: pick(document.texts, askable.languages) },
      group: groupFor(session.id, sha256, respondent, way),
    })),
    languages: [first, ...others],
    ages: agesKnown(
      here.people.map(({ badge }) => answerAgeOf(bandOn(day, badge), yearsOf(badge, day))),
      here.counted,
    ),
    besideLanguages: codesOf(languages).filter(
      (each) =>
        sharedByFive(
          [each],
          here.people.flatMap((one) => (one.languages.includes(each) ? each : [])),
        ).length > 0,
    ),
    endsMs: ends === '' ? null : Date.parse(ends),
    tell: next ? { at: instantIn(next.body, 'plannedStart'), zone: zoneAt } : null,
    person: person === null ? null : { id: person, called },
  };
}

const yearsOf = ({ yearOfBirth }: Badge, day: string): number | null =>
  typeof yearOfBirth === 'number' ? Number(day.slice(0, 4)) - yearOfBirth : null;

const pick = <T>(texts: Readonly<Partial<Record<Language, T>>>, kept: readonly Language[]) =>
  Object.fromEntries(kept.flatMap((each) => (texts[each] ? [[each, texts[each]]] : []))) as Readonly<
    Partial<Record<Language, T>>
  >; // its own languages
