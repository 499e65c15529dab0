import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../core/testing/read-csv.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { signInAs, type SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../../e2e/testing/browser/browser-fixture.ts';
import { tabTo } from '../../e2e/testing/browser/keyboard.ts';
import { exportedBytesBy, openResponses } from '../../e2e/testing/browser/open-responses.ts';

let fixture: BrowserFixture;
let owner: SignedInPerson;

/** One an hour for three days. Every third came from an event; one of yesterday's is odd. */
const entries = Array.from({ length: 72 }, (_, hour) =>
  numberedEntry(hour * 60, 'pwausers', {
    fname: `Person ${hour}`,
    lname: hour === 30 ? '???' : 'Mouse',
    ...(hour % 3 === 0 && { source: 'event' }),
  }),
);

beforeAll(async () => {
  fixture = await openBrowserFixture(withoutServiceWorker);
  const { cloud } = fixture.backend;
  owner = await signInAs(cloud, 'owner@example.com', ['owners']);
  await putEntries(cloud, entries);
});

afterAll(() => fixture[Symbol.asyncDispose]());

type Step = { readonly name: string; readonly keys: number; readonly seconds: number };

/** Counts the keys that are pressed in each step, and its seconds. */
function countingKeys(page: Page) {
  const steps: Step[] = [];
  let keys = 0;
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (...pressed) => {
    keys += 1;
    return press(...pressed);
  };
  return {
    steps,
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    step: async (name: string, work: () => Promise<void>) => {
      keys = 0;
      const begun = performance.now();
      await work();
      steps.push({ name, keys, seconds: (performance.now() - begun) / 1000 });
    },
  };
}

async function statesByName(): Promise<Record<string, unknown>> {
  const answered = await owner.get('pwausers/responses?limit=100');
  const { items } = (await answered.json()) as {
    items: { answers: { fname: string }; review?: { state: string } }[];
  };
  return Object.fromEntries(
    items.flatMap(({ answers, review }) => (review ? [[answers.fname, review.state]] : [])),
  );
}

test('an owner’s morning, with the keyboard alone', async () => {
  const page = await openResponses(fixture, { form: 'pwausers', email: 'owner@example.com' });
  await page.getByText('72 responses', { exact: true }).waitFor();
  const { step, steps, type } = countingKeys(page);
  const enter = async (target: Locator, key = 'Enter') => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };

  await step('find yesterday’s, from events', async () => {
    await enter(page.getByRole('button', { name: 'Filters' }));
    await tabTo(page, page.getByLabel('From', { exact: true }));
    await type('10022026');
    await tabTo(page, page.getByLabel('To', { exact: true }));
    await type('10022026');
    await tabTo(page, page.getByRole('combobox', { name: 'How did you hear about us?' }));
    await type('At');
    await page.getByText('8 of 24 responses').waitFor();
  });
  await step('open the odd one, and send it back with a note', async () => {
    await enter(page.getByRole('row').filter({ hasText: '???' }).getByRole('link'));
    await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).waitFor();
    await tabTo(page, page.getByLabel('Note to the author'));
    await type('What is your last name?');
    await enter(page.getByRole('button', { name: 'Send back' }));
    await page.getByRole('dialog').getByText('Sent back').first().waitFor();
    await page.keyboard.press('Escape');
  });
  await step('approve the others together', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Review', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Choose all on this page').waitFor();
    await enter(page.getByLabel('Choose all on this page'), 'Space');
    await enter(page.getByRole('row').filter({ hasText: '???' }).getByRole('checkbox'), 'Space');
    await tabTo(page, page.getByRole('button', { name: 'Approve 7' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/^7: Approved/).waitFor();
  });
  let csv = '';
  await step('export them', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Export', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Export CSV', exact: true });
    csv = (await exportedBytesBy(page, () => enter(button))).toString('utf8');
  });

  const total = (key: 'keys' | 'seconds') => steps.reduce((sum, it) => sum + it[key], 0);
  for (const { name, keys, seconds } of [
    ...steps,
    { name: 'in all', keys: total('keys'), seconds: total('seconds') },
  ])
    process.stdout.write(`${name}: ${keys} keys, ${seconds.toFixed(1)} s\n`);

  const yesterdays = [24, 27, 30, 33, 36, 39, 42, 45].map((hour) => `Person ${hour}`);
  await expect
    .poll(statesByName, { timeout: 20_000 })
    .toEqual(
      Object.fromEntries(
        yesterdays.map((name) => [name, name === 'Person 30' ? 'sent-back' : 'approved']),
      ),
    );
  const [heading = [], ...rows] = readCsv(csv);
  const at = heading.indexOf('First name');
  expect(rows.map((it) => String(it[at])).toSorted()).toEqual(yesterdays);
});
