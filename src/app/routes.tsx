import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { volunteersOnly } from '#domain/access.ts';
import { Home } from './home.tsx';
import { Shell } from './shell.tsx';

/** Every screen of an open phone. The list is what the tests walk: a screen that is not here does not exist. */

const load = <Name extends string>(from: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => from().then((module) => ({ default: module[name] as ComponentType }))); // the module's own export

/** `team`: not for volunteers, whose saves there the server would refuse. */
export type Screen = {
  readonly path: string;
  readonly team?: boolean;
  readonly element: ComponentType | LazyExoticComponent<ComponentType>;
};

export const workerScreens: readonly Screen[] = [
  { path: '/', element: Home },
  { path: '/start', element: load(() => import('#features/sessions/start.tsx'), 'Start') },
  { path: '/plan', team: true, element: load(() => import('#features/sessions/plan.tsx'), 'Plan') },
  {
    path: '/sessions',
    team: true,
    element: load(() => import('#features/sessions/all-sessions.tsx'), 'AllSessions'),
  },
  { path: '/earlier', team: true, element: load(() => import('#features/sessions/paper.tsx'), 'Earlier') },
  { path: '/blank', team: true, element: load(() => import('#features/sessions/blank.tsx'), 'Blank') },
  { path: '/s/:id', element: load(() => import('#features/register/register.tsx'), 'Register') },
  { path: '/s/:id/add', element: load(() => import('./add-screen.tsx'), 'AddScreen') },
  { path: '/s/:id/before', element: load(() => import('#features/sessions/before.tsx'), 'Before') },
  { path: '/s/:id/change', team: true, element: load(() => import('#features/sessions/change.tsx'), 'ChangeSession') },
  { path: '/s/:id/count', element: load(() => import('#features/register/count.tsx'), 'Count') },
  { path: '/s/:id/finish', element: load(() => import('./session-screens.tsx'), 'FinishScreen') },
  { path: '/s/:id/note', team: true, element: load(() => import('#features/sessions/note.tsx'), 'Note') },
  { path: '/s/:id/summary', element: load(() => import('./session-screens.tsx'), 'SummaryScreen') },
  { path: '/s/:id/team', element: load(() => import('#features/sessions/team.tsx'), 'Team') },
  { path: '/people', element: load(() => import('#features/people/people.tsx'), 'People') },
  { path: '/people/:id', element: load(() => import('./person-screen.tsx'), 'PersonScreen') },
  { path: '/give', element: load(() => import('#features/boxes/give.tsx'), 'Give') },
  { path: '/lend', element: load(() => import('#features/boxes/lend.tsx'), 'Lend') },
  { path: '/wishes', element: load(() => import('#features/boxes/wishes.tsx'), 'WishesScreen') },
  { path: '/boxes', element: load(() => import('#features/boxes/boxes.tsx'), 'Boxes') },
  { path: '/boxes/new', team: true, element: load(() => import('#features/boxes/place-form.tsx'), 'AddPlace') },
  { path: '/boxes/place/:place', team: true, element: load(() => import('#features/boxes/place.tsx'), 'PlaceScreen') },
  {
    path: '/boxes/place/:place/count',
    team: true,
    element: load(() => import('#features/boxes/count.tsx'), 'CountScreen'),
  },
  {
    path: '/boxes/place/:place/of/:set',
    team: true,
    element: load(() => import('#features/boxes/shelf.tsx'), 'ShelfScreen'),
  },
  { path: '/boxes/place/:place/:act', team: true, element: load(() => import('#features/boxes/act.tsx'), 'Act') },
  { path: '/more', element: load(() => import('#features/more/more.tsx'), 'More') },
  { path: '/wrong', element: load(() => import('#features/more/wrong.tsx'), 'Wrong') },
  { path: '/settings', element: load(() => import('./settings.tsx'), 'Settings') },
  { path: '/sync', element: load(() => import('./sync-screen.tsx'), 'SyncScreen') },
];

const EnrolledDesk = load(() => import('./desk.tsx'), 'EnrolledDesk');

/** The coordinator's desk, beside its rail. Read from the server, on an enrolled laptop and where nothing is kept alike. */
export const deskScreens: readonly Screen[] = [
  { path: '/desk', element: load(() => import('#features/desk/overview.tsx'), 'Overview') },
  { path: '/desk/sessions', element: load(() => import('#features/desk/sessions.tsx'), 'Sessions') },
  { path: '/desk/sessions/:id', element: load(() => import('#features/desk/session.tsx'), 'Session') },
  { path: '/desk/boxes', element: load(() => import('#features/desk/boxes.tsx'), 'Boxes') },
  { path: '/desk/boxes/labels', element: load(() => import('#features/desk/labels.tsx'), 'Labels') },
  { path: '/desk/boxes/import', element: load(() => import('#features/desk/import.tsx'), 'Import') },
  { path: '/desk/set-up', element: load(() => import('#features/desk/set-up.tsx'), 'SetUp') },
  { path: '/desk/set-up/sites/:id', element: load(() => import('#features/desk/site.tsx'), 'Site') },
  { path: '/desk/set-up/sets/:id', element: load(() => import('#features/desk/set.tsx'), 'OneSet') },
  { path: '/desk/team', element: load(() => import('#features/desk/team.tsx'), 'Team') },
  { path: '/desk/exports', element: load(() => import('#features/desk/exports.tsx'), 'Exports') },
  { path: '/desk/look', element: load(() => import('#features/desk/look.tsx'), 'Look') },
  { path: '/desk/settings', element: load(() => import('./desk-settings.tsx'), 'DeskSettings') },
];

/** The desk's screens as routes, for either frame. Call it: a router reads its children, not components. */
export const deskRoutes = () =>
  deskScreens.map(({ path, element: Element }) => (
    <Route
      key={path}
      path={path}
      element={
        <Suspense>
          <Element />
        </Suspense>
      }
    />
  ));

export function WorkerRoutes() {
  const setup = useSetup();
  if (!setup) return null;
  const screens = volunteersOnly(setup.rights) ? workerScreens.filter(({ team }) => !team) : workerScreens;
  return (
    <Shell>
      <Suspense>
        <Routes>
          {screens.map(({ path, element: Element }) => (
            <Route key={path} path={path} element={<Element />} />
          ))}
          <Route element={<EnrolledDesk />}>{deskRoutes()}</Route>
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
