import { Item, List } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';

/** How an Apple phone puts the app on the home screen; by itself, for the first minute alone. */
export function InstallSteps({ code = '' }: { code?: string }) {
  return (
    <>
      <Notice kind="info" title="Put Bandstand on your home screen first">
        Safari may throw away what a page keeps. The app on your home screen keeps it.
      </Notice>
      <List>
        <Item icon="sent" calm>
          Tap <b>Share</b>, the square with the arrow
        </Item>
        <Item icon="plus" calm>
          Choose <b>Add to Home Screen</b> and leave <b>Open as Web App</b> on
        </Item>
        <Item icon="phone" calm>
          Open Bandstand from the home screen and type your code there{code !== '' && ': '}
          <b>{code}</b>
        </Item>
      </List>
    </>
  );
}
