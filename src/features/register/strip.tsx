import type { Register } from '#domain/sessions/register.ts';
import { Button } from '#ui/button.tsx';
import { Total } from '#ui/total.tsx';
import styles from './register.module.css';

type StripProps = { readonly register: Register; readonly onCount: () => void };

/** How many are here, and one more who is not named. It stays while the list scrolls. */
export function Strip({ register: { all, now }, onCount }: StripProps) {
  const left = all.total - now;
  const words =
    left > 0
      ? { here: 'here now', named: 'came', counted: 'left' }
      : { here: 'here', named: 'named', counted: 'counted' };
  return (
    <div className={styles.strip}>
      <Total
        total={now}
        named={left > 0 ? all.total : all.named}
        counted={left > 0 ? left : all.counted - all.overlap}
        words={words}
        end={
          <Button kind="soft" aria-label="+1 not named" onClick={onCount}>
            +1
          </Button>
        }
      />
    </div>
  );
}
