import { Link, useNavigate } from 'react-router';
import { useShown } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { fact } from '#domain/records/say.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { timeOn, toInstant } from '#domain/time.ts';
import type { Faults } from '#forms/faults.ts';
import { useForm } from '#forms/form.tsx';
import { sayOnce } from '#forms/say-once.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { keepHere } from '#phone/save.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { TextArea } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

/** A note of the session, for the team only. */
export const Note = () => (
  <OfSession title="Note">{(session, setup) => <NoteForm session={session} setup={setup} />}</OfSession>
);

type Typed = { readonly text: string };

const judge = ({ text }: Typed): Faults<Typed> => ({ text: text.trim() === '' ? 'Write the note.' : undefined });

function NoteForm({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const navigate = useNavigate();
  const { id, scope, body } = session;
  const form = useForm<Typed>({
    name: `note ${id}`,
    now: { text: '' },
    judge,
    save: ({ text }, { id: note }) =>
      keepHere('The note', () =>
        sayOnce(note, [
          fact('note', note, teamScope(partnerOf(scope) ?? ''), {
            session: id,
            day: body.day,
            text: text.trim(),
            at: toInstant(Date.now()),
          }),
        ]),
      ),
    onSaved: () => navigate(`/s/${id}`, { replace: true }),
  });
  if (!form) return <PhonePage title="Note" loading />;
  return (
    <FormPage
      form={form}
      words={{}}
      title="Note"
      subtitle={nameIn(setup.sites, body.site)}
      back={`/s/${id}`}
      submit="Save the note"
      below={<Noted session={session} setup={setup} />}
    >
      <TextArea label="What should the team know?" rows={8} maxLength={4000} {...form.text('text')} />
      <Remark>
        The team sees it, and the coordinator. A worry about a child does not belong here:{' '}
        <Link to="/wrong">Something is wrong</Link>.
      </Remark>
    </FormPage>
  );
}

/** What was noted before. */
function Noted({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const notes = useShown('note', session.id);
  if (!notes || notes.length === 0) return null;
  return (
    <>
      <SectionTitle>Noted</SectionTitle>
      <List>
        <Each of={notes} by={({ id }) => id}>
          {({ body, by }) => (
            <Item icon="note" calm end={`${timeOn(body.at, session.body.day)} · ${nameIn(setup.members, by)}`}>
              {body.text}
            </Item>
          )}
        </Each>
      </List>
    </>
  );
}
