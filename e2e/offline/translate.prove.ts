import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { fair, refusal } from '../fates.ts';
import { password } from '../person.ts';
import { outdatedTexts, translateAll, type Lost } from '../translator.ts';
import { walkAsOwner, walkAsVisitor } from '../walk.ts';
import { beSignedIn } from './device.ts';
import { test } from './field-test.ts';
import type { Field } from './field.ts';
import { newSession } from './session.ts';

/** Milliseconds that a translation takes: none at all, and over a network. */
const delays = [0, 400];

/** Some fifty pages and states, each looked at once its translation has come. */
const patience = { timeout: 600_000 };

test.for(delays)(
  'every page and state goes on when translated within %i ms',
  patience,
  async (delay, { field }) => {
    const email = `translated-${delay}@example.com`;
    await field.world.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
    await using context = await field.browser.newContext();
    const lost = await translateAll(context, delay);
    const page = await context.newPage();
    const found: string[] = [];
    const look = async (what: string) => {
      found.push(...(await wrongOn(page, delay)).map((it) => `${what}: ${it}`));
    };
    const walk = { page, appUrl: field.appUrl, email, look };
    await walkAsVisitor(walk);
    await walkAsOwner(walk);
    expect([...found, ...lost]).toEqual([]);
  },
);

test.for(delays)(
  'an entry goes its whole way on pages translated within %i ms',
  patience,
  async (delay, { field }) => {
    await using walk = await openTranslated(field, delay);
    const { page, look, press } = walk;
    const main = page.getByRole('main');
    const firstName = page.getByLabel(/first name/i);

    await firstName.fill('Mickey');
    await press(/clear the form/i);
    await look('cleared');
    await press(/bring back/i);
    await look('brought back');
    await page.getByRole('button', { name: /^join/i }).press('Enter');
    await main
      .getByText(/enter your last name/i)
      .first()
      .waitFor();
    await look('with errors');
    await page.getByLabel(/last name/i).fill('Mouse');
    await look('mended');
    await page
      .getByLabel(/^language/i)
      .first()
      .selectOption('ar');
    await page.waitForFunction(() => document.documentElement.lang.startsWith('ar'));
    await look('in Arabic');
    await page.locator('.settings select').first().selectOption('en');
    await page.waitForFunction(() => document.documentElement.lang.startsWith('en'));
    await look('in English again');

    await field.weather.api.cut();
    await page.getByRole('button', { name: /^join/i }).press('Enter');
    await main.getByRole('button', { name: /try now/i }).waitFor();
    await look('saved');
    expect(await page.getByRole('navigation').getByText('1', { exact: true }).count()).toBe(1);
    await page
      .getByRole('link', { name: /^outbox/i })
      .first()
      .press('Enter');
    await look('outbox');
    await field.weather.api.mend();
    await press(/send now/i);
    await main.getByText(/everything is delivered/i).waitFor();
    await look('delivered, in the outbox');

    await page.goto(`${field.appUrl}/pwausers`);
    await send(page, 'Minnie');
    await page.getByRole('heading', { name: /^delivered/i, level: 1 }).waitFor();
    await look('receipt');
    await press(/send another/i);
    await look('another one');

    await page
      .getByRole('navigation')
      .getByRole('link', { name: /my entries/i })
      .press('Enter');
    await main
      .getByRole('button', { name: /^withdraw/i })
      .first()
      .waitFor();
    await look('entries');
    await main
      .getByRole('button', { name: /^withdraw/i })
      .first()
      .press('Enter');
    await main.getByRole('button', { name: /^undo/i }).waitFor();
    await look('withdrawn');
    await press(/^undo/i);
    await main
      .getByRole('button', { name: /^withdraw/i })
      .nth(1)
      .waitFor();
    await look('withdrawing undone');
    await main.getByRole('link', { name: /^edit/i }).first().press('Enter');
    await page.getByLabel(/first name/i).fill('Minerva');
    await look('being changed');
    await press(/^save/i);
    await page.getByRole('heading', { name: /^your change is/i, level: 1 }).waitFor();
    await look('changed');
    expect(walk.lost).toEqual([]);
    expect(walk.found).toEqual([]);
  },
);

test.for(delays)(
  'what needs attention is seen to, translated within %i ms',
  patience,
  async (delay, { field }) => {
    await using walk = await openTranslated(field, delay);
    const { page, look, press } = walk;
    const stricter = refusal({
      status: 422,
      code: 'invalid',
      title: 'Some answers cannot be accepted',
      errors: [{ field: 'fname', message: 'Enter a first name without digits' }],
    });
    field.weather.api.brings(stricter, stricter, fair);
    await send(page, 'Mickey 1');
    await page.getByRole('link', { name: /without digits/i }).waitFor();
    await look('refused');
    await page
      .getByRole('link', { name: /^outbox/i })
      .first()
      .press('Enter');
    await page
      .getByText(/needs your attention/i)
      .first()
      .waitFor();
    await look('in need of attention');
    await page
      .getByRole('main')
      .getByRole('button', { name: /try again/i })
      .press('Enter');
    await look('tried again');
    await press(/^discard/i);
    await look('discarded');
    await press(/^undo/i);
    await look('discarding undone');
    await page.getByRole('button', { name: /sign out/i }).press('Enter');
    await look('leaving');
    if ((await page.locator('dialog[open]').count()) > 0) await press(/stay signed in/i);
    await look('stayed');
    expect(walk.lost).toEqual([]);
    expect(walk.found).toEqual([]);
  },
);

type Translated = AsyncDisposable & {
  readonly page: Page;
  readonly lost: Lost;
  readonly found: string[];
  readonly look: (what: string) => Promise<void>;
  readonly press: (name: RegExp) => Promise<void>;
};

/** The first form, on a device where somebody has signed in, being translated. */
async function openTranslated(field: Field, delay: number): Promise<Translated> {
  const context = await field.browser.newContext();
  const session = await newSession(field.world.cloud);
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await beSignedIn(page, session);
  const lost = await translateAll(context, delay);
  await page.reload();
  await page.getByRole('button', { name: /sign out/i }).waitFor();
  const found: string[] = [];
  return {
    page,
    lost,
    found,
    look: async (what) =>
      void found.push(...(await wrongOn(page, delay)).map((it) => `${what}: ${it}`)),
    press: (name) => page.getByRole('button', { name }).first().press('Enter'),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

async function send(page: Page, firstName: string): Promise<void> {
  await page.getByLabel(/first name/i).fill(firstName);
  await page.getByLabel(/last name/i).fill('Mouse');
  await page.getByLabel(/last name/i).press('Enter');
}

/** Once what has come lately is translated, and after that once more. */
async function wrongOn(page: Page, delay: number): Promise<string[]> {
  await page.waitForTimeout(2 * delay + 300);
  const isBroken = (await page.getByText(/this page could not be shown/i).count()) > 0;
  return [...(isBroken ? ['this page could not be shown'] : []), ...(await outdatedTexts(page))];
}
