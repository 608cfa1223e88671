import { Link } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { isCoordinator, rightsOf } from '#domain/records/access.ts';
import { Fold } from '#ui/answers.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** Help: in the same place on every phone, there without signal, and short enough to be read in a park. */
export function Help() {
  const setup = useSetup();
  const coordinators = (setup?.members ?? [])
    .filter(({ body }) => body.status !== 'closed' && rightsOf(body).some(isCoordinator))
    .map(({ body }) => body.name);
  return (
    <PhonePage title="Help" back={(parts) => <Link to="/more" {...parts} />}>
      <Stack>
        <div>
          <Fold title="Mark somebody here" open>
            <p>Tap the name: it is saved at once, with the time. A second tap takes a mistake back.</p>
            <p>When they leave, press the three dots beside the name, then “Left now”.</p>
            <p>Not on the list? Type the name, then Add. No name? +1 counts them without one.</p>
          </Fold>
          <Fold title="Undo a mistake">
            <p>
              The bar at the bottom says what was done last, with Undo beside it. The Recent tab has everything of this
              session: each can be undone there.
            </p>
          </Fold>
          <Fold title="A session was finished too soon">
            <p>
              A worker opens it under More, All sessions, and presses “Open it again”. If you volunteer, ask one of
              them: nothing is lost meanwhile.
            </p>
          </Fold>
          <Fold title="The phone is lost or stolen">
            <p>
              Ring your coordinator: they shut it off at the desk. What was sent is safe. What was not is closed with
              your PIN.
            </p>
          </Fold>
          <Fold title="The PIN is forgotten">
            <p>Your coordinator makes a code. On the lock screen choose “Forgot the PIN?”. Nothing is lost.</p>
          </Fold>
        </div>
        <SectionTitle>What the pill at the top says</SectionTitle>
        <List>
          <Item icon="phone" calm>
            <b>On this phone:</b> saved, not sent yet. Normal without signal.
          </Item>
          <Item icon="sent" calm>
            <b>Sent:</b> the server has it, and the receipt is on its way.
          </Item>
          <Item icon="double-tick" calm>
            <b>Confirmed:</b> the server holds it for certain.
          </Item>
          <Item icon="warning">
            <b>Needs a look:</b> something was not taken in. Tap to see why.
          </Item>
        </List>
        <SectionTitle>Who to ask</SectionTitle>
        <p>
          {coordinators.length > 0
            ? `Your coordinator: ${coordinators.join(', ')}.`
            : 'Your coordinator, whoever gave you the code for this phone.'}
        </p>
        <Link className={buttonClass({ wide: true })} to="/wrong">
          Something is wrong: who to ring
        </Link>
      </Stack>
    </PhonePage>
  );
}
