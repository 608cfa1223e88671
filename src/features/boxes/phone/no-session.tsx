import { Link } from 'react-router';
import { nameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { partnerName } from '#features/boxes/stock.ts';
import { buttonClass } from '#ui/button.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import type { Outing } from './outing.ts';

type NoSessionProps = {
  readonly outing: Outing;
  /** What happens all the same: `it is recorded for today`. */
  readonly words: string;
  /** The address of the same for a session. */
  readonly to: (session: ShownOf<'session'>) => string;
};

/** No session of this partner runs; where one of another does, it is named, and one tap away. */
export function NoSession({ outing: { stock, session, elsewhere }, words, to }: NoSessionProps) {
  if (session) return null;
  if (!elsewhere) return <Remark>No session is on: {words}.</Remark>;
  const { partners, sites } = stock.setup;
  return (
    <Notice
      kind="info"
      icon="people"
      title={`${nameIn(partners, partnerOf(elsewhere.scope))} is at ${nameIn(sites, elsewhere.body.site)} now`}
      action={
        <Link className={buttonClass({ size: 'inline' })} to={to(elsewhere)} replace>
          Switch to it
        </Link>
      }
    >
      These are the boxes of {partnerName(stock)}, of which no session runs: {words}.
    </Notice>
  );
}
