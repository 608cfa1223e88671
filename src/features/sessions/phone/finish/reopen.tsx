import { useNavigate } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { isEnded, mayGoOn, statusOf } from '#domain/sessions/session.ts';
import { reopening } from '#features/sessions/actions.ts';
import { keepAsSeen, meanwhile } from '#features/sessions/phone/as-seen.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { useNow } from '#ui/now.ts';
import { Sheet } from '#ui/sheet.tsx';

type ReopenProps = { readonly session: ShownOf<'session'>; readonly open: boolean; readonly onClose: () => void };

/** Opening a session again that was ended. */
export const Reopen = ({ session, open, onClose }: ReopenProps) => (
  <Sheet open={open} title="Open this session again?" onClose={onClose}>
    {open && <ReopenForm session={session} />}
  </Sheet>
);

type Typed = { readonly because: string; readonly goesOn: 'yes' | 'no' | undefined };

const reasonFault = (because: string) => (because.trim() === '' ? 'Say why, in a few words.' : undefined);

/** One ended by mistake may still be going on: then what comes now is of now, and no longer of the time it was ended. */
function ReopenForm({ session }: { session: ShownOf<'session'> }) {
  const navigate = useNavigate();
  const mayBeOn = mayGoOn(session.body, useNow());
  const form = useForm<Typed>({
    name: `reopen ${session.id}`,
    now: { because: '', goesOn: undefined },
    judge: ({ because, goesOn }) => ({
      because: isEnded(session.body) ? reasonFault(because) : `${meanwhile(session.body)}.`,
      goesOn: mayBeOn && goesOn === undefined ? 'Say whether it is going on.' : undefined,
    }),
    save: ({ because, goesOn }) =>
      keepAsSeen('Opening it again', {
        session,
        seen: statusOf(session.body),
        say: (stands) => reopening(stands, because.trim(), mayBeOn && goesOn === 'yes'),
        otherwise: ({ body }) => ({ because: `${meanwhile(body)}.` }),
      }),
    onSaved: () => navigate(`/s/${session.id}`),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{}}>
      <TextField label="Why?" hint="Such as: somebody came late" {...form.text('because')} />
      {mayBeOn && (
        <Choice
          legend="Is it going on?"
          options={[
            {
              value: 'yes',
              label: 'Yes',
              hint: 'It was ended by mistake. Who comes now is written with the time it is.',
            },
            { value: 'no', label: 'No', hint: 'It is over and is written up. It keeps its end.' },
          ]}
          {...form.choice('goesOn')}
        />
      )}
      <Button kind="primary" wide type="submit">
        Open it again
      </Button>
    </Form>
  );
}
