import type { BrowserContext, Page } from 'playwright-core';
import { forms } from '#forms/index.ts';
import { signInOnPage } from './sign-in-page.ts';

/** What a page tried and its policy forbade: `script-src-elem inline at /sign-in`. */
export type Violations = string[];

/** Collects, in every page that is opened there from now on, what the policy forbids. */
export async function violationsIn(context: BrowserContext): Promise<Violations> {
  const found: Violations = [];
  await context.exposeBinding('formsteadViolation', (_, what: string) => void found.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sample } = event;
      const what = `${violatedDirective} ${blockedURI} ${sample} at ${location.pathname}`;
      (window as unknown as { formsteadViolation(what: string): void }).formsteadViolation(what);
    });
  });
  return found;
}

type Visit = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };

/** Every page there is, in the order in which one person gets to see them; the person is an owner. */
export function visits(appUrl: string, email: string): readonly Visit[] {
  const [first] = forms;
  const at = (path: string) => (page: Page) => page.goto(appUrl + path);
  return [
    { name: 'the first page', open: inTurn(at('/'), heading(/./)) },
    { name: 'about this app', open: inTurn(at('/about'), heading(/about/i)) },
    ...forms.map(({ id, title }) => ({
      name: `the form ${id}`,
      open: inTurn(at(`/${id}`), heading(title)),
    })),
    {
      name: 'the form with complaints',
      open: inTurn(at(`/${first.id}`), submit(first.action), (page) =>
        page.getByRole('alert').waitFor(),
      ),
    },
    { name: 'the API', open: inTurn(at('/api'), heading('API')) },
    { name: 'nowhere', open: inTurn(at('/nowhere/at/all'), heading(/./)) },
    {
      name: 'sign-in: a new account, a forgotten password',
      open: inTurn(at('/sign-in'), async (page) => {
        await page.getByRole('tab', { name: 'Create account' }).click();
        await page.getByLabel('Type the password again').waitFor();
        await page.getByRole('tab', { name: 'Sign In' }).click();
        await page.getByRole('button', { name: /forgot/i }).click();
        await page.getByRole('button', { name: /send/i }).waitFor();
      }),
    },
    {
      name: 'sign-in',
      open: inTurn(at('/sign-in'), async (page) => {
        await signInOnPage(page, { email });
        await page.getByText('You are signed in').waitFor();
      }),
    },
    {
      name: 'the receipt',
      open: inTurn(at(`/${first.id}`), async (page) => {
        await page.getByLabel('First name').fill('Minnie');
        await page.getByLabel('Last name').fill('Mouse');
        await submit(first.action)(page);
        await page.getByRole('heading', { name: 'Delivered' }).waitFor();
      }),
    },
    {
      name: 'own entries, and one to edit',
      open: inTurn(at(`/${first.id}/entries`), heading('My entries'), async (page) => {
        await page.getByText('Minnie').first().waitFor();
        await page.getByRole('link', { name: /^Edit/ }).first().click();
        await page.getByRole('button', { name: 'Save the change' }).waitFor();
      }),
    },
    { name: 'the outbox', open: inTurn(at('/outbox'), heading('Outbox')) },
    { name: 'the account', open: inTurn(at('/account'), heading(/account/i)) },
    { name: 'erasing it', open: inTurn(at('/account/erase'), heading(/erase/i)) },
    ...forms.map(({ id }) => ({
      name: `the desk of ${id}`,
      open: inTurn(at(`/${id}/responses`), heading('Responses'), settled),
    })),
  ];
}

function heading(name: string | RegExp) {
  return (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();
}

function submit(action: string) {
  return (page: Page) => page.getByRole('main').getByRole('button', { name: action }).click();
}

const settled = (page: Page) => page.waitForLoadState('networkidle');

function inTurn(...steps: readonly ((page: Page) => Promise<unknown>)[]) {
  return async (page: Page) => {
    for (const step of steps) await step(page);
  };
}
