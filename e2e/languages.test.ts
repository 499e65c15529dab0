import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sideways, violations } from './judge.ts';
import { password } from './person.ts';
import { storedIn } from './rows.ts';
import { openStage, type Stage } from './stage.ts';

const email = 'person@example.com';
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.world.cloud.cognito.createPerson({ email, password });
});

afterAll(() => stage[Symbol.asyncDispose]());

test('given a browser that asks for Arabic, the app begins in it, with the numbers of its country', async () => {
  const { page } = await open('/', { locale: 'ar-EG' });
  await page.getByRole('heading', { name: 'النماذج', level: 1 }).waitFor();
  expect(await pageIs(page)).toEqual({ lang: 'ar-EG', dir: 'rtl' });
  expect(await page.title()).toBe('النماذج – Formstead');
});

test('when Arabic is chosen by hand, then the whole way to the receipt is in Arabic, and what is stored has no language', async () => {
  const { page, context } = await open('/pwausers', { viewport: { width: 320, height: 740 } });
  const other = await context.newPage();
  await other.goto(`${stage.appUrl}/about`);
  await other.getByRole('heading', { name: 'About this app' }).waitFor();

  await page.getByLabel('Language').selectOption('العربية');
  await page.getByRole('heading', { name: 'انضم إلينا', level: 1 }).waitFor();
  expect(await pageIs(page)).toEqual({ lang: 'ar', dir: 'rtl' });
  // The other tab follows.
  await other.getByRole('heading', { name: 'عن هذا التطبيق', level: 1 }).waitFor();
  await other.close();

  await page.getByRole('button', { name: 'انضم' }).click();
  const alert = page.getByRole('alert');
  await alert.getByRole('link', { name: 'أدخل اسم العائلة' }).waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await page.getByLabel('الاسم الأول').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('الاسم الأول').fill('ميكي');
  await page.getByLabel('اسم العائلة').fill('ماوس');
  await page.getByLabel('رقم الهاتف').fill('٠١٢ ٣٤٥٦ ٧٨٩');
  await page.getByLabel('من صديق').check();
  await page.getByRole('button', { name: 'انضم' }).click();

  await page.getByLabel('البريد الإلكتروني', { exact: true }).fill(email);
  expect(await englishIn(page)).toEqual([]);
  await page.getByLabel('كلمة المرور', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('البريد الإلكتروني أو كلمة المرور غير صحيحة.').waitFor();
  await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('مُلئ هذا على هذا الجهاز قبل أن تسجّل الدخول').waitFor();
  await page.getByRole('button', { name: /^إرسال باسم/ }).click();
  await page.getByRole('heading', { name: 'تم التسليم' }).waitFor();
  await page.getByText('تمت إضافة المستخدم بنجاح!').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(await storedIn(stage.world.cloud)).toMatchObject([
    { answers: { fname: 'ميكي', lname: 'ماوس', phone: '+44123456789', source: 'friend' } },
  ]);

  await page.goto(`${stage.appUrl}/pwausers/entries`);
  await page.getByText('من صديق').waitFor();
  expect(await englishIn(page)).toEqual([]);
  await page.getByLabel('اللغة (Language)').selectOption('English');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
  await page.getByText('From a friend').waitFor();
  expect(await pageIs(page)).toMatchObject({ dir: 'ltr' });
});

test('when dark is chosen by hand, then the next page is dark before a line of the app has run', async () => {
  const { page } = await open('/pwausers', { colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).background);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('Dark');
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  expect(await chromeColours(page)).toEqual(['#121614']);
  await page.route(/assets\/.*\.js$/, (route) => route.abort());
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.unroute(/assets\/.*\.js$/);
  await page.reload();
  await page.getByLabel('Theme').selectOption('As the system');
  await expect.poll(paper).toBe(light);
  expect(await chromeColours(page)).toEqual(['#faf8f3']);
});

async function open(path: string, options: BrowserContextOptions) {
  const context = await stage.browser.newContext({ ...options, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(stage.appUrl + path);
  return { page, context };
}

function pageIs(page: Page) {
  return page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });
}

/** What a browser colours its own bars with. */
function chromeColours(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter((it) => window.matchMedia(it.media).matches)
      .map((it) => it.content),
  );
}

/** Lines that are not in Arabic, apart from names, numbers of entries and what people typed. */
async function englishIn(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text
    .split('\n')
    .filter((it) =>
      /[a-z]{2}/i.test(it.replace(/Formstead|\S+@example\.com|Language|English/g, '')),
    )
    .filter((it) => !/^[\w-]{22}$/.test(it));
}
