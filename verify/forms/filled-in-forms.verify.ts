import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { forms as realForms } from '../../e2e/forms/index.ts';
import { pageId } from '#core/form/form-pages.ts';
import { isVisible } from '#core/form/questions.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { fillInForm } from '../../e2e/testing/answers/fill-in-form.ts';
import {
  createRespondent,
  type GeneratedRespondent,
} from '../../e2e/testing/answers/generated-respondent.ts';
import { typeAnswers } from '../../e2e/testing/answers/type-answers.ts';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../../e2e/testing/backend/table-rows.ts';
import {
  accessibilityViolations,
  horizontalOverflow,
} from '../../e2e/testing/browser/accessibility.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { openResponses } from '../../e2e/testing/browser/open-responses.ts';
import { signInOnPage } from '../../e2e/testing/browser/sign-in-steps.ts';
import { openInApp, untilAt, walkFormPages } from '../../e2e/testing/browser/walk-form-pages.ts';
import { exportedFiles } from './exported-files.ts';
import { missingCells } from './missing-cells.ts';

/** Milliseconds: a hundred pages, each filled in, inspected in two languages, and changed. */
const timeout = 1_800_000;
const today = new Date().toISOString().slice(0, 10);
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openFormsFixture();
  await Promise.all(realForms.map(loadFields));
}, timeout);

afterAll(() => fixture[Symbol.asyncDispose]());

describe.each(realForms.map((form) => [form.id, form] as const))('%s', (id, form) => {
  let page: Page;
  let respondent: GeneratedRespondent;

  beforeAll(async () => {
    const email = `${id}@example.com`;
    await fixture.backend.cloud.cognito.createPerson({ email, password });
    const viewport = { width: 320, height: 740 };
    const context = await fixture.browser.newContext({ locale: 'en-GB', viewport });
    page = await context.newPage();
    await page.goto(`${fixture.appUrl}/sign-in?return=/`);
    await signInOnPage(page, { email });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    respondent = createRespondent(form, { seed: 1, today });
  }, timeout);

  afterAll(() => page?.context().close());

  test(
    'leads whoever comes too early to the first unfinished page, and Back from a page with an error',
    { timeout },
    async () => {
      const [first, second] = form.pages ?? [];
      if (!first || !second) throw new Error(`${id} has no pages.`);
      const context = await fixture.browser.newContext({ locale: 'en-GB' });
      const newcomer = await context.newPage();
      const landsAt = async (address: string, expected: string) => {
        await newcomer.goto(fixture.appUrl + address);
        await untilAt(newcomer, expected);
      };
      const goOn = () => newcomer.locator('.form button[type=submit]').press('Enter');
      const secondAddress = `/${id}/page/${pageId(second)}`;
      await landsAt(secondAddress, `/${id}`);
      for (const it of form.pages?.slice(2) ?? []) {
        await openInApp(newcomer, `/${id}/page/${pageId(it)}`);
        await untilAt(newcomer, `/${id}`);
      }
      await landsAt(`/${id}/check`, `/${id}`);
      await newcomer.locator('.form').waitFor();
      await goOn();
      await newcomer.locator('.summary').waitFor();
      await expect.poll(() => newcomer.title()).toMatch(/^Error: /);

      const given = createRespondent(form, { seed: 1, today }).answer(first.fields);
      await newcomer.reload();
      await newcomer.locator('.form').waitFor();
      await typeAnswers(newcomer, given);
      await goOn();
      await newcomer.waitForURL((url) => url.pathname === secondAddress);
      await newcomer.locator('.back').waitFor();
      await goOn();
      await newcomer.locator('.summary').waitFor();
      await newcomer.locator('.back').press('Enter');
      await newcomer.waitForURL((url) => url.pathname === `/${id}`);
      await newcomer.locator('.back').waitFor({ state: 'detached' });
      await goOn();
      await newcomer.waitForURL((url) => url.pathname === secondAddress);
      await landsAt(`/${id}/check`, secondAddress);
      await context.close();
    },
  );

  test(
    'is filled in by keys alone; axe finds nothing, and nothing is wider than 320 pixels',
    { timeout },
    async () => {
      const found: string[] = [];
      await fillInForm(page, {
        appUrl: fixture.appUrl,
        form,
        respondent,
        inspect: async (what) => void found.push(...(await issuesOf(page, what))),
      });
      expect(found).toEqual([]);
    },
  );

  test(
    'shows every answer where it is checked; each Change returns, and each address leads to its page',
    { timeout },
    async () => {
      const { pages, changed } = await walkFormPages(page);
      const { isRelevant } = respondent.evaluation;
      const shown = form.pages?.filter((it) => it.fields.some(isRelevant)) ?? [];
      expect(pages).toHaveLength(shown.length);
      expect(new Set(changed.map((it) => it.split('/')[0]))).toEqual(
        new Set(visibleQuestions(form, respondent)),
      );
    },
  );

  test('is the same from right to left', { timeout }, async () => {
    const { isRelevant } = respondent.evaluation;
    const found: string[] = [];
    await inLanguage(page, 'ar');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    for (const { fields, title } of form.pages?.toReversed() ?? []) {
      if (!fields.some(isRelevant)) continue;
      await page.locator('.back').press('Enter');
      await page.locator('main:not([aria-busy]) .form').waitFor();
      found.push(...(await issuesOf(page, title)));
    }
    expect(found).toEqual([]);
    await page.goto(`${fixture.appUrl}/${id}/check`);
    await inLanguage(page, 'en');
  });

  test('is sent once, though it was finished without a network', { timeout }, async () => {
    const context = page.context();
    await context.setOffline(true);
    const send = page.locator('.form button[type=submit]');
    const saved = page.getByText('Saved on this device').first();
    const warnings = page.locator('.summary[data-warnings]');
    await send.press('Enter');
    await saved.or(warnings).first().waitFor();
    // Warnings may be ignored.
    if (await warnings.isVisible()) await send.press('Enter');
    await saved.waitFor();
    expect(await rowsOf(id)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor({ timeout: 60_000 });
    const rows = await rowsOf(id);
    expect(rows).toHaveLength(1);
    const parsed = parseAnswers(form, respondent.values, { today });
    expect(withoutIds(rows[0]?.['answers'])).toMatchObject(
      withoutIds(parsed.ok && parsed.value) as object,
    );
  });

  test('is exported, and another program’s reader finds every answer', { timeout }, async () => {
    const email = `owner-of-${id}@example.com`;
    await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
    const owner = await openResponses(fixture, { form: id, email });
    const files = await exportedFiles(owner);
    const [row] = await rowsOf(id);
    expect(missingCells(form, row as StoredRow, files)).toEqual([]);
    await owner.context().close();
  });
});

async function issuesOf(page: Page, what: string): Promise<readonly string[]> {
  const violations = await accessibilityViolations(page);
  const overflow = await horizontalOverflow(page);
  return [
    ...violations.map((it) => `${what}: ${it}`),
    ...(overflow > 0 ? [`${what}: ${overflow} px too wide`] : []),
  ];
}

async function inLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate((it) => localStorage.setItem('formstead:language', it), language);
  await page.reload();
  await page.locator('main:not([aria-busy]) h1').waitFor();
}

type StoredRow = { readonly id: string; readonly answers: Readonly<Record<string, unknown>> };

/** The app gives each instance an id of its own. */
function withoutIds(answers: unknown): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'id' ? '' : value)));
}

async function rowsOf(form: string) {
  const rows = await storedEntryRows(fixture.backend.cloud);
  return rows.filter((it) => it['form'] === form);
}

/** The questions that are asked for these answers, and drawn. */
function visibleQuestions(form: Form, { evaluation }: GeneratedRespondent): readonly string[] {
  return Object.entries(form.fields)
    .filter(
      ([name, field]) => evaluation.isRelevant(name) && !field.hasNoAnswer && isVisible(field),
    )
    .map(([name]) => name);
}
