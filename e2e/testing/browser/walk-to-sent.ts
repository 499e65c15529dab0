import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { codeFor } from '../backend/read-mails.ts';

/** What it took a person to get an entry sent. */
export type Walk = {
  /** What the screens said at the top, in order. */
  readonly screens: string[];
  /** Presses of buttons, links and tabs, and into each box. */
  taps: number;
  /** Boxes filled in. */
  typed: number;
};

type Person = {
  readonly email: string;
  readonly password: string;
  readonly cloud: Parameters<typeof codeFor>[0];
};

export const newWalk = (): Walk => ({ screens: [], taps: 0, typed: 0 });

/**
 * Does what the page offers next, as a person without an account would, until a heading says that the entry
 * was sent, or `until` is shown. Knows nothing of the order of the screens.
 */
export async function walkToSent(
  page: Page,
  { email, password, cloud }: Person,
  walk: Walk,
  until?: Locator,
): Promise<void> {
  let hasAccount = false;
  const box = (label: string | RegExp) => page.getByLabel(label).first();
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

  async function tap(what: Locator) {
    await what.click();
    walk.taps += 1;
  }
  async function type(what: Locator, text: string) {
    await tap(what);
    await what.fill(text);
    walk.typed += 1;
  }

  /** The first one whose mark is on the page is done. */
  const offers: readonly (readonly [mark: Locator, act: () => Promise<void>])[] = [
    [button(/^Send as /), () => tap(button(/^Send as /))],
    [
      page.getByRole('link', { name: 'Sign in to send it' }),
      () => tap(page.getByRole('link', { name: 'Sign in to send it' })),
    ],
    [
      button('Join'),
      async () => {
        await type(box('First name'), 'Mickey');
        await type(box('Last name'), 'Mouse');
        await tap(button('Join'));
      },
    ],
    [
      box('Code'),
      async () => {
        await type(box('Code'), await codeFor(cloud, email));
        await tap(button('Continue'));
      },
    ],
    [
      box('Confirm password'),
      async () => {
        await type(box(/^Email/), email);
        await type(box(/^Password$/), password);
        await type(box('Confirm password'), password);
        await tap(button('Create account'));
        hasAccount = true;
      },
    ],
    [
      // Selected, its boxes are about to be drawn.
      page.getByRole('tab', { name: 'Create account', selected: false }),
      async () => {
        if (!hasAccount) return tap(page.getByRole('tab', { name: 'Create account' }));
        await type(box(/^Password$/), password);
        await tap(button('Sign in'));
      },
    ],
  ];

  const end = until ?? page.getByRole('heading', { name: 'Sent', exact: true });
  for (let tries = 0; tries < 300; tries += 1) {
    if (await end.isVisible()) return note(walk, await screenOf(page));
    const offered = await firstVisible(offers);
    if (!offered) await wait(100);
    else {
      const before = await screenOf(page);
      note(walk, before);
      await offered();
      await leaves(page, before);
    }
  }
  throw new Error(`Still not sent, after ${walk.screens.join(' → ')}`);
}

function note(walk: Walk, screen: string): void {
  if (walk.screens.at(-1) !== screen) walk.screens.push(screen);
}

async function firstVisible(
  offers: readonly (readonly [mark: Locator, act: () => Promise<void>])[],
): Promise<(() => Promise<void>) | undefined> {
  for (const [mark, act] of offers) if (await mark.isVisible()) return act;
  return undefined;
}

/** The heading, with the part of the page that is open. */
async function screenOf(page: Page): Promise<string> {
  const parts = page.locator('main h1, main form h2, main [role=tab][aria-selected=true]');
  return (await parts.allInnerTexts()).join(' › ');
}

/** Waits for the next screen: what is offered on this one is done. */
async function leaves(page: Page, before: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await screenOf(page)) !== before) return;
    await wait(100);
  }
  throw new Error(`The page stays at ${before}`);
}
