import { Link } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import type { PhoneNumber } from '#domain/people/phones.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Stack } from '#ui/stack.tsx';
import { smsTo } from './address.ts';

/** A link as it was made: its token is in these words and nowhere else. */
export type SentLink = {
  readonly text: string;
  /** Whom it binds; null where they are not on record. */
  readonly to: string | null;
  readonly number: PhoneNumber | undefined;
  readonly until: string;
};

/** The app sends nothing by itself: the phone’s own messages do, to that number. */
export function Sent({ sent, person }: { sent: SentLink; person: ShownOf<'person'> }) {
  const { text, to, number, until } = sent;
  const today = dayOf(Date.now());
  return (
    <PhonePage
      title="The link is made"
      subtitle={nameOf(person.body)}
      bottom={
        <Foot>
          <Link className={buttonClass({ wide: true })} to={`/people/${person.id}`}>
            Done
          </Link>
        </Foot>
      }
    >
      <Stack>
        <Notice kind="ok" title={`It works once, until ${plainDay(dayOf(until), today)}`}>
          {number
            ? `Send it to ${number.written} and to nobody else: whoever opens it answers for ${to ?? ''}.`
            : 'Whoever opens it is only asked. A coordinator looks at what they answer.'}
        </Notice>
        {number && (
          <a className={buttonClass({ kind: 'primary', wide: true })} href={smsTo(number.dialled, text)}>
            <Icon name="say" />
            Text it to {number.written}
          </a>
        )}
        <ShareButton text={text} />
        <p>It is not shown again. If it is lost, make another: this one ends then.</p>
      </Stack>
    </PhonePage>
  );
}
