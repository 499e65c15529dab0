import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutOffByLongWords, sideways, violations } from './judge.ts';
import { password } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { walkAsOwner, walkAsVisitor } from './walk.ts';

/** Where pictures of all pages go, if anywhere. */
const pictures = process.env['PICTURES'];
let stage: Stage;

/** Milliseconds: some thirty pages, each looked at for seconds. */
const patience = 600_000;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage[Symbol.asyncDispose]());

const languages = ['en', 'ar'] as const;
const themes = ['light', 'dark'] as const;
const both = languages.flatMap((language) => themes.map((theme) => [language, theme] as const));

test.each(both)(
  'every page and state in %s, %s: axe finds nothing',
  { timeout: patience },
  async (language, theme) => {
    const found: string[] = [];
    const page = await pageIn(language, theme, 360);
    const look = async (what: string) => {
      if (pictures) await picture(`${language}-${theme}-${what}`);
      found.push(...(await violations(page)).map((it) => `${what}: ${it}`));
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(
        language === 'ar' ? 'rtl' : 'ltr',
      );
    };
    const picture = (name: string) => {
      mkdirSync(pictures ?? '', { recursive: true });
      return page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    };
    await walkAll(page, look);
    expect(found).toEqual([]);
  },
);

test.each(languages)(
  'every page and state in %s fits in 320 pixels, and in any more, however long its words are',
  { timeout: patience },
  async (language) => {
    const found: string[] = [];
    const page = await pageIn(language, 'light', 320);
    await walkAll(page, async (what) => {
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        const over = await sideways(page);
        if (over > 0) found.push(`${what} at ${width}: ${over} px too wide`);
        const cutOff = await cutOffByLongWords(page);
        found.push(...cutOff.map((it) => `${what} at ${width}, with long words: ${it}`));
      }
      await page.setViewportSize({ width: 320, height: 740 });
    });
    expect(found).toEqual([]);
  },
);

async function pageIn(language: string, colorScheme: 'light' | 'dark', width: number) {
  const context = await stage.browser.newContext({
    locale: language === 'en' ? 'en-GB' : language,
    colorScheme,
    viewport: { width, height: 740 },
  });
  return context.newPage();
}

type Looked = Awaited<ReturnType<typeof pageIn>>;

let people = 0;

async function walkAll(page: Looked, look: (what: string) => Promise<void>): Promise<void> {
  const email = `owner-${(people += 1)}@example.com`;
  await stage.world.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const walk = { page, appUrl: stage.appUrl, email, look };
  await walkAsVisitor(walk);
  await walkAsOwner(walk);
  await page.context().close();
}
