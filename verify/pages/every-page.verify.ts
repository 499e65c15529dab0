import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cutOffByLongText,
  elementsBeyondEdge,
  untilLaidOut,
  horizontalOverflow,
  accessibilityViolations,
} from '../../e2e/testing/browser/accessibility.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import {
  openBrowserFixture,
  type BrowserFixture,
} from '../../e2e/testing/browser/browser-fixture.ts';
import { walkAsOwner, walkAsVisitor } from '../../e2e/testing/browser/walk-pages.ts';

/** The folder for screenshots of all pages, if any. */
const screenshotFolder = process.env['PICTURES'];
let fixture: BrowserFixture;

/** Milliseconds for about thirty pages that take seconds each. */
const timeout = 600_000;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

const languages = ['en', 'ar'] as const;
const themes = ['light', 'dark', 'forced colours'] as const;
type Theme = (typeof themes)[number];
const combinations = languages.flatMap((language) =>
  themes.map((theme) => [language, theme] as const),
);

test.each(combinations)(
  'every page and state in %s, %s: axe finds nothing',
  { timeout },
  async (language, theme) => {
    const found: string[] = [];
    const page = await pageIn(language, theme, 360);
    const inspect = async (what: string) => {
      if (screenshotFolder) await takeScreenshot(`${language}-${theme}-${what}`);
      found.push(...(await accessibilityViolations(page)).map((it) => `${what}: ${it}`));
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(
        language === 'ar' ? 'rtl' : 'ltr',
      );
    };
    const takeScreenshot = (name: string) => {
      mkdirSync(screenshotFolder ?? '', { recursive: true });
      return page.screenshot({ path: `${screenshotFolder}/${name}.png`, fullPage: true });
    };
    await walkAll(page, inspect);
    expect(found).toEqual([]);
  },
);

test.each(languages)(
  'every page and state in %s fits in 320 pixels, and in any more, however long its words and large its text',
  { timeout },
  async (language) => {
    const found: string[] = [];
    const page = await pageIn(language, 'light', 320);
    await walkAll(page, async (what) => {
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        const over = await horizontalOverflow(page);
        if (over > 0) found.push(`${what} at ${width}: ${over} px too wide`);
        const cutOff = await cutOffByLongText(page);
        found.push(...cutOff.map((it) => `${what} at ${width}, with long words: ${it}`));
      }
      found.push(...(await tooWideWithLargeText(page)).map((it) => `${what}, ${it}`));
      await page.setViewportSize({ width: 320, height: 740 });
    });
    expect(found).toEqual([]);
  },
);

/** What does not fit on a phone whose text is twice as large. */
async function tooWideWithLargeText(page: InspectedPage): Promise<string[]> {
  const setTextSize = (size: string) =>
    page.evaluate((it) => void (document.documentElement.style.fontSize = it), size);
  await page.setViewportSize({ width: 360, height: 740 });
  await setTextSize('200%');
  await untilLaidOut(page);
  const over = await horizontalOverflow(page);
  const beyond = over > 0 ? await elementsBeyondEdge(page) : [];
  await setTextSize('');
  return over > 0 ? [`large text: ${over} px too wide by ${beyond.join(', ')}`] : [];
}

async function pageIn(language: string, theme: Theme, width: number) {
  const context = await fixture.browser.newContext({
    locale: language === 'en' ? 'en-GB' : language,
    ...(theme === 'forced colours' ? { forcedColors: 'active' } : { colorScheme: theme }),
    viewport: { width, height: 740 },
  });
  return context.newPage();
}

type InspectedPage = Awaited<ReturnType<typeof pageIn>>;

let people = 0;

async function walkAll(
  page: InspectedPage,
  inspect: (what: string) => Promise<void>,
): Promise<void> {
  const email = `owner-${(people += 1)}@example.com`;
  await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const walk = { page, appUrl: fixture.appUrl, email, inspect };
  await walkAsVisitor(walk);
  await walkAsOwner(walk);
  await page.context().close();
}
