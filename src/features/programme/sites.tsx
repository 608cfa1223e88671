import { Link, useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { AddButton, SetUpList } from '#desk/set-up-list.tsx';
import { buttonClass } from '#ui/button.tsx';

/** The parks and other places sessions are held at. */
export function Sites() {
  const sites = useDesk().useSetUp('site');
  const navigate = useNavigate();
  return (
    <SetUpList
      of={sites}
      what="the parks"
      under={({ body }) =>
        [body.ward, body.meetingPoint, (body.lat ?? null) !== null ? null : 'No position: no sunset on phones']
          .filter(Boolean)
          .join(' · ')
      }
      onOpen={({ id }) => navigate(`/desk/set-up/sites/${id}`)}
      add={
        <>
          <AddButton onClick={() => navigate('/desk/set-up/sites/new')}>Add a park</AddButton>{' '}
          <Link className={buttonClass({ size: 'inline' })} to="/desk/set-up/sites/import">
            From a list
          </Link>
        </>
      }
      empty="Add the first park. Phones offer it as soon as they have had signal."
    />
  );
}
