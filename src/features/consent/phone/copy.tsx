import { Fragment } from 'react';
import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { defaultTimeZone } from '#domain/time.ts';
import { copyText } from '#features/consent/copy.ts';
import { readMoment, readSaid } from '#features/consent/queries.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';

type CopyProps = {
  readonly open?: boolean;
  readonly people: readonly ShownOf<'person'>[];
  readonly giver: string;
  readonly signing: { readonly body: { readonly giverName: string; readonly zone?: string } };
};

/** A copy to take away: what they decided on which words. The phone’s own share sheet sends it, or paper does. */
export function CopyOf({ people, giver, signing, open = false }: CopyProps) {
  const ids = people.map(({ id }) => id);
  const scope = people[0]?.scope ?? '';
  const text = useRead(
    async (tx) => {
      const [said, versions, moment] = await Promise.all([
        readSaid(tx, scope, ids),
        shownOf(tx, 'wordingVersion'),
        readMoment(tx),
      ]);
      const documentOf = (hash: string) => versions.find(({ body }) => body.sha256 === hash)?.body.document;
      const { giverName, zone = defaultTimeZone } = signing.body;
      return people
        .map(({ id, body }) =>
          copyText({ said, person: { id, called: nameOf(body) }, giver, giverName, documentOf, zone }, moment.day),
        )
        .filter(Boolean)
        .join('\n\n\n');
    },
    [scope, ids.join(), giver],
  );
  if (text === undefined) return null;
  if (text === '') return open ? <Empty icon="paper" title="They decided nothing yet" /> : null;
  return (
    <Fold open={open} title="A copy to take" note=" Their own answers, and nothing else">
      <Stack>
        {text.split('\n\n').map((part) => (
          <p key={part}>
            {part.split('\n').map((line) => (
              <Fragment key={line}>
                {line}
                <br />
              </Fragment>
            ))}
          </p>
        ))}
        <ShareButton text={text} />
        <Button wide icon="print" onClick={() => window.print()}>
          Print
        </Button>
      </Stack>
    </Fold>
  );
}
