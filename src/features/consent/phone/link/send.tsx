import { useState } from 'react';
import { Link } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { newId, say } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import { wordsOf } from '#domain/codes.ts';
import { askFor } from '#domain/people/consents/acts.ts';
import { detailsId } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { firstPhone } from '#domain/people/phones.ts';
import { languagesOn } from '#domain/people/wordings/versions.ts';
import { type Language, languages, type Purpose, relationships } from '#domain/people-codes.ts';
import { frameIn } from '#features/consent/frame/languages.ts';
import { type StartKnown, useStart } from '#features/consent/phone/start/known.ts';
import { allAsked, asksIn, purposesFor } from '#features/consent/sitting-of.ts';
import { purposesInWords } from '#features/consent/words.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { useAsk } from '#phone/ask.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Choice, Tick } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { addressOf } from './address.ts';
import { untilSent } from './on-the-way.ts';
import { Sent, type SentLink } from './sent.tsx';

/** A parent who is not in the park answers at home: a link is made for one child and one grown-up, and goes to their number. */
export const SendLink = () => (
  <OfPerson title="Send a link">{(child, setup) => <WithKnown child={child} setup={setup} />}</OfPerson>
);

function WithKnown({ child, setup }: { child: KnownPerson; setup: Setup }) {
  const known = useStart(child, setup);
  if (!known) return <PhonePage title="Send a link" loading />;
  if (known.wordings.length === 0)
    return (
      <PhonePage title="Send a link" back={(parts) => <Link to={`/people/${child.person.id}`} {...parts} />}>
        <Empty icon="paper" title="No wording is approved yet">
          A coordinator reads and approves one at the desk.
        </Empty>
      </PhonePage>
    );
  return <SendForm known={known} />;
}

type Sending = {
  /** A guardian’s id, or `nobody` who is on record. */
  readonly giver: string;
  readonly language: Language | '';
  /** Everything is asked, not only what is due. */
  readonly all: boolean;
};
const empty: Sending = { giver: '', language: '', all: false };

/** The number a link goes to: the first that can be rung. */
const numberOf = ({ phone, otherPhone }: KnownPerson['grownups'][number]) => firstPhone(phone, otherPhone);

/** What is due of whoever is chosen, in a language or in any. */
function askedOf({ giver, language, all }: Sending, known: StartKnown): Purpose[] {
  const asks = language ? asksIn(known.wordings, language).asks : allAsked(known.wordings);
  return purposesFor(known.child, { id: giver, isSelf: false }, { asks, all }, known);
}

/** Makes the link, and writes down that they were asked. */
function useSending(known: StartKnown) {
  const { person, grownups } = known.child;
  const [sent, setSent] = useState<SentLink>();
  const ask = useAsk();
  const form = useForm<Sending>({
    name: `link ${person.id}`,
    now: empty,
    judge: (typed) => ({ giver: whyNot(typed, known) }),
    save: async (typed) => {
      const purposes = askedOf(typed, known);
      const one = grownups.find(({ id }) => id === typed.giver);
      const giver = one?.id ?? null;
      if (!(await untilSent([person.id, detailsId(person.id), ...(one?.links ?? [])])))
        return 'What was written down about them is still on this phone only. Find signal, and try again.';
      const language = typed.language || null;
      const number = one && numberOf(one);
      // The record may have another by now, there or here: what is texted is what the link is made for.
      const made = {
        kind: 'answer',
        person: person.id,
        giver,
        purposes,
        language,
        ...(number && { number: number.dialled }),
      };
      const got = await ask('POST', '/api/links', made);
      if (!got.ok) return got.words;
      const frame = await frameIn(language ?? 'en');
      const text = `${frame.link.message(person.body.knownAs)}\n${addressOf(got.value.token)}`;
      setSent({ text, to: one?.name ?? null, number, until: got.value.expiresAt });
      const { now: at, day } = known.moment;
      const asked = askFor(person, purposes, { how: 'link', ...(giver !== null && { giver }) }, { at, day, newId });
      // It is out, whether or not this phone can write down that they were asked.
      await keepHere('Asked by a link', () => say(asked));
      return null;
    },
  });
  return { form, sent };
}

function SendForm({ known }: { known: StartKnown }) {
  const { child, wordings } = known;
  const { person, grownups } = child;
  const { form, sent } = useSending(known);
  if (sent) return <Sent sent={sent} person={person} />;
  if (!form) return <PhonePage title="Send a link" loading />;
  const { values } = form;
  return (
    <FormPage
      form={form}
      words={{}}
      title="Send a link"
      subtitle={nameOf(person.body)}
      back={`/people/${person.id}/consent`}
      submit="Make the link"
      foot={<small>It needs signal. It works once, for a week.</small>}
    >
      <Choice
        legend="Who is it for?"
        tile="11rem"
        options={[
          ...grownups.map((each) => ({
            value: each.id,
            label: each.name,
            hint: `${wordsOf(relationships, each.is).toLocaleLowerCase('en-GB')}, ${numberOf(each)?.written ?? 'no number yet'}`,
          })),
          { value: 'nobody', label: 'Somebody else', hint: 'not on record' },
        ]}
        {...form.choice('giver')}
        value={values.giver === '' ? undefined : values.giver}
        onChange={(giver) => {
          const reads = grownups.find(({ id }) => id === giver)?.language;
          form.change({ giver, language: languagesOn(wordings).find((each) => each === reads) ?? '' });
        }}
      />
      {values.giver === 'nobody' && (
        <Remark>
          What they answer is only asked: a coordinator looks at it first, and nothing is permitted by it.
        </Remark>
      )}
      <SelectField label="They read" {...form.text('language')}>
        <option value="">Not known: they choose</option>
        {languagesOn(wordings).map((code) => (
          <option key={code} value={code}>
            {wordsOf(languages, code)}
          </option>
        ))}
      </SelectField>
      {values.giver !== '' && <WillBeAsked form={form} asked={askedOf(values, known)} />}
    </FormPage>
  );
}

function WillBeAsked({ form, asked }: { form: FormState<Sending>; asked: readonly Purpose[] }) {
  return (
    <>
      <p>
        {asked.length > 0
          ? `They will be asked about ${purposesInWords(asked)}.`
          : 'Nothing is due: they answered everything.'}
      </p>
      <Tick
        label="They want to change an answer"
        hint="Everything is asked, not only what is due."
        {...form.tick('all')}
      />
    </>
  );
}

function whyNot(typed: Sending, known: StartKnown): string | undefined {
  if (typed.giver === '') return 'Choose who it is for.';
  const one = known.child.grownups.find(({ id }) => id === typed.giver);
  if (one && !numberOf(one)) return 'There is no telephone number for them. Write it down on their page first.';
  return askedOf(typed, known).length === 0 ? 'Nothing is due. Tick that they want to change an answer.' : undefined;
}
