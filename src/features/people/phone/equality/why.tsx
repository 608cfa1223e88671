import { Stack } from '#ui/stack.tsx';

/** Whose answers they are, as whoever reads it says so. */
type About = { readonly of: 'my' | 'our' | 'their'; readonly called: string };

const who = { my: 'I', our: 'we', their: 'they' } as const;

/** Why it is asked and who sees it, before anything is asked. No more is promised than is kept: see decision 40. */
export const Why = ({ about: { of, called } }: { readonly about: About }) => (
  <Stack>
    <p>
      <b>Why?</b> Those who pay for the sessions ask whether they reach everybody fairly.
    </p>
    <p>
      <b>Who sees {of} answers?</b> Once they are saved nobody reads them beside{' '}
      {of === 'my' ? 'my name' : `the name ${called}`}, not even the worker with this phone. The office sees how many
      people said what, in fives, and never fewer than five.
    </p>
    <p>
      <b>Do {who[of]} have to?</b> No. Every question has <i>Rather not say</i>, and nothing else depends on it.
    </p>
  </Stack>
);
