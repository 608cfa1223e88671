import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import { byStart, isEnded, startOf, statusOf } from '#domain/sessions/session.ts';
import { dayOf, shortDay, toInstant } from '#domain/time.ts';
import { readFigures } from '#features/sessions/figures.ts';
import { questions } from '#features/sessions/phone/finish/debrief.tsx';
import { Item, List } from '#ui/card.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

/** What was written down the last time at this park: where the next session is prepared, somebody wants to know. */
export function LastTime({ session }: { session: ShownOf<'session'> }) {
  const { id, scope, body } = session;
  const found = useRead(
    async (tx) => {
      const before = startOf(body) || toInstant(Date.now());
      const there = (await shownOf(tx, 'session')).filter(
        (each) => each.id !== id && each.scope === scope && each.body.site === body.site && startOf(each.body) < before,
      );
      const last = there
        .filter((each) => isEnded(each.body) && statusOf(each.body) !== 'cancelled')
        .sort(byStart)
        .at(-1);
      if (!last) return null;
      const today = dayOf(Date.now());
      const [debrief, notes, figures] = await Promise.all([
        shownOne(tx, 'debrief', `debrief:${last.id}`),
        shownOf(tx, 'note', last.id),
        readFigures(tx, [last], today),
      ]);
      return { last, notes, debrief: debrief?.body, came: figures.get(last.id)?.came ?? 0 };
    },
    [id, scope, body.site],
  );
  if (!found) return null;
  const { last, notes, debrief, came } = found;
  const { wentWell, different, needsRaised } = debrief ?? {};
  const said = Object.entries({ wentWell, different, needsRaised }).filter(([, words]) => words);
  return (
    <section>
      <SectionTitle note={`${shortDay(last.body.day, dayOf(Date.now()))} · ${came} came`}>Last time here</SectionTitle>
      {said.length + notes.length === 0 && <Remark>Nothing was written down.</Remark>}
      <List>
        {notes.map((note) => (
          <Item key={note.id} icon="note" calm>
            {note.body.text}
          </Item>
        ))}
        {said.map(([field, words]) => (
          <Item key={field} icon="say" calm>
            <small>{questions[field as keyof typeof questions]}</small>
            <br />
            {words}
          </Item>
        ))}
        <Item icon="calendar" calm link={(parts) => <Link to={`/s/${last.id}/summary`} {...parts} />}>
          How it went in figures
        </Item>
      </List>
    </section>
  );
}
