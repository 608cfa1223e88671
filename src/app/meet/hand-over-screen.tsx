import { handOver } from '#app/hand-over/begin.ts';
import { HandingOver } from '#features/more/handing-over.tsx';

/** How to hand the phone over, and a form to try it with. */
export function HandOverScreen() {
  return <HandingOver onTry={(called) => handOver({ form: 'practice', pack: { called }, returnTo: '/hand-over' })} />;
}
