import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilAppIsDrawn } from '../testing/browser/app-is-drawn.ts';
import { mailsTo } from '../testing/backend/read-mails.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { openBrowserFixture, type BrowserFixture } from '../testing/browser/browser-fixture.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

test('a person who submits in the browser reads the confirmation in the inbox', async () => {
  const { backend, appUrl, browser } = fixture;
  const { cloud } = backend;
  const email = 'reader@example.com';
  await cloud.cognito.createPerson({ email, password, groups: [] });
  const page = await browser.newPage();

  await page.goto(`${appUrl}/pwausers`);
  await untilAppIsDrawn(page);
  await page.getByLabel('First name').fill('Mickey');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByLabel('Email address').fill('stranger@example.com');
  await page.getByRole('button', { name: 'Join' }).click();
  await signInOnPage(page, { email });
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  await page.getByText(`We will send it to ${email}`).waitFor();

  expect(await mailsTo(cloud, email)).toHaveLength(1);
  await page.goto(cloud.inbox.url);
  await page.getByText('Thank you for joining').first().click();
  await page.getByText('Hello Mickey Mouse').first().waitFor();
});

test('an entry that was queued offline is confirmed once, when it is delivered', async () => {
  const { backend, appUrl, browser } = fixture;
  const { cloud } = backend;
  const email = 'walker@example.com';
  await cloud.cognito.createPerson({ email, password, groups: [] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await signInOnPage(page, { email });
  await page.getByText('You are signed in').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await context.setOffline(true);
  await page.getByLabel('First name').fill('Mickey');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByLabel('Email address').fill('stranger@example.com');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Cannot reach the server').waitFor();
  expect(await mailsTo(cloud, email, 0)).toHaveLength(0);
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  expect(await mailsTo(cloud, email)).toHaveLength(1);
  await context.close();
});
