import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { accessibilityViolations } from '../testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { openResponses } from '../testing/browser/open-responses.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

let fixture: BrowserFixture;
let author: SignedInPerson;
let reader: SignedInPerson;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  const { cloud } = fixture.backend;
  author = await signInAs(cloud, 'author@example.com');
  for (const email of ['first@example.com', 'second@example.com'])
    await signInAs(cloud, email, ['owners']);
  reader = await signInAs(cloud, 'reader@example.com', ['owners']);
  await reader.send('POST', 'pwausers/members', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'second@example.com', role: 'reviewer' }),
  });
});

afterAll(() => fixture[Symbol.asyncDispose]());

type Stored = { readonly id: string; readonly version: number };

/** The newest response, as an owner reads it, and all its reviews. */
async function storedResponse({ id }: Stored) {
  const username = JSON.parse(atob(author.idToken.split('.')[1] ?? ''))['cognito:username'];
  const query = new URLSearchParams({ username, id });
  return (await (await reader.get(`pwausers/responses?${query}`)).json()) as {
    readonly items: readonly Record<string, unknown>[];
    readonly reviews?: readonly Record<string, unknown>[];
    readonly comments?: readonly Record<string, unknown>[];
  };
}

/** Opens the only response, whose buttons are then loaded. */
async function openResponse(email: string): Promise<Page> {
  const page = await openResponses(fixture, { form: 'pwausers', email });
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
  return page;
}

const setOffline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline);

test('two reviewers and the author at once, offline in turn, lose no review and no answer', async () => {
  const sent = await author.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' });
  const entry = (await sent.json()) as Stored;
  const [first, second] = [
    await openResponse('first@example.com'),
    await openResponse('second@example.com'),
  ];
  await setOffline(first, true);
  await first.getByLabel('Note to the author').fill('Is that your full name?');
  await first.getByRole('button', { name: 'Send back' }).press('Enter');
  await first.getByText('Saved on this device, not sent yet').waitFor();
  await comment(first, 'She never gives it.');

  await second.getByRole('button', { name: 'Approve', exact: true }).press('Enter');
  await expect.poll(async () => (await storedResponse(entry)).reviews).toHaveLength(1);
  await comment(second, 'I know her.');
  await second.getByLabel('Assign to').selectOption('second@example.com');
  await second.getByRole('button', { name: 'Assign', exact: true }).press('Enter');
  await expect
    .poll(async () => (await storedResponse(entry)).items)
    .toMatchObject([{ assignedTo: 'second@example.com' }]);
  expect(await accessibilityViolations(second)).toEqual([]);

  // The author opens the entry, and is offline while the first reviewer is back.
  const page = await editOffline(entry);
  await setOffline(first, false);
  await expect.poll(async () => (await storedResponse(entry)).reviews).toHaveLength(2);
  expect((await storedResponse(entry)).items).toMatchObject([
    { version: 1, review: { state: 'sent-back' } },
  ]);
  await setOffline(page, false);
  await expect
    .poll(async () => (await storedResponse(entry)).items)
    .toMatchObject([{ version: 2, answers: { fname: 'Minnie' }, review: { state: 'edited' } }]);
  expect((await storedResponse(entry)).reviews).toMatchObject([
    { state: 'approved', email: 'second@example.com', version: 1 },
    { state: 'sent-back', email: 'first@example.com', note: 'Is that your full name?' },
  ]);
  // The first reviewer's device sends it after the review.
  await expect
    .poll(async () => (await storedResponse(entry)).comments)
    .toMatchObject([
      { text: 'I know her.', email: 'second@example.com', version: 1 },
      { text: 'She never gives it.', email: 'first@example.com', version: 1 },
    ]);
});

/** Writes a comment by keyboard, and waits until it is shown. */
async function comment(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a comment').fill(text);
  await page.getByRole('button', { name: 'Add comment' }).press('Enter');
  await page.getByRole('listitem').getByText(text).waitFor();
}

/** The author changes the first name, and is offline when they save. */
async function editOffline(entry: Stored): Promise<Page> {
  const page = await (await fixture.browser.newContext()).newPage();
  await page.goto(`${fixture.appUrl}/entries/pwausers/${entry.id}/edit`);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOnPage(page, { email: 'author@example.com' });
  await page.getByLabel('First name').fill('Minnie');
  await setOffline(page, true);
  await page.getByRole('main').getByRole('button', { name: 'Save' }).press('Enter');
  return page;
}

test('a correction meets the change of an author who was offline, and everyone sees every version', async () => {
  const sent = await author.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' });
  const entry = (await sent.json()) as Stored;
  const owner = await openResponse('first@example.com');
  const page = await editOffline(entry);

  await owner.getByRole('link', { name: 'Correct answers' }).press('Enter');
  await owner.getByLabel('Last name').fill('Duck');
  await owner.getByRole('button', { name: 'See what changes' }).press('Enter');
  await owner.getByText('Duck').waitFor();
  await owner.getByLabel('Why are you changing this?').fill('You told us on the phone.');
  expect(await accessibilityViolations(owner)).toEqual([]);
  await owner.getByRole('button', { name: 'Save the correction' }).press('Enter');
  await owner.getByText('The response is corrected').waitFor();
  expect((await storedResponse(entry)).items).toMatchObject([
    { version: 2, answers: { fname: 'Mickey', lname: 'Duck' } },
  ]);

  await setOffline(page, false);
  await expect
    .poll(async () => (await storedResponse(entry)).items)
    .toMatchObject([{ version: 3, answers: { fname: 'Minnie', lname: 'Duck' } }]);
  await page.goto(`${fixture.appUrl}/entries/pwausers/${entry.id}`);
  await page.getByRole('button', { name: 'Show what was changed' }).press('Enter');
  const versions = page.getByRole('list', { name: 'Versions' });
  await versions.waitFor();
  await expect
    .poll(() => versions.locator('strong').allTextContents())
    .toEqual(['Changed by you', 'Corrected by the team', 'Sent']);
  await versions.getByText('You told us on the phone.').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await owner.getByRole('link', { name: 'Back to the response' }).press('Enter');
  await owner.getByRole('button', { name: 'Show what was changed' }).press('Enter');
  await owner.getByText('Corrected by first@example.com').waitFor();
});
