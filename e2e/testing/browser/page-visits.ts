import type { BrowserContext, Page } from 'playwright-core';
import { forms } from '#forms/index.ts';
import { openEntry } from './entries-steps.ts';
import { signInOnPage } from './sign-in-steps.ts';

/** What the content security policy blocked on a page: `script-src-elem inline at /sign-in`. */
export type CspViolations = string[];

/** Collects the violations of the policy on every page that this context opens from now on. */
export async function collectCspViolations(context: BrowserContext): Promise<CspViolations> {
  const found: CspViolations = [];
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

type PageVisit = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };

/** Every page, in the order in which one person sees them; the person is an owner. */
export function pageVisits(appUrl: string, email: string): readonly PageVisit[] {
  const [first] = forms;
  const goTo = (path: string) => (page: Page) => page.goto(appUrl + path);
  return [
    { name: 'the first page', open: inSequence(goTo('/'), heading(/./)) },
    { name: 'about this app', open: inSequence(goTo('/about'), heading(/about/i)) },
    ...forms.map(({ id, title, pages: [firstPage = { title }] = [] }) => ({
      name: `the form ${id}`,
      open: inSequence(goTo(`/${id}`), heading(firstPage.title)),
    })),
    {
      name: 'the form with errors',
      open: inSequence(goTo(`/${first.id}`), submit(first.action), (page) =>
        page.getByRole('alert').waitFor(),
      ),
    },
    { name: 'the API', open: inSequence(goTo('/api'), heading('API')) },
    { name: 'nowhere', open: inSequence(goTo('/nowhere/at/all'), heading(/./)) },
    {
      name: 'sign-in: a new account, a forgotten password',
      open: inSequence(goTo('/sign-in'), async (page) => {
        await page.getByRole('tab', { name: 'Create account' }).click();
        await page.getByLabel('Confirm password').waitFor();
        await page.getByRole('tab', { name: 'Sign In' }).click();
        await page.getByRole('button', { name: /forgot/i }).click();
        await page.getByRole('button', { name: /send/i }).waitFor();
      }),
    },
    {
      name: 'sign-in',
      open: inSequence(goTo('/sign-in'), async (page) => {
        await signInOnPage(page, { email });
        await page.getByText('You are signed in').waitFor();
      }),
    },
    {
      name: 'the receipt',
      open: inSequence(goTo(`/${first.id}`), async (page) => {
        await page.getByLabel('First name').fill('Minnie');
        await page.getByLabel('Last name').fill('Mouse');
        await submit(first.action)(page);
        await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
      }),
    },
    {
      name: 'own entries, and one to edit',
      open: inSequence(goTo('/entries'), heading('My entries'), async (page) => {
        await openEntry(page, 'Minnie');
        await page.getByRole('main').getByRole('link', { name: 'Edit' }).click();
        await page.getByRole('button', { name: 'Save changes' }).waitFor();
      }),
    },
    { name: 'the outbox', open: inSequence(goTo('/outbox'), heading('Outbox')) },
    { name: 'the account', open: inSequence(goTo('/account'), heading(/account/i)) },
    { name: 'erasing it', open: inSequence(goTo('/account/erase'), heading(/erase/i)) },
    {
      name: 'the responses of all forms',
      open: inSequence(goTo('/responses'), heading('Responses'), networkIdle),
    },
    ...forms.map(({ id, title }) => ({
      name: `the responses of ${id}`,
      open: inSequence(goTo(`/responses/${id}`), heading(title), networkIdle),
    })),
    {
      name: 'sharing a form',
      open: inSequence(goTo(`/responses/${first.id}/share`), heading(/^Share/)),
    },
  ];
}

function heading(name: string | RegExp) {
  return (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();
}

function submit(action: string) {
  return (page: Page) => page.getByRole('main').getByRole('button', { name: action }).click();
}

const networkIdle = (page: Page) => page.waitForLoadState('networkidle');

function inSequence(...steps: readonly ((page: Page) => Promise<unknown>)[]) {
  return async (page: Page) => {
    for (const step of steps) await step(page);
  };
}
