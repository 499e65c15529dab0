import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { noFault, problemResponse } from '../../e2e/testing/network/network-faults.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { outdatedTexts, translateAll, type TranslationErrors } from './page-translator.ts';
import { openMenu, signOut, waitUntilSignedIn } from '../../e2e/testing/browser/menu-steps.ts';
import { walkAsOwner, walkAsVisitor } from '../../e2e/testing/browser/walk-pages.ts';
import { putSession } from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import type { OfflineFixture } from '../../e2e/testing/offline/offline-fixture.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

/** How long a translation takes in milliseconds: at once, or over a network. */
const delays = [0, 400];

/** About fifty pages and states, each inspected once it is translated. */
const timeout = { timeout: 600_000 };

test.for(delays)(
  'every page and state goes on when translated within %i ms',
  timeout,
  async (delay, { fixture }) => {
    const email = `translated-${delay}@example.com`;
    await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
    await using context = await fixture.browser.newContext();
    const errors = await translateAll(context, delay);
    const page = await context.newPage();
    const found: string[] = [];
    const inspect = async (what: string) => {
      found.push(...(await problemsOn(page, delay)).map((it) => `${what}: ${it}`));
    };
    const walk = { page, appUrl: fixture.appUrl, email, inspect };
    await walkAsVisitor(walk);
    await walkAsOwner(walk);
    expect([...found, ...errors]).toEqual([]);
  },
);

test.for(delays)(
  'an entry goes its whole way on pages translated within %i ms',
  timeout,
  async (delay, { fixture }) => {
    await using walk = await openTranslatedPage(fixture, delay);
    const { page, inspect, press } = walk;
    const main = page.getByRole('main');
    const firstName = page.getByLabel(/first name/i);

    await firstName.fill('Mickey');
    await press(/clear form/i);
    await inspect('cleared');
    await press(/undo clear/i);
    await inspect('brought back');
    await page.getByRole('button', { name: /^join/i }).press('Enter');
    await main
      .getByText(/enter your last name/i)
      .first()
      .waitFor();
    await inspect('with errors');
    await page.getByLabel(/last name/i).fill('Mouse');
    await inspect('corrected');
    await openMenu(page);
    await page
      .getByLabel(/^language/i)
      .first()
      .selectOption('ar');
    await page.waitForFunction(() => document.documentElement.lang.startsWith('ar'));
    await inspect('in Arabic');
    await page.locator('.settings select').first().selectOption('en');
    await page.waitForFunction(() => document.documentElement.lang.startsWith('en'));
    await inspect('in English again');

    await fixture.network.api.cut();
    await page.getByRole('button', { name: /^join/i }).press('Enter');
    await main.getByRole('button', { name: /try now/i }).waitFor();
    await inspect('saved');
    await expect
      .poll(() =>
        page
          .getByRole('navigation')
          .locator('.waiting-number')
          .getByText('1', { exact: true })
          .count(),
      )
      .toBe(1);
    await page
      .getByRole('link', { name: /^outbox/i })
      .first()
      .press('Enter');
    await inspect('outbox');
    await fixture.network.api.restore();
    await press(/send now/i);
    await main.getByText(/everything has been sent/i).waitFor();
    await inspect('delivered, in the outbox');

    await page.goto(`${fixture.appUrl}/pwausers`);
    await submitEntry(page, 'Minnie');
    await page.getByRole('heading', { name: /^sent$/i, level: 1 }).waitFor();
    await inspect('receipt');
    await press(/fill in another/i);
    await inspect('another one');

    await page
      .getByRole('navigation')
      .getByRole('link', { name: /my entries/i })
      .press('Enter');
    await main.getByRole('listitem').first().waitFor();
    await inspect('entries');
    await main.getByRole('listitem').getByRole('link').first().press('Enter');
    await main.getByRole('button', { name: /^withdraw/i }).waitFor();
    await inspect('entry');
    await main
      .getByRole('button', { name: /^withdraw/i })
      .first()
      .press('Enter');
    await main.getByRole('button', { name: /^undo/i }).waitFor();
    await inspect('withdrawn');
    await press(/^undo/i);
    await main
      .getByRole('button', { name: /^withdraw/i })
      .first()
      .waitFor();
    await inspect('withdrawing undone');
    await main.getByRole('link', { name: /^edit/i }).first().press('Enter');
    await page.getByLabel(/first name/i).fill('Minerva');
    await inspect('being changed');
    await press(/^save/i);
    await page.getByRole('heading', { name: /^changes saved/i, level: 1 }).waitFor();
    await inspect('changed');
    expect(walk.errors).toEqual([]);
    expect(walk.found).toEqual([]);
  },
);

test.for(delays)(
  'what needs attention is seen to, translated within %i ms',
  timeout,
  async (delay, { fixture }) => {
    await using walk = await openTranslatedPage(fixture, delay);
    const { page, inspect, press } = walk;
    const stricter = problemResponse({
      status: 422,
      code: 'invalid',
      title: 'Some answers cannot be accepted',
      errors: [{ field: 'fname', message: 'Enter a first name without digits' }],
    });
    fixture.network.api.inject(stricter, stricter, noFault);
    await submitEntry(page, 'Mickey 1');
    await page.getByRole('link', { name: /without digits/i }).waitFor();
    await inspect('refused');
    await page
      .getByRole('link', { name: /^outbox/i })
      .first()
      .press('Enter');
    await page
      .getByText(/needs your attention/i)
      .first()
      .waitFor();
    await inspect('in need of attention');
    await page
      .getByRole('main')
      .getByRole('button', { name: /try again/i })
      .press('Enter');
    await inspect('tried again');
    await press(/^discard/i);
    await inspect('discarded');
    await press(/^undo/i);
    await inspect('discarding undone');
    await signOut(page);
    await inspect('leaving');
    if ((await page.locator('dialog[open]').count()) > 0) await press(/stay signed in/i);
    await inspect('stayed');
    expect(walk.errors).toEqual([]);
    expect(walk.found).toEqual([]);
  },
);

type TranslatedPage = AsyncDisposable & {
  readonly page: Page;
  readonly errors: TranslationErrors;
  readonly found: string[];
  readonly inspect: (what: string) => Promise<void>;
  readonly press: (name: RegExp) => Promise<void>;
};

/** The first form, translated, on a device where somebody has signed in. */
async function openTranslatedPage(fixture: OfflineFixture, delay: number): Promise<TranslatedPage> {
  const context = await fixture.browser.newContext();
  const session = await newSession(fixture.backend.cloud);
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await putSession(page, session);
  const errors = await translateAll(context, delay);
  await page.reload();
  await waitUntilSignedIn(page);
  const found: string[] = [];
  return {
    page,
    errors,
    found,
    inspect: async (what) =>
      void found.push(...(await problemsOn(page, delay)).map((it) => `${what}: ${it}`)),
    press: (name) => page.getByRole('button', { name }).first().press('Enter'),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

async function submitEntry(page: Page, firstName: string): Promise<void> {
  await page.getByLabel(/first name/i).fill(firstName);
  await page.getByLabel(/last name/i).fill('Mouse');
  await page.getByLabel(/last name/i).press('Enter');
}

/** Waits until the latest texts are translated, twice. */
async function problemsOn(page: Page, delay: number): Promise<string[]> {
  await page.waitForTimeout(2 * delay + 300);
  const isBroken = (await page.getByText(/this page could not be loaded/i).count()) > 0;
  return [...(isBroken ? ['this page could not be loaded'] : []), ...(await outdatedTexts(page))];
}
