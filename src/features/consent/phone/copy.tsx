import { Fragment, useState } from 'react';
import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { defaultTimeZone } from '#domain/time.ts';
import { copyText } from '#features/consent/copy.ts';
import { readMoment, readSaid } from '#features/consent/queries.ts';
import { useAsk } from '#phone/ask.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';
import { addressOf } from './link/address.ts';

type CopyProps = {
  readonly open?: boolean;
  readonly people: readonly ShownOf<'person'>[];
  readonly giver: string;
  readonly signing: { readonly body: { readonly giverName: string; readonly zone?: string } };
};

/** Links by which they take back at home what they gave, one for each child: only where there is signal. */
function useTakingBack(people: readonly string[], giver: string) {
  const ask = useAsk();
  const [made, setMade] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSilent, setSilent] = useState(false);
  const make = useOnce(async () => {
    const asked = people.map(async (person) => {
      const got = await ask('POST', '/api/links', { kind: 'withdraw', person, giver, purposes: [], language: null });
      return got.ok ? [[person, addressOf(got.value.token)] as const] : [];
    });
    const found = new Map((await Promise.all(asked)).flat());
    setSilent(found.size < people.length);
    setMade(found);
    return found.size > 0;
  });
  return { made, make, isSilent };
}

/** A copy to take away: what they decided on which words. The phone’s own share sheet sends it, or paper does. */
export function CopyOf({ people, giver, signing, open = false }: CopyProps) {
  const ids = people.map(({ id }) => id);
  const scope = people[0]?.scope ?? '';
  const backs = useTakingBack(ids, giver);
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
          copyText(
            {
              ...{ said, person: { id, called: nameOf(body) }, giver, giverName, documentOf, zone },
              back: backs.made.get(id),
            },
            moment.day,
          ),
        )
        .filter(Boolean)
        .join('\n\n\n');
    },
    [scope, ids.join(), giver, backs.made],
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
        {backs.made.size === 0 && (
          <Button wide icon="plus" onClick={() => void backs.make()}>
            Add a link that takes it back
          </Button>
        )}
        {backs.isSilent && (
          <Remark>No signal, so there is no link in it. The copy says who to tell: that works on any day.</Remark>
        )}
        <ShareButton text={text} />
        <Button wide icon="print" onClick={() => window.print()}>
          Print
        </Button>
      </Stack>
    </Fold>
  );
}
