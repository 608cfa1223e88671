import { Stack } from '#ui/stack.tsx';

/** Whose answers they are, as whoever reads it says so. */
type Whose = 'my' | 'our' | 'their';

const who = { my: 'I', our: 'we', their: 'they' } as const;

/** Why it is asked and who sees it, before anything is asked. */
export const Why = ({ whose }: { readonly whose: Whose }) => (
  <Stack>
    <p>
      <b>Why?</b> Those who pay for the sessions ask whether they reach everybody fairly.
    </p>
    <p>
      <b>Who sees {whose} answers?</b> Nobody, not even the worker with this phone. They are kept apart from names.
      Reports count people, and never tell fewer than five apart.
    </p>
    <p>
      <b>Do {who[whose]} have to?</b> No. Every question has <i>Rather not say</i>, and nothing else depends on it.
    </p>
  </Stack>
);
