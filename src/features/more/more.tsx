import { Link } from 'react-router';
import { Item, List } from '#ui/card.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';

/** Everything that is not needed every day; *Something is wrong* first. */
export function More() {
  const { bar } = useSlots();
  return (
    <PhonePage title="More" bottom={bar}>
      <List>
        <Item icon="warning" link={(parts) => <Link to="/wrong" {...parts} />}>
          <b>Something is wrong</b>
        </Item>
        <Item icon="calendar" calm link={(parts) => <Link to="/plan" {...parts} />}>
          Plan sessions
        </Item>
        <Item icon="sent" calm link={(parts) => <Link to="/sync" {...parts} />}>
          Sending
        </Item>
      </List>
    </PhonePage>
  );
}
