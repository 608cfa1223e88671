import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Register } from '#features/register/register.tsx';
import { Today } from '#features/sessions/today.tsx';
import { Shell } from './shell.tsx';

/** Every screen of an open phone. The list is what the tests walk: a screen that is not here does not exist. */

const load = <Name extends string>(from: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => from().then((module) => ({ default: module[name] as ComponentType }))); // the module's own export

export type Screen = { readonly path: string; readonly element: ComponentType | LazyExoticComponent<ComponentType> };

export const workerScreens: readonly Screen[] = [
  { path: '/', element: Today },
  { path: '/start', element: load(() => import('#features/sessions/start.tsx'), 'Start') },
  { path: '/s/:id', element: Register },
  { path: '/sync', element: load(() => import('./sync-screen.tsx'), 'SyncScreen') },
  { path: '/more', element: load(() => import('#features/more/more.tsx'), 'More') },
];

export function WorkerRoutes() {
  return (
    <Shell>
      <Suspense>
        <Routes>
          {workerScreens.map(({ path, element: Element }) => (
            <Route key={path} path={path} element={<Element />} />
          ))}
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
