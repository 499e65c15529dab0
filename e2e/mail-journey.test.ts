import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailsTo } from './inbox.ts';
import { password } from './person.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage[Symbol.asyncDispose]());

test('a person who submits in the browser reads the confirmation in the inbox', async () => {
  const { world, appUrl, browser } = stage;
  const { cloud } = world;
  const email = 'reader@example.com';
  await cloud.cognito.createPerson({ email, password, groups: [] });
  const page = await browser.newPage();

  await page.goto(appUrl);
  await page.getByLabel('First name').fill('Mickey');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Check your answers and send them').waitFor();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();

  expect(await mailsTo(cloud, email)).toHaveLength(1);
  await page.goto(cloud.inbox.url);
  await page.getByText('Thank you for joining, Mickey').first().click();
  const body = page.frameLocator('iframe').getByText('Hello Mickey Mouse');
  await body.or(page.getByText('Hello Mickey Mouse')).first().waitFor();
});
