/**
 * `npm run screenshots`: the pages as people see them, into docs/screenshots. Not every page in every
 * look, which would be hundreds: each page on a phone, and each look and width on the pages it changes most.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { password } from './person.ts';
import { entryNumber, seed } from './seeded.ts';
import { openStage } from './stage.ts';
import { signInOnPage } from './sign-in-page.ts';

const folder = 'docs/screenshots';
const email = 'owner@example.com';

const pages = {
  home: '/',
  form: '/pwausers',
  map: '/ride',
  entries: '/pwausers/entries',
  outbox: '/outbox',
  account: '/account',
  about: '/about',
  responses: '/pwausers/responses',
  charts: '/pwausers/responses?view=charts',
  api: '/api',
} as const;

type Name = keyof typeof pages;
type Look = {
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly size?: { readonly width: number; readonly height: number };
  readonly textSize?: string;
  readonly language?: string;
  readonly of: readonly Name[];
};

const some = ['home', 'form', 'entries', 'responses'] as const;
const phone = { width: 360, height: 740 };

const looks: Readonly<Record<string, Look>> = {
  phone: { of: Object.keys(pages) as Name[] },
  tablet: { size: { width: 768, height: 1024 }, of: some },
  desk: {
    size: { width: 1280, height: 800 },
    of: ['home', 'form', 'entries', 'about', 'responses', 'charts'],
  },
  dark: { media: { colorScheme: 'dark' }, of: [...some, 'map', 'charts'] },
  'forced-colours': { media: { forcedColors: 'active' }, of: [...some, 'map'] },
  'text-200': { textSize: '200%', of: some },
  arabic: { language: 'ar', of: [...some, 'map', 'charts', 'about'] },
  'arabic-desk': {
    language: 'ar',
    media: { colorScheme: 'dark' },
    size: { width: 1280, height: 800 },
    of: ['form', 'responses'],
  },
};

await using stage = await openStage();
const { world, appUrl, browser } = stage;
await world.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
const names = ['Mickey', 'Minnie', 'Donald', 'Daisy', 'Goofy'];
await seed(
  world.cloud,
  Array.from({ length: 120 }, (_, n) =>
    entryNumber(n * 97, 'pwausers', {
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
const show = (name: string, look: string) =>
  index.push(`<img src="${name}-${look}.webp" alt="${name}, ${look}" width="240">`);
for (const [look, { media, size = phone, textSize, language = '', of }] of Object.entries(looks)) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
  await page.evaluate((it) => localStorage.setItem('formstead:language', it), language);
  index.push(`\n## ${look}\n`);
  if (look === 'phone') for (const name of ['sign-in', 'delivered']) show(name, look);
  for (const name of of) {
    await page.goto(appUrl + pages[name]);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (textSize)
      await page.evaluate((it) => (document.documentElement.style.fontSize = it), textSize);
    // Until everything has been fetched and drawn.
    await page.locator('.placeholder').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(800);
    await keep(page, `${name}-${look}`);
    show(name, look);
  }
}
writeFileSync(
  join(folder, 'README.md'),
  `# The pages as people see them\n\nTaken by \`npm run screenshots\`, in Chromium. A phone is 360 px wide, a tablet 768, a desk 1280; the other looks are a phone’s.\n${index.join('\n')}\n`,
);

/** Somebody signs in and sends an entry. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await page.getByLabel('Email', { exact: true }).fill(email);
  await keep(page, 'sign-in-phone');
  await signInOnPage(page, { email });
  await page.getByText('You are signed in').waitFor();
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  await keep(page, 'delivered-phone');
}

/** As small as it can be and still be read. */
async function keep(page: Page, name: string): Promise<void> {
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
