import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { colourNamed } from '#brand/read-theme.ts';
import { horizontalOverflow, accessibilityViolations } from '../testing/browser/accessibility.ts';
import { password } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import { openBrowserFixture, type BrowserFixture } from '../testing/browser/browser-fixture.ts';
import { openMenu } from '../testing/browser/menu-steps.ts';

const email = 'person@example.com';
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
  await fixture.backend.cloud.cognito.createPerson({ email, password });
});

afterAll(() => fixture[Symbol.asyncDispose]());

test('in a browser that prefers Arabic the app starts in Arabic, with the country’s numerals', async () => {
  const { page } = await open('/', { locale: 'ar-EG' });
  await page.getByRole('heading', { name: 'النماذج', level: 1 }).waitFor();
  expect(await languageOf(page)).toEqual({ lang: 'ar-EG', dir: 'rtl' });
  await expect.poll(() => page.title()).toBe(`النماذج – ${brand.name}`);
});

test('with Arabic chosen, everything up to the receipt is in Arabic, and the stored entry does not depend on it', async () => {
  const { page, context } = await open('/pwausers', { viewport: { width: 320, height: 740 } });
  const other = await context.newPage();
  await other.goto(`${fixture.appUrl}/about`);
  await other.getByRole('heading', { name: 'About this app' }).waitFor();

  await openMenu(page);
  await page.getByLabel('Language').selectOption('العربية');
  await page.getByRole('heading', { name: 'انضم إلينا', level: 1 }).waitFor();
  expect(await languageOf(page)).toEqual({ lang: 'ar', dir: 'rtl' });
  // The other tab changes too.
  await other.getByRole('heading', { name: 'عن هذا التطبيق', level: 1 }).waitFor();
  await other.close();

  await page.getByRole('button', { name: 'انضم' }).click();
  const alert = page.getByRole('alert');
  await alert.getByRole('link', { name: 'أدخل اسم العائلة' }).waitFor();
  expect(await horizontalOverflow(page)).toBe(0);
  await expect.poll(() => page.getByLabel('الاسم الأول').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('الاسم الأول').fill('ميكي');
  await page.getByLabel('اسم العائلة').fill('ماوس');
  await page.getByLabel('رقم الهاتف').fill('٠١٢ ٣٤٥٦ ٧٨٩');
  await page.getByLabel('من صديق').check();
  await page.getByRole('button', { name: 'انضم' }).click();

  await page.getByRole('tab').first().click();
  await page.getByLabel('البريد الإلكتروني', { exact: true }).fill(email);
  expect(await englishLinesIn(page)).toEqual([]);
  await page.getByLabel('كلمة المرور', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('البريد الإلكتروني أو كلمة المرور غير صحيحة.').waitFor();
  await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'تم الإرسال' }).waitFor();
  await page.getByText('شكرًا لانضمامك').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await answersOnTheOtherSide(page)).toEqual([]);
  expect(await storedEntryRows(fixture.backend.cloud)).toMatchObject([
    { answers: { fname: 'ميكي', lname: 'ماوس', phone: '+44123456789', source: 'friend' } },
  ]);

  await page.goto(`${fixture.appUrl}/entries`);
  await page
    .getByText(/من صديق|ماوس/)
    .first()
    .waitFor();
  expect(await englishLinesIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'القائمة' }).click();
  await page.getByLabel('اللغة (Language)').selectOption('English');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
  expect(await languageOf(page)).toMatchObject({ dir: 'ltr' });
});

test('with the dark theme chosen, the next page is dark before the app has run', async () => {
  const { page } = await open('/pwausers', { colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).background);
  const light = await paper();
  await openMenu(page);
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  expect(await chromeColours(page)).toEqual([colourNamed('paper').dark]);
  await page.route(/assets\/.*\.js$/, (route) => route.abort());
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.unroute(/assets\/.*\.js$/);
  await page.reload();
  await openMenu(page);
  await page.getByLabel('Theme').selectOption('System theme');
  await expect.poll(paper).toBe(light);
  expect(await chromeColours(page)).toEqual([colourNamed('paper').light]);
});

async function open(path: string, options: BrowserContextOptions) {
  const context = await fixture.browser.newContext({ ...options, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(fixture.appUrl + path);
  return { page, context };
}

/** Answers, such as numbers, that do not begin on the side where a page from right to left begins. */
function answersOnTheOtherSide(page: Page): Promise<string[]> {
  return page.locator('.facts dd').evaluateAll((them) =>
    them
      .filter((it) => {
        const text = document.createRange();
        text.selectNodeContents(it);
        return it.getBoundingClientRect().right - text.getBoundingClientRect().right > 1;
      })
      .map((it) => it.textContent),
  );
}

function languageOf(page: Page) {
  return page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });
}

/** The colour of the browser's own bars. */
function chromeColours(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter((it) => window.matchMedia(it.media).matches)
      .map((it) => it.content),
  );
}

/** Lines that are not in Arabic, except names, numbers of entries and what people typed. */
async function englishLinesIn(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text
    .split('\n')
    .filter((it) =>
      /[a-z]{2}/i.test(
        it
          .replaceAll(brand.operator.name, '')
          .replaceAll(brand.name, '')
          .replace(/\S+@example\.com|Language|English/g, ''),
      ),
    )
    .filter((it) => !/^[\w-]{22}$/.test(it));
}
