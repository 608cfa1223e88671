import { HandedPage } from '#phone/hand-over/page.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Stack } from '#ui/stack.tsx';
import styles from './handed.module.css';
import { type PageProps, written } from './page.ts';

/** Nothing of what was answered stands here: the phone is about to change hands. */
export function Thanks({ frame, shown, onDone }: PageProps & { readonly onDone: () => void }) {
  return (
    <HandedPage
      {...written(shown)}
      roof={<span />}
      buttons={
        <Button kind="primary" size="large" onClick={onDone}>
          {frame.after.giveBack}
        </Button>
      }
    >
      <Stack>
        <div className={styles.thanks}>
          <Icon name="tick" size={62} />
          <h1>{frame.after.thanks}</h1>
        </div>
        <p>{frame.agree.anyDay}</p>
        <p>
          <b>{frame.after.copy}.</b> {frame.after.copyHint}
        </p>
      </Stack>
    </HandedPage>
  );
}
