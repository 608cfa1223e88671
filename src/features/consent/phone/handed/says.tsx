import { HandedPage } from '#phone/hand-over/page.tsx';
import { Steps } from '#phone/hand-over/steps.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Stack } from '#ui/stack.tsx';
import { type PageProps, pagesOf, written } from './page.ts';
import { Top } from './top.tsx';

/** The child’s own say stands beside the parent’s, in the child’s words. */
export function Says(props: PageProps) {
  const { sitting, so, wording, frame, change, go, shown } = props;
  const pages = pagesOf(sitting, wording);
  const steps = pages.filter((page) => page !== 'language' && page !== 'check' && page !== 'agree');
  const at = pages.indexOf('says');
  return (
    <HandedPage
      {...written(shown)}
      roof={
        <>
          <span>{frame.step(steps.length, steps.length)}</span>
          <Steps at={steps.length - 1} of={steps.length} />
        </>
      }
      buttons={
        <>
          <Button size="large" icon="back" onClick={() => go(pages[at - 1] ?? 'language')}>
            {frame.back}
          </Button>
          <Button kind="primary" size="large" onClick={() => go('check')}>
            {frame.continue}
          </Button>
        </>
      }
    >
      <Stack>
        <Top {...props} />
        {sitting.children.map(({ id, called }, n) => (
          <TextArea
            key={id}
            id={`says-${n}`}
            label={<b>{frame.own.child(called)}</b>}
            hint={frame.own.childHint}
            maxLength={1000}
            value={so.says[id] ?? ''}
            onChange={(event) => change({ says: { ...so.says, [id]: event.target.value } })}
          />
        ))}
      </Stack>
    </HandedPage>
  );
}
