import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFields } from '#core/form/define-form.ts';
import { household } from '#forms/household.ts';
import { fillInForm } from '../testing/answers/fill-in-form.ts';
import { createRespondent } from '../testing/answers/generated-respondent.ts';
import { accessibilityViolations, horizontalOverflow } from '../testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../testing/browser/browser-fixture.ts';

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  await loadFields(household);
});

afterAll(() => fixture[Symbol.asyncDispose]());

test('a form with pages, people and conditions is filled in by keys alone, on a narrow phone', async () => {
  const context = await fixture.browser.newContext({
    locale: 'en-GB',
    viewport: { width: 320, height: 740 },
  });
  const page = await context.newPage();
  const found: string[] = [];
  const today = new Date().toISOString().slice(0, 10);
  const respondent = createRespondent(household, { seed: 1, today });
  await fillInForm(page, {
    appUrl: fixture.appUrl,
    form: household,
    respondent,
    inspect: async (what) => {
      found.push(...(await accessibilityViolations(page)).map((it) => `${what}: ${it}`));
      if ((await horizontalOverflow(page)) > 0) found.push(`${what} scrolls sideways`);
    },
  });
  expect(found).toEqual([]);
  await context.close();
});
