import { Fragment } from 'react';

/** A text as it is sent: a part for each empty line. */
export const Lines = ({ text }: { readonly text: string }) =>
  text.split('\n\n').map((part) => (
    <p key={part}>
      {part.split('\n').map((line) => (
        <Fragment key={line}>
          {line}
          <br />
        </Fragment>
      ))}
    </p>
  ));
