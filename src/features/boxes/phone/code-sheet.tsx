import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { remember } from '#db/remember.ts';
import type { ShownOf } from '#db/shown.ts';
import { labelWords } from '#domain/stock/sets.ts';
import { findCode } from '#features/boxes/codes.ts';
import { givingFrom } from '#features/boxes/queries.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { giveAddress } from './outing.ts';

const Scan = lazy(() => import('./scan.tsx').then(({ Scan: screen }) => ({ default: screen })));

function problemWith(stock: Stock, code: string): string | undefined {
  const found = findCode(stock, code);
  return found.type === 'none' ? found.words : undefined;
}

type CodeSheetProps = {
  readonly stock: Stock;
  readonly session: ShownOf<'session'> | null;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Where a place's code leads; else it becomes the place that boxes are given out of. */
  readonly placeAddress?: ((place: string) => string) | undefined;
};

/** Where a code leads: a set to giving one out, a place to its stock. */
function useCode({ stock, session, placeAddress }: Pick<CodeSheetProps, 'stock' | 'session' | 'placeAddress'>) {
  const navigate = useNavigate();
  return (code: string) => {
    const found = findCode(stock, code);
    if (found.type === 'none') return;
    if (found.type === 'set') {
      const label = found.label.serial === null ? undefined : labelWords(found.label);
      return navigate(giveAddress(session, { set: found.set, label }));
    }
    if (placeAddress) return navigate(placeAddress(found.place.id));
    void attempt('Where from', () => remember(givingFrom(stock.partner), found.place.id));
  };
}

/** A code typed or scanned. */
export function CodeSheet({ open, onClose, ...about }: CodeSheetProps) {
  const [scanning, setScanning] = useState(false);
  const go = useCode(about);
  const form = useForm({
    name: 'code',
    now: { code: '' },
    judge: ({ code }) => ({ code: problemWith(about.stock, code) }),
    save: async ({ code }) => {
      close();
      go(code);
      return null;
    },
  });

  function close() {
    setScanning(false);
    onClose();
  }

  function scanned(code: string) {
    setScanning(false);
    form?.change({ code });
    void form?.submit();
  }

  if (!form) return null;
  return (
    <Sheet open={open} title="Type or scan a code" onClose={close}>
      <Form form={form} words={{}}>
        <TextField
          label="Code"
          hint="On the label of a set, a box or a place: K7RT, or K7RT-31"
          autoCapitalize="characters"
          maxLength={80}
          {...form.text('code')}
        />
        <Button type="submit" kind="primary" wide>
          Find
        </Button>
      </Form>
      {scanning ? (
        <Suspense>
          <Scan onFound={scanned} onStop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <Button wide icon="camera" onClick={() => setScanning(true)}>
          Scan with the camera
        </Button>
      )}
    </Sheet>
  );
}
