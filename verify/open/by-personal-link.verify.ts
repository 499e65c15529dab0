import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { password, signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { seesDelivered, seesSaved, signIn } from '../../e2e/testing/offline/app-on-device.ts';
import { writeInvitedForm } from './write-invited-form.ts';

/** Milliseconds: the app is built with forms of its own. */
const timeout = 600_000;

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openFormsFixture(writeInvitedForm);
}, timeout);

afterAll(() => fixture?.[Symbol.asyncDispose]());

/** The addresses of personal links, as owners make them. */
async function invite(...people: readonly object[]): Promise<readonly string[]> {
  const owner = await signInAs(fixture.backend.cloud, `${crypto.randomUUID()}@example.com`, [
    'owners',
  ]);
  const expires = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  const made = await owner.submit('reunion/invitations', { expires, people });
  const { links } = (await made.json()) as { links: { token: string }[] };
  return links.map(({ token }) => `${fixture.appUrl}/reunion#invite=${token}`);
}

async function stored(comment: string) {
  const rows = await tableRows(fixture.backend.cloud);
  return rows.filter(({ answers }) => {
    const { comment: said } = (answers ?? {}) as { comment?: string };
    return said === comment;
  });
}

async function send(page: Page, comment: string): Promise<void> {
  await page.getByLabel('What do you bring?').fill(comment);
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
}

test(
  'a personal link is opened, filled in offline and delivered once; on another device it shows and changes the same entry',
  async () => {
    const [link = ''] = await invite({ values: { name: 'Ada Lovelace', source: 'letter' } });
    const token = link.split('=')[1] ?? expect.fail('no token');
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (it) => requests.push(it.url()));
    await page.goto(link);
    await page.getByText('Ada Lovelace').waitFor();
    expect(page.url()).toBe(`${fixture.appUrl}/reunion`);
    expect(await page.getByLabel('Name').count()).toBe(0);
    expect(
      await page
        .getByRole('main')
        .getByText(/account/i)
        .count(),
    ).toBe(0);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('Ada Lovelace').waitFor();
    await send(page, 'Cake');
    await seesSaved(page);
    await context.setOffline(false);
    await seesDelivered(page);
    const [entry, ...others] = await stored('Cake');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      username: expect.stringMatching(/^invited#/),
      version: 1,
      answers: { name: 'Ada Lovelace', source: 'letter' },
    });
    expect(requests.join('\n')).not.toContain(token);

    await using elsewhere = await fixture.browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    await other.getByText('Cake').waitFor();
    expect(other.url()).toBe(`${fixture.appUrl}/entries/reunion/${String(entry?.['id'])}`);
    await other.getByRole('link', { name: 'Edit' }).press('Enter');
    await other.getByText('Ada Lovelace').waitFor();
    expect(await other.getByLabel('Name').count()).toBe(0);
    await other.getByLabel('What do you bring?').fill('Two cakes');
    await other.getByRole('button', { name: 'Save changes' }).press('Enter');
    await seesDelivered(other);
    await expect
      .poll(() => stored('Two cakes'))
      .toMatchObject([{ id: entry?.['id'], version: 2, answers: { name: 'Ada Lovelace' } }]);
  },
  timeout,
);

test(
  'of two devices that used one link offline, one entry is stored, and the other device is told and has its answers',
  async () => {
    const [link = ''] = await invite({ name: 'Bob' });
    await using first = await fixture.browser.newContext();
    await using second = await fixture.browser.newContext();
    const pages = [await first.newPage(), await second.newPage()] as const;
    for (const page of pages) {
      await page.goto(link);
      await page.getByLabel('Name').fill('Bob');
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    }
    await second.setOffline(true);
    await send(pages[1], 'Wine, too late');
    await seesSaved(pages[1]);
    await send(pages[0], 'Wine');
    await seesDelivered(pages[0]);
    await second.setOffline(false);
    await pages[1].getByText('This personal link has been used already').first().waitFor();
    expect(await stored('Wine')).toHaveLength(1);
    expect(await stored('Wine, too late')).toEqual([]);
    await pages[1].goto(`${fixture.appUrl}/outbox`);
    await pages[1]
      .getByRole('button', { name: /download/i })
      .first()
      .waitFor();
  },
  timeout,
);

test(
  'an owner gets a file back with a link in each row, which opens the form, and sees who has answered',
  async () => {
    const email = 'owner-with-a-file@example.com';
    await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${fixture.appUrl}/responses/reunion/share`);
    await signIn(page, { email });
    await page.goto(`${fixture.appUrl}/responses/reunion/share`);
    const csv = 'name,answer: name\r\nCyd,Cyd Charisse\r\n';
    const chosen = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').setInputFiles(chosen);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make 1 link' }).press('Enter');
    const file = readFileSync(await (await downloading).path(), 'utf8');
    const [, link = expect.fail(file)] = /(http\S+#invite=\S+)/.exec(file) ?? [];
    const cyd = page.getByRole('row', { name: /^Cyd/ });
    await cyd.getByRole('cell', { name: 'Not answered' }).waitFor();

    await using elsewhere = await fixture.browser.newContext();
    const invited = await elsewhere.newPage();
    await invited.goto(link);
    await invited.getByText('Cyd Charisse').waitFor();
    await send(invited, 'Salad');
    await seesDelivered(invited);
    await page.reload();
    await cyd.getByRole('cell', { name: 'Answered', exact: true }).waitFor();
  },
  timeout,
);

test(
  'a link that is revoked while somebody types sends nothing and keeps what was typed, until it is allowed again',
  async () => {
    const email = 'owner-who-revokes@example.com';
    await fixture.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
    const [link = ''] = await invite({ name: 'Dot' });
    await using device = await fixture.browser.newContext();
    const page = await device.newPage();
    await page.goto(link);
    await page.getByLabel('Name').fill('Dot');

    await using context = await fixture.browser.newContext();
    const owner = await context.newPage();
    await owner.goto(`${fixture.appUrl}/responses/reunion/share`);
    await signIn(owner, { email });
    await owner.goto(`${fixture.appUrl}/responses/reunion/share`);
    await owner.getByRole('button', { name: 'Revoke the link of Dot' }).press('Enter');
    await owner.getByText('The link of Dot is revoked: nothing can be sent with it.').waitFor();

    await send(page, 'Pie');
    await page.getByText(/whoever sent you the link has revoked it/).waitFor();
    await page.getByRole('button', { name: 'Download' }).waitFor();
    expect(await stored('Pie')).toEqual([]);

    await owner.getByRole('button', { name: 'Allow again the link of Dot' }).press('Enter');
    await owner.getByText('The link of Dot can be used again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await seesDelivered(page);
    expect(await stored('Pie')).toHaveLength(1);
    await owner.getByRole('button', { name: 'Revoke the link of Dot' }).press('Enter');
    await owner.getByText(/The link of Dot was used meanwhile/).waitFor();
  },
  timeout,
);

test('without a link the form says that one is needed', async () => {
  await using context = await fixture.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/reunion`);
  await page.getByText('You need a personal link').waitFor();
  await page.goto(fixture.appUrl);
  await page.getByRole('heading', { name: 'A visit' }).waitFor();
  expect(await page.getByText('Reunion').count()).toBe(0);
});
