import { Link } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { coordinates, volunteersOnly } from '#domain/records/access.ts';
import { Item, List } from '#ui/card.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';

/** Everything that is not needed every day; *Something is wrong* first. */
export function More() {
  const { bar, who } = useSlots();
  const setup = useSetup();
  const volunteer = volunteersOnly(setup?.rights ?? []);
  return (
    <PhonePage title="More" subtitle={who} bottom={bar}>
      <List>
        <Item icon="warning" link={(parts) => <Link to="/wrong" {...parts} />}>
          <b>Something is wrong</b>
        </Item>
        <Item icon="people" calm link={(parts) => <Link to="/agencies" {...parts} />}>
          Who else can help
        </Item>
        {coordinates(setup?.rights ?? []) && (
          <Item icon="grid" calm link={(parts) => <Link to="/desk" {...parts} />}>
            Overview
          </Item>
        )}
        {!volunteer && (
          <Item icon="calendar" calm link={(parts) => <Link to="/sessions" {...parts} />}>
            All sessions
          </Item>
        )}
        {!volunteer && (
          <Item icon="calendar" calm link={(parts) => <Link to="/plan" {...parts} />}>
            Plan sessions
          </Item>
        )}
        {!volunteer && (
          <Item icon="paper" calm link={(parts) => <Link to="/earlier" {...parts} />}>
            An earlier session, or one on paper
          </Item>
        )}
        {volunteer && (
          <Item icon="box" calm link={(parts) => <Link to="/boxes" {...parts} />}>
            Give out, loans and wishes
          </Item>
        )}
        <Item icon="sent" calm link={(parts) => <Link to="/sync" {...parts} />}>
          Sending
        </Item>
        <Item icon="hand-over" calm link={(parts) => <Link to="/hand-over" {...parts} />}>
          Handing the phone over
        </Item>
        <Item icon="settings" calm link={(parts) => <Link to="/settings" {...parts} />}>
          This phone
        </Item>
        <Item icon="say" calm link={(parts) => <Link to="/help" {...parts} />}>
          Help
        </Item>
      </List>
    </PhonePage>
  );
}
