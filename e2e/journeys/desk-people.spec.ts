import { expect, go, test } from '../world.ts';

/** Last year’s list becomes the register: read in, found, told from who is known already, and taken back. */

const list = `Name,DOB,Park,Mother,Phone,Medical,Consent
Zaki Karim,27/03/2014,Windmill Hill,Nadia Karim,07700 900318,Nut allergy,Yes
Leila Karim,2012,The rec,Nadia Karim,07700900318,,
Leo Bad,31 2 2014,,,,,
`;

test('last year’s list is imported, a child who is known twice is joined and taken apart, and all of it is undone', async ({
  world,
}) => {
  await world.programme.readFamilies();
  const { page } = await world.opened('priya');
  await go(page, '/desk/people');
  await expect(page.getByText('YGM Dance Academy')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Amira K' })).toBeVisible();
  await page.getByRole('button', { name: 'Add someone' }).click();
  await page.getByRole('link', { name: 'Import last year’s list' }).click();

  await page.getByLabel('Or paste the lines').fill(list);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText('There is no 31 in February 2014: it has 28 days.')).toBeVisible();
  await expect(page.getByText(/1 with a consent of last year: noted as asked/)).toBeVisible();
  await page.getByLabel('Which park is “The rec”?').selectOption({ label: 'Woodlands Park' });
  await page.getByLabel('Leave out the row with a problem').check();
  await page.getByRole('button', { name: 'Import 2 people' }).dblclick();
  await expect(page.getByText('2 people imported')).toBeVisible();

  // The same child once more, by a spelling that is heard alike: nobody is merged, somebody says so.
  await page.getByLabel('Or paste the lines').fill('Name,DOB\nZakki Karim,2014\n');
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await page.getByLabel(/^Known: Zaki K/).selectOption('new');
  await page.getByRole('button', { name: 'Import 1 person' }).click();
  await expect(page.getByText('1 person imported')).toBeVisible();

  await go(page, '/desk/people/doubles');
  await page.getByRole('button', { name: /^Compare Zaki K and Zakki K|^Compare Zakki K and Zaki K/ }).click();
  await page.getByRole('button', { name: 'Same person' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await go(page, '/desk/people');
  await page.getByRole('searchbox').fill('zakki');
  await expect(page.getByRole('row', { name: /Zaki K/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Zakki/ })).toHaveCount(0);
  expect(page.url()).not.toMatch(/zak/i);

  await go(page, '/desk/people/doubles?part=joined');
  await page.getByRole('button', { name: /^Compare Zak/ }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Nobody was joined')).toBeVisible();

  await go(page, '/desk/people/import');
  await page.getByRole('button', { name: 'Undo: 2 people imported' }).click();
  await expect(page.getByText('Taken back: 2 people')).toBeVisible();
  await go(page, '/desk/people');
  await expect(page.getByRole('row', { name: /Zakki K/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Leila/ })).toHaveCount(0);
});

test('what must be done is read behind Show, which writes the look, and a change of it is on the phone', async ({
  world,
}) => {
  await world.programme.readFamilies();
  const { page } = await world.opened('priya');
  await go(page, '/desk/people');
  await page.keyboard.press('/');
  await page.keyboard.type('amira');
  await page.getByRole('link', { name: 'Amira K' }).click();
  await page.getByRole('link', { name: 'Whole page' }).click();
  await page.getByRole('button', { name: 'What we must do', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Yes' }).check();
  await sheet.getByRole('button', { name: 'Add a need' }).click();
  await sheet.getByLabel('What is it?').fill('Asthma');
  await sheet.getByLabel('What must we do?').fill('Blue inhaler in her bag');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Blue inhaler in her bag')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Blue inhaler in her bag')).toBeVisible();
  await page.getByText('History').click();
  await expect(page.getByText('Looked at what we must do')).toBeVisible();
});
