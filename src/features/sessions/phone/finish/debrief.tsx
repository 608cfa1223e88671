import { useNavigate } from 'react-router';
import { sayIfAny, useOne } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { whenOf } from '#features/sessions/queries.ts';
import { useForm } from '#forms/form.tsx';
import type { FormFields } from '#forms/form-fields.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { keepHere } from '#phone/save.ts';
import { Fold } from '#ui/answers.tsx';
import type { FaceNumber } from '#ui/face.tsx';
import { Faces } from '#ui/faces.tsx';
import { TextArea } from '#ui/field.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { type DebriefFields, debriefing, debriefSoFar } from './finishing.ts';

export const moods = ['Not good', 'OK', 'Good', 'Really good', 'Brilliant'] as const;
export const questions = {
  wentWell: 'What went well?',
  different: 'What would you change?',
  needsRaised: 'Anything to raise with anyone?',
};

type DebriefForm = {
  readonly values: DebriefFields;
  readonly text: FormFields<DebriefFields>['text'];
  readonly change: (changed: { readonly mood: number }) => void;
};

/** The four questions at the end of a session. */
export function Debrief({ form }: { form: DebriefForm }) {
  const { wentWell, different, needsRaised, mood } = form.values;
  const count = [wentWell, different, needsRaised].filter((text) => text.trim()).length + (mood > 0 ? 1 : 0);
  return (
    <>
      <SectionTitle note={`${count} of 4 answered`}>Debrief</SectionTitle>
      <TextArea label={questions.wentWell} maxLength={4000} {...form.text('wentWell')} />
      <Question form={form} field="different" />
      <Question form={form} field="needsRaised" />
      <Faces
        legend="How did it feel?"
        look="strip"
        words={moods}
        value={mood > 0 ? (mood as FaceNumber) : undefined} // 1 to 5, by the shape
        onChange={(felt) => form.change({ mood: felt })}
      />
    </>
  );
}

/** Folded until it is asked for. */
function Question({ form, field }: { form: DebriefForm; field: 'different' | 'needsRaised' }) {
  const answer = form.values[field];
  return (
    <Fold title={questions[field]} note={answer.trim() === '' ? 'Not answered' : answer}>
      <TextArea label="Answer" aria-label={questions[field]} maxLength={4000} {...form.text(field)} />
    </Fold>
  );
}

/** The same for a session that was finished without: nothing else of it is asked again, or changed. */
export const LateDebrief = () => (
  <OfSession title="Debrief">{(session, setup) => <Read session={session} setup={setup} />}</OfSession>
);

type ReadProps = { readonly session: ShownOf<'session'>; readonly setup: Setup };

function Read(props: ReadProps) {
  const debrief = useOne('debrief', `debrief:${props.session.id}`);
  return debrief === undefined ? <PhonePage title="Debrief" loading /> : <Late debrief={debrief} {...props} />;
}

function Late({ session, setup, debrief }: ReadProps & { debrief: ShownOf<'debrief'> | null }) {
  const navigate = useNavigate();
  const form = useForm<DebriefFields>({
    changes: true,
    name: `debrief ${session.id}`,
    now: debriefSoFar(debrief),
    save: (fields, { opened }) =>
      keepHere('The debrief', () => sayIfAny(async () => debriefing({ session, debrief, fields, opened }))),
    onSaved: () => navigate('/', { replace: true }),
  });
  if (!form) return <PhonePage title="Debrief" loading />;
  return (
    <FormPage
      form={form}
      words={{ ...questions, mood: (mood: number) => `How did it feel? ${moods[mood - 1] ?? 'Not answered'}` }}
      title="Debrief"
      subtitle={`${nameIn(setup.sites, session.body.site)} · ${whenOf(setup, session)}`}
      back="/"
      submit="Save the debrief"
    >
      <Debrief form={form} />
    </FormPage>
  );
}
