import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { SunSwitch } from './shell.tsx';
import { setApp } from './state.ts';

/** Whoever is not in the list, and whoever does not want to be. */
export function Others({ onBack }: { onBack: () => void }) {
  return (
    <RoofPage
      roof={
        <>
          <RoofBar sun={<SunSwitch />} />
          <RoofTitle title="Somebody else" />
        </>
      }
    >
      <Stack>
        <List>
          <Item
            icon="plus"
            calm
            link={(parts) => <button type="button" {...parts} onClick={() => setApp({ phase: { name: 'welcome' } })} />}
          >
            Add a worker to this phone
          </Item>
          <Item icon="keyboard" calm link={(parts) => <a href="/sign-in" {...parts} />}>
            Coordinator at a shared computer: keep nothing here
          </Item>
        </List>
        <Button wide icon="back" onClick={onBack}>
          Back to unlocking
        </Button>
      </Stack>
    </RoofPage>
  );
}
