import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { remember } from '#db/remember.ts';
import type { ShownOf } from '#db/shown.ts';
import { labelWords } from '#domain/stock/sets.ts';
import { findCode } from '#features/boxes/codes.ts';
import { givingFrom } from '#features/boxes/queries.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import { giveAddress } from './outing.ts';

const Scan = lazy(() => import('./scan.tsx').then(({ Scan: screen }) => ({ default: screen })));

type CodeSheetProps = {
  readonly stock: Stock;
  readonly session: ShownOf<'session'> | null;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Where a place's code leads; else it becomes the place that boxes are given out of. */
  readonly placeAddress?: ((place: string) => string) | undefined;
};

/** A code typed or scanned: a set leads to giving one out, a place to its stock. */
export function CodeSheet({ stock, session, open, onClose, placeAddress }: CodeSheetProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [scanning, setScanning] = useState(false);
  const navigate = useNavigate();

  function close() {
    setScanning(false);
    setError(undefined);
    onClose();
  }

  function look(code: string) {
    const found = findCode(stock, code);
    setTyped(code);
    setScanning(false);
    if (found.type === 'none') return setError(found.words);
    setTyped('');
    close();
    if (found.type === 'set') {
      const label = found.label.serial === null ? undefined : labelWords(found.label);
      return navigate(giveAddress(session, { set: found.set, label }));
    }
    if (placeAddress) return navigate(placeAddress(found.place.id));
    void attempt('Where from', () => remember(givingFrom(stock.partner), found.place.id));
  }

  return (
    <Sheet open={open} title="Type or scan a code" onClose={close}>
      <Form onSubmit={() => look(typed)}>
        <TextField
          label="Code"
          hint="On the label of a set, a box or a place: K7RT, or K7RT-31"
          autoCapitalize="characters"
          maxLength={80}
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(undefined);
          }}
        />
        <Button type="submit" kind="primary" wide>
          Find
        </Button>
      </Form>
      {scanning ? (
        <Suspense>
          <Scan onFound={look} onStop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <Button
          wide
          icon="camera"
          onClick={() => {
            setError(undefined);
            setScanning(true);
          }}
        >
          Scan with the camera
        </Button>
      )}
    </Sheet>
  );
}
