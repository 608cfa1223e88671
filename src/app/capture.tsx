import { Button } from '#ui/button.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { setApp } from './state.ts';

/** Capture only: the data key cannot be opened here, and yet nothing is refused. */
export function Capture({ device }: { device: string }) {
  return (
    <RoofPage
      roof={
        <>
          <RoofBar />
          <RoofTitle title="Just count" />
        </>
      }
    >
      <Button onClick={() => setApp({ phase: { name: 'locked', device } })}>Back</Button>
    </RoofPage>
  );
}
