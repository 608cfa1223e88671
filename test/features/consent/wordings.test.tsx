// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import { Notices } from '#features/consent/desk/notices.tsx';
import { WordingDraft } from '#features/consent/desk/wordings/draft.tsx';
import { WordingVersion } from '#features/consent/desk/wordings/version.tsx';
import { Wordings } from '#features/consent/desk/wordings/wordings.tsx';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import { patch } from '#test/saying.ts';

/** From nothing that can be signed to an approved wording, and a draft that waits for its reader. */

const here = office();
beforeEach(() => keepTypedInMemory('ann'));
afterEach(forgetTyped);

const list = '/desk/consents/wordings';
const desk = () => deskOf(here.world, here.ann);
type Stored = { readonly id: string; readonly body: Record<string, unknown> };
const records = async (type: string): Promise<Stored[]> =>
  (await here.world.say('GET', `/api/records?type=${type}`, undefined, { cookie: here.ann.cookie })).body.records;
const openDraft = async (language: string) =>
  (await records('wording')).find(({ body }) => body.language === language && body.status === 'active');

async function begin(language: RegExp) {
  const user = userEvent.setup();
  const { unmount } = stand(desk(), Wordings, list);
  await user.click(await screen.findByRole('button', { name: 'New wording' }));
  const sheet = await screen.findByRole('dialog');
  await user.click(await within(sheet).findByRole('radio', { name: language }));
  await user.click(within(sheet).getByRole('button', { name: 'Begin' }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  unmount();
}

async function atDraft(language: string, part: string) {
  const draft = await openDraft(language);
  return stand(desk(), WordingDraft, `${list}/draft/${draft?.id}?part=${part}`, `${list}/draft/:id`);
}

async function readBy(language: string, name: string) {
  const user = userEvent.setup();
  const { unmount } = await atDraft(language, 'approve');
  await user.type(await screen.findByLabelText(/^Who read all of it/), name);
  await user.click(screen.getByRole('button', { name: 'Write the review down' }));
  expect(screen.getAllByText('Tick it once they have said so.')).not.toHaveLength(0);
  await user.click(screen.getByRole('checkbox', { name: /have read every text/ }));
  await user.click(screen.getByRole('button', { name: 'Write the review down' }));
  expect(await screen.findByText('It can be approved')).toBeTruthy();
  unmount();
}

it('at first nobody can sign anything, and only English can be begun', async () => {
  const user = userEvent.setup();
  stand(desk(), Wordings, list);
  expect(await screen.findByText('Nobody can sign anything yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'New wording' }));
  expect((await screen.findAllByRole('radio')).map((each) => each.closest('label')?.textContent)).toEqual(['English']);
});

it('a partner without an address is asked for, then English is read and approved', async () => {
  await begin(/^English$/);
  const user = userEvent.setup();
  const { unmount } = await atDraft('en', 'approve');
  expect((await screen.findAllByText(/has no address in the set-up/)).length).toBeGreaterThan(0);
  unmount();
  for (const { id } of await records('partner'))
    await desk().save('', [patch('partner', id, 'programme', { address: '1 Hill Road', contact: '01632 960001' })]);
  await readBy('en', 'Ruth B');
  await atDraft('en', 'approve');
  await user.click(await screen.findByRole('button', { name: 'Approve version 1' }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  const [version] = await records('wordingVersion');
  const [approval] = await records('approval');
  expect(approval?.body).toMatchObject({ sha256: version?.body.sha256, kind: 'says more', who: 'Ann' });
  expect(await openDraft('en')).toBeUndefined();
});

it('the version can be read to the letter, and the list says it is approved', async () => {
  const [version] = await records('wordingVersion');
  const path = `${list}/version/${version?.body.sha256}`;
  const { unmount } = stand(desk(), WordingVersion, path, `${list}/version/:sha256`);
  expect(await screen.findByText('May Ioana join in our free sessions in the park?')).toBeTruthy();
  expect(screen.getByText(String(version?.body.sha256))).toBeTruthy();
  unmount();
  stand(desk(), Wordings, list);
  expect(await screen.findByRole('link', { name: /^Approved/ })).toBeTruthy();
});

it('what changes is said before a second version is approved, and only then', async () => {
  await begin(/^English$/);
  const user = userEvent.setup();
  const writing = await atDraft('en', 'photoPublic');
  const why = await screen.findByLabelText('What it is for');
  await user.clear(why);
  await user.type(why, 'For our posters and our newsletter.');
  await user.click(screen.getByRole('button', { name: 'Save these texts' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  writing.unmount();
  await readBy('en', 'Ruth B');
  await atDraft('en', 'approve');
  await user.click(await screen.findByRole('button', { name: 'Approve version 2' }));
  expect(screen.getAllByText('Say what changes.')).not.toHaveLength(0);
  await user.click(screen.getByRole('radio', { name: /It says more/ }));
  const ticked = screen.getAllByRole('checkbox', { checked: true }).map((each) => each.closest('label')?.textContent);
  expect(ticked).toEqual(['Photos for all to see']);
  await user.click(screen.getByRole('checkbox', { name: /Photos for all to see/ }));
  await user.click(screen.getByRole('button', { name: 'Approve version 2' }));
  expect(screen.getAllByText('Tick what people are asked again about.')).not.toHaveLength(0);
  await user.click(screen.getByRole('checkbox', { name: /Photos for all to see/ }));
  await user.type(screen.getByLabelText(/^Why/), 'A newsletter');
  await user.click(screen.getByRole('button', { name: 'Approve version 2' }));
  expect(await screen.findByText('another screen')).toBeTruthy();
  await waitFor(async () =>
    expect((await records('approval')).map(({ body }) => body.purposes)).toContainEqual(['photoPublic']),
  );
});

it('two versions are compared word for word', async () => {
  const versions = await records('wordingVersion');
  const of = (n: number) =>
    versions.find(({ body }) => (body.document as { version: number }).version === n)?.body.sha256; // as it was stored
  stand(desk(), WordingVersion, `${list}/version/${of(2)}?with=${of(1)}`, `${list}/version/:sha256`);
  expect(await screen.findByText('For our posters and our newsletter.', { selector: 'ins' })).toBeTruthy();
  expect(
    screen.getByText('So that others see what happens in the park, and come too.', { selector: 'del' }),
  ).toBeTruthy();
  expect(screen.getAllByRole('row')).toHaveLength(2);
});

it('a question is recorded, and what phones cannot play or carry is refused in words', async () => {
  const user = userEvent.setup({ applyAccept: false });
  const [version] = await records('wordingVersion');
  stand(desk(), WordingVersion, `${list}/version/${version?.body.sha256}`, `${list}/version/:sha256`);
  const field = await screen.findByLabelText('A sound for: Joining in');
  await user.upload(field, new File(['words'], 'a.wma', { type: 'audio/x-ms-wma' }));
  expect(await screen.findByText(/Phones do not play this kind of sound/)).toBeTruthy();
  await user.upload(field, new File([new Uint8Array(1024 * 1024 + 1)], 'a.ogg', { type: 'audio/ogg' }));
  expect(await screen.findByText(/at most 1 MB/)).toBeTruthy();
  await user.type(screen.getByLabelText(/^Who reads/), 'Simran');
  await user.upload(field, new File(['spoken words'], 'a.m4a', { type: 'audio/x-m4a' }));
  expect(await screen.findByText(/Recorded, 1 kB, read by Simran/)).toBeTruthy();
  const [recording] = await records('recording');
  expect(recording?.body).toMatchObject({
    wording: version?.body.sha256,
    purpose: 'takePart',
    mime: 'audio/mp4',
    bytes: 12,
  });
  const got = await here.world.say('GET', `/api/files/${recording?.body.file}`, undefined, { cookie: here.ann.cookie });
  expect(got.text).toBe('spoken words');
});

it('a privacy notice is not handed out before the set-up says who answers for it, and names how to complain', async () => {
  const { unmount } = stand(desk(), Notices, '/desk/consents/notices');
  expect(await screen.findByText('Not to be handed out yet')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  unmount();
  const [programme] = await records('programme');
  const body = { privacyContact: 'Priya N, 01632 960100', safeguardingName: 'Ruth B' };
  await desk().save('', [patch('programme', programme?.id ?? '', 'programme', body)]);
  stand(desk(), Notices, '/desk/consents/notices?for=child');
  expect(
    await screen.findByText(/Your grown-up can tell Priya N, 01632 960100, or the Information Commissioner/),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
});
