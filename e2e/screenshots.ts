/**
 * `npm run screenshots` writes screenshots of the pages to docs/screenshots. All pages in all variants would
 * be hundreds, so: every page on a phone, and every variant and width for the pages that change most.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { password } from './testing/backend/signed-in-person.ts';
import { numberedEntry, putEntries } from './testing/backend/put-entries.ts';
import { openBrowserFixture } from './testing/browser/browser-fixture.ts';
import { untilMapIsDrawn } from './testing/browser/map-picture.ts';
import { signInOnPage } from './testing/browser/sign-in-steps.ts';

const folder = 'docs/screenshots';
const email = 'owner@example.com';

const pages = {
  home: '/',
  form: '/pwausers',
  map: '/ride',
  entries: '/entries',
  outbox: '/outbox',
  account: '/account',
  about: '/about',
  responses: '/responses/pwausers',
  charts: '/responses/pwausers?view=charts',
  api: '/api',
} as const;

type Name = keyof typeof pages;
type Variant = {
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly size?: { readonly width: number; readonly height: number };
  readonly textSize?: string;
  readonly language?: string;
  readonly of: readonly Name[];
};

const mainPages = ['home', 'form', 'entries', 'responses'] as const;
const phone = { width: 360, height: 740 };

const variants: Readonly<Record<string, Variant>> = {
  phone: { of: Object.keys(pages) as Name[] },
  tablet: { size: { width: 768, height: 1024 }, of: mainPages },
  desktop: {
    size: { width: 1280, height: 800 },
    of: ['home', 'form', 'entries', 'about', 'responses', 'charts'],
  },
  dark: { media: { colorScheme: 'dark' }, of: [...mainPages, 'map', 'charts'] },
  'forced-colours': { media: { forcedColors: 'active' }, of: [...mainPages, 'map'] },
  'text-200': { textSize: '200%', of: mainPages },
  arabic: { language: 'ar', of: [...mainPages, 'map', 'charts', 'about'] },
  'arabic-desktop': {
    language: 'ar',
    media: { colorScheme: 'dark' },
    size: { width: 1280, height: 800 },
    of: ['form', 'responses'],
  },
};

await using fixture = await openBrowserFixture();
const { backend, appUrl, browser } = fixture;
await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
const names = ['Mickey', 'Minnie', 'Donald', 'Daisy', 'Goofy'];
await putEntries(
  backend.cloud,
  Array.from({ length: 120 }, (_, n) =>
    numberedEntry(n * 97, 'pwausers', {
      fname: names[n % names.length] ?? '',
      lname: n % 2 ? 'Mouse' : 'Duck',
      ...(n % 3 === 0 && { source: 'friend' }),
    }),
  ),
);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const page = await browser.newPage({ viewport: phone, reducedMotion: 'reduce' });
await signIn(page);
const index: string[] = [];
const addToIndex = (name: string, variant: string) =>
  index.push(`<img src="${name}-${variant}.webp" alt="${name}, ${variant}" width="240">`);
for (const [variant, { media, size = phone, textSize, language = '', of }] of Object.entries(
  variants,
)) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
  await page.evaluate((it) => localStorage.setItem('formstead:language', it), language);
  index.push(`\n## ${variant}\n`);
  if (variant === 'phone') for (const name of ['sign-in', 'delivered']) addToIndex(name, variant);
  for (const name of of) {
    await page.goto(appUrl + pages[name]);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (textSize)
      await page.evaluate((it) => (document.documentElement.style.fontSize = it), textSize);
    // Waits until everything is fetched and drawn.
    await page.locator('.placeholder').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(800);
    if (name === 'map') await untilMapIsDrawn(page);
    await saveScreenshot(page, `${name}-${variant}`);
    addToIndex(name, variant);
  }
}
writeFileSync(
  join(folder, 'README.md'),
  `# Screenshots\n\nWritten by \`npm run screenshots\`, in Chromium. A phone is 360 px wide, a tablet 768 px, a desktop 1280 px; the other variants are on a phone.\n${index.join('\n')}\n`,
);

/** Signs in and submits an entry. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await saveScreenshot(page, 'sign-in-phone');
  await signInOnPage(page, { email });
  await page.getByText('You are signed in').waitFor();
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  await saveScreenshot(page, 'delivered-phone');
}

/** The smallest size that is still readable. */
async function saveScreenshot(page: Page, name: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: Math.min(document.documentElement.scrollHeight, 2400),
  }));
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  await devtools.detach();
}
