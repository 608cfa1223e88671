import { Link, useNavigate, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { newId, say, useOne, useShown } from '#db/person.ts';
import { fact } from '#db/save.ts';
import { nameIn, useSetup } from '#db/setup.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { timeOn, toInstant } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { TextArea } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form } from '#ui/stack.tsx';

/** A note of the session, for the team only. */
export function Note() {
  const { id = '' } = useParams();
  const session = useOne(id);
  const setup = useSetup();
  const notes = useShown('note', id);
  const { fields, change, done } = useDrafted(`note:${id}`, { text: '' });
  const navigate = useNavigate();
  const once = useOnce((work: () => Promise<unknown>) => work());
  if (!session || !setup || !fields) return <PhonePage title="Note" loading />;
  const partner = partnerOf(session.scope);

  async function save() {
    const text = fields?.text.trim();
    if (!text || !partner || !session) return;
    const saved = await attempt('The note', () =>
      say([
        fact('note', newId(), teamScope(partner), {
          session: id,
          day: session.body.day,
          text,
          at: toInstant(Date.now()),
        }),
      ]),
    );
    if (!saved) return;
    await done();
    navigate(`/s/${id}`, { replace: true });
  }

  return (
    <PhonePage
      title="Note"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={(parts) => <Link to={`/s/${id}`} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide notPossible={fields.text.trim() === ''} onClick={() => void once(save)}>
            Save the note
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={() => once(save)}>
        <TextArea
          label="What should the team know?"
          rows={5}
          maxLength={4000}
          value={fields.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <Remark>
          The team sees it, and the coordinator. A worry about a child does not belong here: More, Something is wrong.
        </Remark>
      </Form>
      {notes && notes.length > 0 && <SectionTitle>Noted</SectionTitle>}
      <List>
        <Each of={notes ?? []} by={({ id: key }) => key}>
          {({ body, by }) => (
            <Item
              icon="note"
              calm
              end={`${timeOn(String(body.at), String(session.body.day))} · ${nameIn(setup.members, by)}`}
            >
              {String(body.text)}
            </Item>
          )}
        </Each>
      </List>
    </PhonePage>
  );
}
