import { Link } from 'react-router';
import { buttonClass } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

/** For roles that read the stock and record nothing of it. */
export function NotYours() {
  return (
    <PhonePage title="Give out" back={(parts) => <Link to="/" {...parts} />}>
      <Empty
        icon="box"
        title="Your role gives nothing out"
        action={
          <Link className={buttonClass({})} to="/">
            Back to Today
          </Link>
        }
      >
        Somebody of the team who works in the park records it.
      </Empty>
    </PhonePage>
  );
}
