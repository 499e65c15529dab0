import type { Page } from 'playwright-core';
import type { Form } from '#core/form/define-form.ts';
import { pageId, type FormPage } from '#core/form/form-pages.ts';
import { isVisible } from '#core/form/questions.ts';
import { untilAppIsDrawn } from '../browser/app-is-drawn.ts';
import { tabTo } from '../browser/keyboard.ts';
import { untilAt } from '../browser/walk-form-pages.ts';
import type { GeneratedRespondent } from './generated-respondent.ts';
import { typeAnswers } from './type-answers.ts';

type FillingIn = {
  readonly appUrl: string;
  readonly form: Form;
  readonly respondent: GeneratedRespondent;
  /** Inspects each page once it is filled in. */
  readonly inspect: (what: string) => Promise<void>;
};

/**
 * Fills in a form with pages by keys alone, from its first page to the one where the answers are checked. Throws if
 * a page is not the one that the answers lead to.
 */
export async function fillInForm(page: Page, filling: FillingIn): Promise<void> {
  const { appUrl, form, respondent, inspect } = filling;
  await page.goto(`${appUrl}/${form.id}`);
  await untilAppIsDrawn(page);
  let formPage: FormPage | undefined = nextPage(filling);
  while (formPage) {
    await untilAt(page, addressOf(form, formPage));
    await typeAnswers(page, respondent.answer(formPage.fields));
    await inspect(formPage.title);
    await goOn(page);
    formPage = nextPage(filling, formPage);
  }
  await untilAt(page, `/${form.id}/check`);
  await inspect('the answers to check');
}

/** The next page that asks something, by the form's own definition. */
function nextPage({ form, respondent }: FillingIn, after?: FormPage): FormPage | undefined {
  const { pages = [] } = form;
  const following = after ? pages.slice(pages.indexOf(after) + 1) : pages;
  const { isRelevant, field } = respondent.evaluation;
  return following.find((it) =>
    it.fields.some((name) => isRelevant(name) && isVisible(field(name))),
  );
}

function addressOf(form: Form, formPage: FormPage): string {
  const isFirst = formPage === form.pages?.[0];
  return isFirst ? `/${form.id}` : `/${form.id}/page/${pageId(formPage)}`;
}

/** Presses “Continue”: twice, if there is a warning that may be ignored. */
async function goOn(page: Page): Promise<void> {
  const before = page.url();
  for (let presses = 0; presses < 2 && page.url() === before; presses += 1) {
    await tabTo(page, page.locator('.form button[type=submit]'));
    await page.keyboard.press('Enter');
    await Promise.race([
      page.waitForURL((url) => url.href !== before).catch(() => undefined),
      page.locator('.summary').waitFor(),
    ]);
  }
  if (page.url() !== before) return;
  const issues = await page.locator('.summary li').allInnerTexts();
  throw new Error(`${before} does not go on: ${issues.join('; ')}`);
}
