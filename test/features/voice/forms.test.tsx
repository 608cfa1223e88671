// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import { FormDraftPage } from '#features/voice/desk/forms/draft/draft.tsx';
import { Forms } from '#features/voice/desk/forms/forms.tsx';
import { FormVersionPage } from '#features/voice/desk/forms/version.tsx';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';

/** A form from the ready-made one to a version in use, and what a coordinator does with it afterwards. */

const here = office();
beforeEach(() => keepTypedInMemory('ann'));
afterEach(forgetTyped);

const list = '/desk/voice/forms';
const desk = () => deskOf(here.world, here.ann);
type Stored = { readonly id: string; readonly body: Record<string, unknown> };
const records = async (type: string): Promise<Stored[]> =>
  (await here.world.say('GET', `/api/records?type=${type}`, undefined, { cookie: here.ann.cookie })).body.records;
const openDraft = async () => {
  const draft = (await records('form')).find(({ body }) => body.status === 'active');
  if (!draft) throw new Error('no draft is open');
  return draft;
};
const fieldOf = async (field: string) => (await openDraft()).body[field];

async function begin(from: RegExp) {
  const user = userEvent.setup();
  const { unmount } = stand(desk(), Forms, list);
  await user.click(await screen.findByRole('button', { name: 'Begin a form' }));
  const sheet = await screen.findByRole('dialog');
  await user.click(await within(sheet).findByRole('radio', { name: from }));
  await user.click(within(sheet).getByRole('button', { name: 'Begin' }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  unmount();
}

async function atDraft(search = '') {
  const { id } = await openDraft();
  const user = userEvent.setup();
  const { unmount } = stand(desk(), FormDraftPage, `${list}/draft/${id}${search}`, `${list}/draft/:id`);
  await screen.findByRole('navigation', { name: 'Parts of the draft' });
  return { user, unmount };
}

it('at first nobody can be asked anything, and there are forms to begin from', async () => {
  const user = userEvent.setup();
  stand(desk(), Forms, list);
  expect(await screen.findByText('Nobody can be asked anything yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Begin a form' }));
  await user.click(await screen.findByRole('button', { name: 'Begin' }));
  expect(screen.getAllByText('Choose what to begin from.')).not.toHaveLength(0);
});

it('a ready-made form begins with its questions in order, in nine languages', async () => {
  await begin(/^How was today\? 11 and over/);
  await atDraft();
  const names = screen.getAllByRole('link', { name: /^Change “/ }).map((each) => each.getAttribute('aria-label'));
  expect(names).toEqual([
    'Change “How was today?”',
    'Change “Would you come again?”',
    'Change “Did you feel safe?”',
    'Change “What is one thing we should change?”',
  ]);
  expect(await fieldOf('machine/ur')).toBe(true);
  expect(await fieldOf('text/pl:q:again')).toBe('Czy chcesz przyjść jeszcze raz?');
});

it('a text is saved when its field is left, and by itself', async () => {
  const { user } = await atDraft('?part=questions&question=safe');
  const before = await openDraft();
  const field = screen.getByRole('textbox', { name: 'The question' });
  await user.clear(field);
  await user.type(field, 'Did you feel safe here?');
  await user.tab();
  await waitFor(async () => expect(await fieldOf('text/en:q:safe')).toBe('Did you feel safe here?'));
  const after = await openDraft();
  expect({ ...after.body, 'text/en:q:safe': '' }).toEqual({ ...before.body, 'text/en:q:safe': '' });
  expect(await screen.findByText('Did you feel safe here?', { selector: 'p' })).toBeTruthy();
});

it('a question is moved by a button, and made to be asked only after an answer, in plain words', async () => {
  const { user } = await atDraft('?part=questions&question=change');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ask it' }), 'again');
  await user.selectOptions(await screen.findByRole('combobox', { name: '… is' }), 'no');
  await waitFor(async () =>
    expect(await fieldOf('question/change')).toMatchObject({ showIf: { has: ['again', 'no'] } }),
  );
  expect(screen.getByText('Only if “Would you come again?” is No.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Move “What is one thing we should change?” up' }));
  const shown = () =>
    screen.getAllByRole('link', { name: /^(Change|Close) “/ }).map((each) => each.getAttribute('aria-label'));
  await waitFor(() => expect(shown()[2]).toBe('Close “What is one thing we should change?”'));
});

it('a question is added at the end with its answers, and is missing in the other languages', async () => {
  const { user, unmount } = await atDraft();
  await user.click(screen.getByRole('button', { name: 'Add a question' }));
  await user.type(screen.getByLabelText(/^The question/), 'How did you get here?');
  await user.click(screen.getByRole('button', { name: 'Add it' }));
  await waitFor(async () => expect(await fieldOf('question/how_did_you_get_here')).toMatchObject({ type: 'oneOf' }));
  unmount();
  const opened = await atDraft('?part=questions&question=how_did_you_get_here');
  for (const [n, answer] of ['On foot', 'By bus'].entries()) {
    await opened.user.type(screen.getByLabelText('One more answer'), `${answer}{Enter}`);
    expect(await screen.findByLabelText(`Answer ${n + 1}`)).toHaveProperty('value', answer);
    await waitFor(() => expect(screen.getByLabelText('One more answer')).toHaveProperty('value', ''));
  }
  expect(await fieldOf('question/how_did_you_get_here')).toMatchObject({
    options: [{ name: 'on_foot' }, { name: 'by_bus' }],
  });
  opened.unmount();
  await atDraft('?part=approve');
  expect(screen.getByText(/^Not in this version: Panjabi, Romanian/)).toBeTruthy();
  expect(screen.getByText('Romanian: the answer “By bus” is not written yet.')).toBeTruthy();
});

it('a language is written beside the English', async () => {
  const { user } = await atDraft('?part=languages&language=ro');
  const texts = ['Cum ai ajuns aici?', 'Pe jos', 'Cu autobuzul'];
  const labels = ['The question, in Romanian', 'Answer: On foot, in Romanian', 'Answer: By bus, in Romanian'];
  for (const [n, label] of labels.entries()) {
    const field = screen.getAllByLabelText(label).at(-1);
    if (!field) throw new Error(`no field ${label}`);
    await user.type(field, texts[n] ?? '');
    await user.tab();
  }
  await waitFor(async () => expect(await fieldOf('text/ro:o:how_did_you_get_here:by_bus')).toBe('Cu autobuzul'));
  expect(screen.getByText('A machine wrote the Romanian')).toBeTruthy();
});

it('a form of faces is not put to under-8s: it says so before it is approved', async () => {
  const { user, unmount } = await atDraft('?part=who');
  await user.click(screen.getByRole('checkbox', { name: '7 or younger' }));
  await waitFor(async () => expect(await fieldOf('age/00-07')).toBe(true));
  unmount();
  const approving = await atDraft('?part=approve');
  expect(screen.getByText(/shows faces that say little under 11/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
  approving.unmount();
  const back = await atDraft('?part=who');
  await back.user.click(screen.getByRole('checkbox', { name: '7 or younger' }));
  await waitFor(async () => expect(await fieldOf('age/00-07')).toBe(false));
});

it('nobody approves it without saying who read what; a language nobody read waits in the version', async () => {
  const { user } = await atDraft('?part=approve');
  const approve = screen.getByRole('button', { name: 'Approve version 1' });
  await user.click(approve);
  expect(screen.getAllByText('Say who read at least one of the languages.')).not.toHaveLength(0);
  expect(screen.getAllByText('Tick it once they have said so.')).not.toHaveLength(0);
  await user.type(screen.getByLabelText(/^Who read the English/), 'Ruth B');
  await user.click(screen.getByRole('checkbox', { name: /have read every text/ }));
  await user.click(approve);
  expect(await screen.findByText('another screen')).toBeTruthy();
  const [version] = await records('formVersion');
  const approvals = await records('formApproval');
  expect(approvals.map(({ body }) => body)).toMatchObject([
    { sha256: version?.body.sha256, languages: ['en'], who: 'Ruth B' },
  ]);
  expect(Object.keys((version?.body.document as { texts: object }).texts).sort()).toEqual(['en', 'ro']);
  expect((await records('form')).map(({ body }) => body.status)).toEqual(['closed']);
});

async function atVersion() {
  const versions = await records('formVersion');
  const sha256 = String(versions.at(-1)?.body.sha256);
  const user = userEvent.setup();
  const { unmount } = stand(desk(), FormVersionPage, `${list}/version/${sha256}`, `${list}/version/:sha256`);
  expect(await screen.findByText(sha256)).toBeTruthy();
  return { user, unmount, sha256 };
}

it('a language of a version is approved later, by whoever read it', async () => {
  const { user, sha256, unmount } = await atVersion();
  expect(await screen.findByText(/^A machine wrote it/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Approve the Romanian' }));
  expect(screen.getAllByText('Say who read it.')).not.toHaveLength(0);
  await user.type(screen.getByLabelText(/^Who read the Romanian/), 'Ioana P');
  await user.click(screen.getByRole('checkbox', { name: /they speak Romanian well/ }));
  await user.click(screen.getByRole('button', { name: 'Approve the Romanian' }));
  await waitFor(async () => expect(await records('formApproval')).toHaveLength(2));
  expect((await records('formApproval')).at(-1)?.body).toMatchObject({ sha256, languages: ['ro'], who: 'Ioana P' });
  unmount();
  stand(desk(), Forms, list);
  expect(await screen.findByText('English, Română')).toBeTruthy();
});

it('a form is ended and used again', async () => {
  const { user, unmount } = await atVersion();
  await user.click(screen.getByRole('button', { name: 'End this form' }));
  expect(await screen.findByRole('button', { name: 'Use this form again' })).toBeTruthy();
  unmount();
  const ended = stand(desk(), Forms, list);
  expect(await screen.findByText('Ended')).toBeTruthy();
  expect(screen.queryByText('In use')).toBeNull();
  ended.unmount();
  const again = await atVersion();
  await again.user.click(screen.getByRole('button', { name: 'Use this form again' }));
  expect(await screen.findByRole('button', { name: 'End this form' })).toBeTruthy();
});

it('the next version says what it changes, and cannot take the promise back', async () => {
  const { user, unmount } = await atVersion();
  await user.click(screen.getByRole('button', { name: 'Begin the next version' }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  unmount();
  const settings = await atDraft('?part=who');
  expect(screen.getByText(/That was promised with the first version and stays/)).toBeTruthy();
  expect(screen.queryByRole('radio', { name: /Yes: and whoever answers is told so/ })).toBeNull();
  settings.unmount();
  const writing = await atDraft();
  const title = screen.getByLabelText(/^Title/);
  await writing.user.clear(title);
  await writing.user.type(title, 'Today in the park');
  await writing.user.tab();
  await waitFor(async () => expect(await fieldOf('text/en:title')).toBe('Today in the park'));
  writing.unmount();
  await atDraft('?part=approve');
  const table = screen.getByRole('table', { name: 'What is different' });
  expect(within(table).getByText('English: the title')).toBeTruthy();
  expect(within(table).getByText('Today in the park')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Approve version 2' })).toBeTruthy();
});

it('ONS4 is locked: its words are shown, nothing of them can be written', async () => {
  for (const { id, body } of await records('form'))
    if (body.status === 'active')
      await desk().save('', [{ op: 'patch', type: 'form', id, scope: 'programme', body: { status: 'closed' } }]);
  await begin(/^ONS4: personal wellbeing, 11 to 15/);
  const { unmount } = await atDraft('?part=questions&question=satisfied');
  expect(screen.getByText('ONS4 without anxiety belongs to Office for National Statistics')).toBeTruthy();
  expect(screen.getAllByText('Overall, how satisfied are you with your life nowadays?').length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: /Add a question|Take this question out|^Move/ })).toBeNull();
  expect(screen.queryByRole('textbox', { name: 'The question' })).toBeNull();
  unmount();
  await atDraft('?part=who');
  expect(screen.getByText('ONS4 without anxiety is for 10 to 15.')).toBeTruthy();
});
