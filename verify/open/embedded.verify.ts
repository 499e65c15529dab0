import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { collectCspViolations } from '../../e2e/testing/browser/page-visits.ts';
import { linesFor } from '../../tools/vite/embed-headers.ts';
import { writeOpenForms } from './write-open-forms.ts';

/** Milliseconds: the app is built with forms of its own. */
const timeout = 600_000;

let fixture: BrowserFixture;
let around: Site;
let elsewhere: Site;

beforeAll(async () => {
  [around, elsewhere] = await Promise.all([openSite(), openSite()]);
  fixture = await openFormsFixture((folder) => {
    writeOpenForms(folder);
    const file = join(folder, 'feedback.ts');
    const form = readFileSync(file, 'utf8');
    const more = `access: 'anyone', embed: { allowedOn: ['${around.origin}'] },
  look: { accent: '#7a1f5c', name: 'Our shop', logo: '/favicon.svg', cover: '/favicon.svg' },
  after: { link: { label: 'Back to the shop', href: 'https://shop.example/thanks' } },`;
    const prefilled = "'What should we know?', prefill: true";
    writeFileSync(
      file,
      form.replace("access: 'anyone',", more).replace("'What should we know?'", prefilled),
    );
    const rule = linesFor(new Map([['/embed/feedback', `frame-ancestors ${around.origin}`]]));
    appendFileSync(join(folder, '../customHttp.yml'), rule);
  });
}, timeout);

afterAll(async () => {
  await fixture?.[Symbol.asyncDispose]();
  around?.close();
  elsewhere?.close();
});

/** Another site, whose page has a frame with the address in its query, as docs/embed.md says. */
async function openSite() {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame') ?? '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const frameOrigin = URL.canParse(address) ? new URL(address).origin : '';
    response.end(`<!doctype html><html lang="en"><title>Our shop</title><main><h1>Our shop</h1>
<iframe id="feedback" title="How was your visit?" src="${address}"
 style="inline-size:100%;block-size:100px;border:0"></iframe></main>
<script>addEventListener('message', ({ origin, source, data }) => {
  const frame = document.getElementById('feedback');
  if (origin !== '${frameOrigin}' || source !== frame.contentWindow) return;
  if (data.type === 'formstead:height') frame.style.blockSize = data.height + 'px';
});</script></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** Also inside the frame, for which axe needs a page of its own. */
async function violationsIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(' ')}`);
}

type Site = Awaited<ReturnType<typeof openSite>>;

async function openFrame(page: Page, site: Site, path: string) {
  await page.goto(`${site.origin}/?frame=${encodeURIComponent(fixture.appUrl + path)}`);
  return page.frameLocator('#feedback');
}

test(
  'a form is filled in and sent from the page of a site that it names, as high as it needs to be, under the strict policy',
  async () => {
    await using context = await fixture.browser.newContext({ colorScheme: 'light' });
    const violations = await collectCspViolations(context);
    const page = await context.newPage();
    const query = '?look-theme=dark&look-accent=ffd54f&look-size=18&comment=From%20the%20shop';
    const frame = await openFrame(page, around, `/embed/feedback${query}`);
    await frame.getByText(/^Filled in from the link/).waitFor();
    await expect
      .poll(() => frame.getByLabel('What should we know?').inputValue())
      .toBe('From the shop');
    expect(await frame.locator('html').evaluate(() => window.location.search)).not.toMatch('shop');
    expect(await frame.getByRole('banner').count()).toBe(0);
    const look = () =>
      frame.locator('html').evaluate((root) => ({
        theme: root.dataset['theme'],
        fontSize: getComputedStyle(root).fontSize,
        accent: root.style.getPropertyValue('--accent'),
      }));
    await expect.poll(look).toEqual({ theme: 'dark', fontSize: '18px', accent: '#ffd54f' });
    const height = () =>
      page.locator('#feedback').evaluate((it) => it.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThan(400);
    expect(await violationsIn(page)).toEqual([]);
    await frame.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await frame.getByRole('heading', { name: 'Sent', level: 1 }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    const rows = await tableRows(fixture.backend.cloud);
    const sent = rows.filter(({ answers }) =>
      JSON.stringify(answers ?? '').includes('From the shop'),
    );
    expect(sent).toHaveLength(1);
    await page.route('https://shop.example/**', (route) => route.fulfill({ body: 'Thanks' }));
    await frame.getByRole('link', { name: 'Back to the shop' }).press('Enter');
    await page.waitForURL('https://shop.example/thanks');
    expect(violations).toEqual([]);
  },
  timeout,
);

test.each([
  ['another site', '/embed/feedback', () => elsewhere],
  ['that site, at the form’s own address', '/feedback', () => around],
  ['that site, for a form that names none', '/embed/visit', () => around],
  ['that site, for the home page', '/', () => around],
])(
  'nothing of the app is shown in a frame of %s',
  async (_, path, site) => {
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    const refused = page.waitForEvent('console', {
      predicate: (it) => it.text().includes('frame-ancestors'),
    });
    const frame = await openFrame(page, site(), path);
    await refused;
    expect(await frame.getByRole('heading', { level: 1 }).count()).toBe(0);
  },
  timeout,
);

test(
  'a link fills in a form that is opened without a network, once it has been opened before',
  async () => {
    await using context = await fixture.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${fixture.appUrl}/feedback`, { waitUntil: 'networkidle' });
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const accent = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('.button') as Element).backgroundColor,
      );
    await expect.poll(accent).toBe('rgb(122, 31, 92)');
    expect(await violationsIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(accent).toBe('rgb(202, 165, 190)');
    expect(await violationsIn(page)).toEqual([]);
    await context.setOffline(true);
    await page.goto(`${fixture.appUrl}/feedback?comment=Offline&stars=9`);
    await page.getByText(/^Filled in from the link/).waitFor();
    await expect.poll(() => page.getByLabel('What should we know?').inputValue()).toBe('Offline');
    expect(page.url()).toBe(`${fixture.appUrl}/feedback?stars=9`);
    await page.reload();
    await page.getByText(/^Filled in from the link/).waitFor();
    await expect.poll(() => page.getByLabel('What should we know?').inputValue()).toBe('Offline');
  },
  timeout,
);
