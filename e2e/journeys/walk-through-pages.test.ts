import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import { accessibilityViolations } from '../testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';
import { isFocused, tabTo } from '../testing/browser/keyboard.ts';
import { seesDraftSaved } from '../testing/offline/app-on-device.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';

const email = 'household@example.com';
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  await fixture.backend.cloud.cognito.createPerson({ email, password });
});

afterAll(() => fixture[Symbol.asyncDispose]());

/** A narrow phone. */
async function openHousehold(path = '') {
  const context = await fixture.browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/household${path}`);
  return page;
}

/** With a key: a click soon after another in the same spot counts as meant for the page before. */
const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).press('Enter');
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function fillFirstPage(page: Page) {
  await page.getByLabel('Which governorate do you live in?').selectOption('Karak');
  await page
    .getByRole('combobox', { name: 'Which town is it, or which is the nearest?' })
    .fill('Mut');
  await page.getByRole('option', { name: 'Mutah' }).click();
  await goOn(page);
  await heading(page, 'Who lives with you');
}

async function fillPeople(page: Page) {
  await page.getByLabel('How many people live in your household?').fill('1');
  await page.getByLabel('First name').fill('Rana');
  await page.getByLabel('How old is Rana?').fill('34');
  await page.getByLabel('Works for pay').check();
  await goOn(page);
  await heading(page, 'Your home');
}

async function fillHome(page: Page) {
  await page.getByLabel('How many bedrooms are there?').fill('2');
  await page
    .getByRole('radiogroup', { name: /Do you rent/ })
    .getByLabel('No', { exact: true })
    .check();
  await page.getByLabel('The public network').check();
  await goOn(page);
  await heading(page, 'Anything else');
}

test('a form is filled in page by page, checked, changed and sent', async () => {
  const page = await openHousehold();
  const found: string[] = [];
  const inspect = async (what: string) => {
    found.push(...(await accessibilityViolations(page)).map((it) => `${what}: ${it}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
      found.push(`${what} scrolls sideways`);
  };
  await heading(page, 'Where you live');
  await inspect('the first page');
  await goOn(page);
  await page.getByRole('alert').getByText('your governorate').waitFor();
  await inspect('a page with issues');
  await fillFirstPage(page);

  // A reload loses nothing, and neither do the browser's own buttons.
  await page.getByLabel('How many people live in your household?').fill('1');
  await page.getByLabel('First name').fill('Rana');
  await page.getByText(/^Kept on this device/).waitFor();
  await seesDraftSaved(page, 'Rana');
  await page.reload();
  await heading(page, 'Who lives with you');
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('Rana');
  await page.goBack();
  await heading(page, 'Where you live');
  await page.goForward();
  await heading(page, 'Who lives with you');
  await fillPeople(page);
  await inspect('a page with a note');

  // Nobody gets further than to the first page that is not finished.
  await page.goto(`${fixture.appUrl}/household/check`);
  await heading(page, 'Your home');
  await fillHome(page);
  await goOn(page);
  await heading(page, 'Check your answers');
  await inspect('the list of answers');

  // A change opens another question, which comes before the list.
  await page.getByRole('link', { name: 'Change Do you rent your home?' }).click();
  await heading(page, 'Your home');
  await page
    .getByRole('radiogroup', { name: /Do you rent/ })
    .getByLabel('Yes')
    .check();
  await goOn(page);
  await page.getByRole('alert').waitFor();
  await page.getByLabel('What is the rent for a month?').fill('120.500');
  await goOn(page);
  await heading(page, 'Check your answers');
  await page.getByText('120.500').waitFor();

  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await heading(page, 'Sign in');
  await signInOnPage(page, { email });
  await heading(page, 'Sent');
  expect(found).toEqual([]);
  expect(await storedEntryRows(fixture.backend.cloud)).toMatchObject([
    { answers: { governorate: 'karak', town: 'mutah', size: 1, rent: 'yes', children: 0 } },
  ]);

  // An entry is changed from the same list.
  await page.getByRole('main').getByRole('link', { name: 'My entries' }).click();
  await page.locator('.entry-line a').first().click();
  await page.getByRole('link', { name: /^Edit/ }).click();
  await page.getByRole('link', { name: 'Change Do you rent your home?' }).click();
  await page
    .getByRole('radiogroup', { name: /Do you rent/ })
    .getByLabel('No', { exact: true })
    .check();
  await goOn(page);
  await page.getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect
    .poll(async () => await storedEntryRows(fixture.backend.cloud))
    .toMatchObject([{ version: 2, answers: { rent: 'no' } }]);
  expect((await storedEntryRows(fixture.backend.cloud))[0]?.['answers']).not.toHaveProperty(
    'price',
  );
  await page.context().close();
});

test('pages are filled in with the keyboard alone', async () => {
  const page = await openHousehold();
  await tabTo(page, page.getByLabel('Which governorate do you live in?'));
  await page.keyboard.type('Karak');
  await tabTo(
    page,
    page.getByRole('combobox', { name: 'Which town is it, or which is the nearest?' }),
  );
  await page.keyboard.type('Mutah');
  await page.getByRole('option', { name: 'Mutah' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await heading(page, 'Who lives with you');
  await expect.poll(() => isFocused(page.getByRole('heading', { level: 1 }))).toBe(true);
  await tabTo(page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  const issue = page.getByRole('alert').getByRole('link').first();
  await tabTo(page, issue);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => isFocused(page.getByLabel('How many people live in your household?')))
    .toBe(true);
  // From the question back up to the link.
  await tabTo(page, page.getByRole('link', { name: 'Back' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await heading(page, 'Where you live');
  expect(pathOf(page)).toBe('/household');
  await page.context().close();
});

test('axe finds nothing on the pages in Arabic and in the dark theme', async () => {
  const context = await fixture.browser.newContext({
    locale: 'ar',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/household`);
  await page.locator('#answer-governorate').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.locator('.form button[type=submit]').click();
  await page.locator('.summary').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await context.close();
});

test('a link to a later page, without a draft, leads to the first', async () => {
  for (const path of ['/page/bedrooms', '/page/nothing', '/check']) {
    const page = await openHousehold(path);
    await heading(page, 'Where you live');
    expect(pathOf(page)).toBe('/household');
    await page.context().close();
  }
});
