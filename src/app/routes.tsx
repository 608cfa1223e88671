import { Suspense, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Home } from '#app/meet/home.tsx';
import { useSetup } from '#db/setup.ts';
import { coordinates, volunteersOnly } from '#domain/records/access.ts';
import { load, type Screen } from './load.ts';
import { Shell } from './shell.tsx';
import { titled } from './titles.tsx';
import type { Trail } from './trail.ts';

/** Every screen of an open phone. The list is what the tests walk: a screen that is not here does not exist. */

export const workerScreens: readonly Screen[] = [
  { path: '/', element: Home },
  { path: '/start', element: load(() => import('#features/sessions/phone/start.tsx'), 'Start') },
  { path: '/plan', team: true, element: load(() => import('#features/sessions/phone/plan/plan.tsx'), 'Plan') },
  {
    path: '/sessions',
    team: true,
    element: load(() => import('#features/sessions/phone/list/all-sessions.tsx'), 'AllSessions'),
  },
  { path: '/earlier', team: true, element: load(() => import('#features/sessions/phone/plan/paper.tsx'), 'Earlier') },
  { path: '/blank', team: true, element: load(() => import('#features/sessions/phone/blank.tsx'), 'Blank') },
  { path: '/s/:id', element: load(() => import('#app/meet/register-screen.tsx'), 'RegisterScreen') },
  { path: '/s/:id/ask', element: load(() => import('#app/meet/voice-screen.tsx'), 'VoiceScreen') },
  { path: '/s/:id/ask/code', element: load(() => import('#features/voice/phone/code/code.tsx'), 'CodeScreen') },
  { path: '/s/:id/add', element: load(() => import('#app/meet/add-screen.tsx'), 'AddScreen') },
  { path: '/s/:id/before', element: load(() => import('#features/sessions/phone/before/before.tsx'), 'Before') },
  {
    path: '/s/:id/change',
    team: true,
    element: load(() => import('#features/sessions/phone/plan/change.tsx'), 'ChangeSession'),
  },
  { path: '/s/:id/count', element: load(() => import('#features/register/count.tsx'), 'Count') },
  { path: '/s/:id/finish', element: load(() => import('#app/meet/session-screens.tsx'), 'FinishScreen') },
  {
    path: '/s/:id/indicators',
    team: true,
    element: load(() => import('#app/meet/indicators-screen.tsx'), 'GroupScreen'),
  },
  { path: '/s/:id/note', team: true, element: load(() => import('#features/sessions/phone/note.tsx'), 'Note') },
  {
    path: '/s/:id/debrief',
    team: true,
    element: load(() => import('#features/sessions/phone/finish/debrief.tsx'), 'LateDebrief'),
  },
  { path: '/s/:id/photos', element: load(() => import('#app/meet/photos-screen.tsx'), 'PhotosScreen') },
  { path: '/s/:id/summary', element: load(() => import('#app/meet/session-screens.tsx'), 'SummaryScreen') },
  { path: '/s/:id/tell', team: true, element: load(() => import('#features/voice/phone/tell/tell.tsx'), 'WhatWeSay') },
  {
    path: '/s/:id/tell/:idea',
    team: true,
    element: load(() => import('#features/voice/phone/tell/tell.tsx'), 'TellThem'),
  },
  { path: '/s/:id/team', element: load(() => import('#features/sessions/phone/before/team.tsx'), 'Team') },
  { path: '/people', element: load(() => import('#features/people/phone/people.tsx'), 'People') },
  { path: '/people/:id', element: load(() => import('#app/meet/person-screen.tsx'), 'PersonScreen') },
  { path: '/people/:id/sessions', element: load(() => import('#features/people/phone/came-to.tsx'), 'CameToAll') },
  {
    path: '/people/:id/edit',
    team: true,
    element: load(() => import('#features/people/phone/edit/edit.tsx'), 'EditPerson'),
  },
  {
    path: '/people/:id/edit/:part',
    team: true,
    element: load(() => import('#features/people/phone/edit/part.tsx'), 'EditPart'),
  },
  {
    path: '/people/:id/guardian/:guardian',
    team: true,
    element: load(() => import('#features/people/phone/edit/guardian.tsx'), 'EditGuardian'),
  },
  {
    path: '/people/:id/equality',
    team: true,
    element: load(() => import('#app/meet/equality-screen.tsx'), 'EqualityScreen'),
  },
  {
    path: '/people/:id/indicators',
    team: true,
    element: load(() => import('#app/meet/indicators-screen.tsx'), 'IndicatorsScreen'),
  },
  {
    path: '/people/:id/not-joining',
    team: true,
    element: load(() => import('#features/people/phone/not-joining.tsx'), 'NotJoining'),
  },
  {
    path: '/people/:id/same',
    team: true,
    element: load(() => import('#features/people/phone/same.tsx'), 'SamePerson'),
  },
  {
    path: '/people/:id/consent',
    team: true,
    element: load(() => import('#app/meet/consent-screen.tsx'), 'ConsentScreen'),
  },
  {
    path: '/people/:id/consent/check',
    team: true,
    element: load(() => import('#features/consent/phone/check.tsx'), 'ConsentCheck'),
  },
  {
    path: '/people/:id/consent/link',
    team: true,
    element: load(() => import('#features/consent/phone/link/send.tsx'), 'SendLink'),
  },
  {
    path: '/people/:id/consent/history',
    team: true,
    element: load(() => import('#features/consent/phone/history.tsx'), 'ConsentHistory'),
  },
  {
    path: '/people/:id/consent/parent',
    team: true,
    element: load(() => import('#features/consent/phone/history.tsx'), 'ShowToParent'),
  },
  {
    path: '/people/:id/consent/note',
    team: true,
    element: load(() => import('#features/consent/phone/decide.tsx'), 'GillickNote'),
  },
  {
    path: '/people/:id/consent/error',
    team: true,
    element: load(() => import('#features/consent/phone/decide.tsx'), 'EnteredInError'),
  },
  {
    path: '/people/:id/consent/decide',
    team: true,
    element: load(() => import('#features/consent/phone/decide.tsx'), 'Decide'),
  },
  { path: '/people/:id/withdraw', element: load(() => import('#features/consent/phone/withdraw.tsx'), 'Withdraw') },
  {
    path: '/ask-again',
    team: true,
    element: load(() => import('#features/consent/phone/ask-again/ask-again.tsx'), 'AskAgain'),
  },
  { path: '/give', element: load(() => import('#features/boxes/phone/give/give.tsx'), 'Give') },
  { path: '/lend', element: load(() => import('#features/boxes/phone/loans/lend.tsx'), 'Lend') },
  { path: '/wishes', element: load(() => import('#app/meet/wishes.tsx'), 'WishesScreen') },
  { path: '/boxes', element: load(() => import('#app/meet/wishes.tsx'), 'BoxesScreen') },
  {
    path: '/boxes/new',
    team: true,
    element: load(() => import('#features/boxes/phone/place/place-form.tsx'), 'AddPlace'),
  },
  { path: '/boxes/owed', team: true, element: load(() => import('#features/boxes/phone/owed/page.tsx'), 'OwedPage') },
  {
    path: '/boxes/place/:place',
    team: true,
    element: load(() => import('#features/boxes/phone/place/place.tsx'), 'PlaceScreen'),
  },
  {
    path: '/boxes/place/:place/count',
    team: true,
    element: load(() => import('#features/boxes/phone/place/count.tsx'), 'CountScreen'),
  },
  {
    path: '/boxes/place/:place/of/:set',
    team: true,
    element: load(() => import('#features/boxes/phone/place/shelf.tsx'), 'ShelfScreen'),
  },
  {
    path: '/boxes/place/:place/:act',
    team: true,
    element: load(() => import('#features/boxes/phone/place/act.tsx'), 'Act'),
  },
  { path: '/more', element: load(() => import('#features/more/more.tsx'), 'More') },
  { path: '/agencies', element: load(() => import('#features/more/agencies.tsx'), 'Agencies') },
  { path: '/help', element: load(() => import('#features/more/help.tsx'), 'Help') },
  { path: '/wrong', element: load(() => import('#features/more/wrong.tsx'), 'Wrong') },
  { path: '/hand-over', element: load(() => import('#app/meet/hand-over-screen.tsx'), 'HandOverScreen') },
  { path: '/settings', element: load(() => import('./settings.tsx'), 'Settings') },
  { path: '/sync', element: load(() => import('./sync-screen.tsx'), 'SyncScreen') },
];

const fetchDesk = () => import('#app/desk/desk.tsx');
const EnrolledDesk = load(fetchDesk, 'EnrolledDesk');

/** The coordinator's desk, beside its rail. Read from the server, on an enrolled laptop and where nothing is kept alike. */
export const deskScreens: readonly Screen[] = [
  { path: '/desk', element: load(() => import('#app/desk/overview.tsx'), 'Overview') },
  { path: '/desk/sessions', element: load(() => import('#features/sessions/desk/sessions.tsx'), 'Sessions') },
  { path: '/desk/sessions/:id', element: load(() => import('#features/sessions/desk/session/session.tsx'), 'Session') },
  { path: '/desk/consents', element: load(() => import('#features/consent/desk/consents.tsx'), 'Consents') },
  {
    path: '/desk/consents/wordings',
    element: load(() => import('#features/consent/desk/wordings/wordings.tsx'), 'Wordings'),
  },
  { path: '/desk/consents/check', element: load(() => import('#features/consent/desk/check.tsx'), 'CheckOfConsents') },
  {
    path: '/desk/consents/withdrawn',
    element: load(() => import('#features/consent/desk/withdrawn.tsx'), 'Withdrawn'),
  },
  { path: '/desk/consents/notices', element: load(() => import('#features/consent/desk/notices.tsx'), 'Notices') },
  {
    path: '/desk/consents/wordings/draft/:id',
    element: load(() => import('#features/consent/desk/wordings/draft.tsx'), 'WordingDraft'),
  },
  {
    path: '/desk/consents/wordings/version/:sha256',
    element: load(() => import('#features/consent/desk/wordings/version.tsx'), 'WordingVersion'),
  },
  { path: '/desk/people', element: load(() => import('#features/people/desk/people.tsx'), 'People') },
  { path: '/desk/people/doubles', element: load(() => import('#features/people/desk/doubles.tsx'), 'Doubles') },
  {
    path: '/desk/people/import',
    element: load(() => import('#features/people/desk/import/import.tsx'), 'ImportPeople'),
  },
  { path: '/desk/people/:id', element: load(() => import('#features/people/desk/whole.tsx'), 'PersonPage') },
  {
    path: '/desk/people/:id/consents',
    element: load(() => import('#features/consent/desk/answers/answers.tsx'), 'Answers'),
  },
  { path: '/desk/people/:id/erase', element: load(() => import('#features/people/desk/erase.tsx'), 'ErasePerson') },
  { path: '/desk/voice/forms', element: load(() => import('#features/voice/desk/forms/forms.tsx'), 'Forms') },
  {
    path: '/desk/voice/forms/draft/:id',
    element: load(() => import('#features/voice/desk/forms/draft/draft.tsx'), 'FormDraftPage'),
  },
  {
    path: '/desk/voice/forms/version/:sha256',
    element: load(() => import('#features/voice/desk/forms/version.tsx'), 'FormVersionPage'),
  },
  { path: '/desk/boxes', element: load(() => import('#app/desk/boxes.tsx'), 'Boxes') },
  { path: '/desk/boxes/labels', element: load(() => import('#features/boxes/desk/labels/labels.tsx'), 'Labels') },
  { path: '/desk/boxes/import', element: load(() => import('#features/boxes/desk/import/import.tsx'), 'Import') },
  { path: '/desk/voice', element: load(() => import('#features/voice/desk/ideas/ideas.tsx'), 'Ideas') },
  {
    path: '/desk/voice/answers',
    element: load(() => import('#features/voice/desk/answers/answers.tsx'), 'AnswersPage'),
  },
  {
    path: '/desk/voice/indicators',
    element: load(() => import('#features/voice/desk/indicators/indicators.tsx'), 'IndicatorsPage'),
  },
  { path: '/desk/voice/words', element: load(() => import('#features/voice/desk/answers/words.tsx'), 'WordsPage') },
  { path: '/desk/voice/poster', element: load(() => import('#features/voice/desk/poster/page.tsx'), 'PosterPage') },
  {
    path: '/desk/voice/ideas/:id',
    element: load(() => import('#features/voice/desk/ideas/idea.tsx'), 'IdeaPage'),
  },
  {
    path: '/desk/voice/forms/import',
    element: load(() => import('#features/voice/desk/xlsform/import.tsx'), 'ImportForm'),
  },
  { path: '/desk/team/import', element: load(() => import('#features/team/team-import.tsx'), 'ImportTeam') },
  { path: '/desk/set-up', element: load(() => import('#app/desk/set-up.tsx'), 'SetUp') },
  {
    path: '/desk/set-up/sites/import',
    element: load(() => import('#features/programme/sites-import.tsx'), 'ImportSites'),
  },
  { path: '/desk/set-up/sites/:id', element: load(() => import('#features/programme/site.tsx'), 'Site') },
  { path: '/desk/set-up/sets/:id', element: load(() => import('#features/boxes/desk/sets/set.tsx'), 'OneSet') },
  { path: '/desk/team', element: load(() => import('#features/team/team.tsx'), 'Team') },
  { path: '/desk/exports', element: load(() => import('#app/desk/exports.tsx'), 'Exports') },
  { path: '/desk/look', element: load(() => import('#features/inbox/look.tsx'), 'Look') },
  { path: '/desk/settings', element: load(() => import('#app/desk/desk-settings.tsx'), 'DeskSettings') },
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

export function WorkerRoutes({ trail }: { trail: Trail }) {
  const setup = useSetup();
  const opensDesk = setup !== undefined && coordinates(setup.rights);
  // Fetched once the phone is ready offline, so that the desk of this version is there when a newer one lies on the server.
  useEffect(() => {
    if (opensDesk) void navigator.serviceWorker?.ready.then(fetchDesk).catch(() => undefined);
  }, [opensDesk]);
  if (!setup) return null;
  const screens = volunteersOnly(setup.rights) ? workerScreens.filter(({ team }) => !team) : workerScreens;
  return (
    <Shell trail={trail}>
      <Suspense>
        <Routes>
          {screens.map(({ path, element: Element }) => (
            <Route key={path} path={path} element={titled(path, <Element />)} />
          ))}
          <Route element={<EnrolledDesk />}>{deskRoutes()}</Route>
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
