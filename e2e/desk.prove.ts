import { afterAll, beforeAll, expect, test } from 'vitest';
import { sideways, violations } from './judge.ts';
import { openSeededDesk, type Desk } from './seeded-desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openSeededDesk();
});

afterAll(() => desk.stage[Symbol.asyncDispose]());

test.each(['light', 'dark'] as const)('axe finds nothing on the desk, in %s', async (scheme) => {
  const page = await desk.of('pwausers', 'Responses: 130', { colorScheme: scheme });
  for (const panel of await page.locator('.desk details:not([open]) > summary').all())
    await panel.click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText('None was sent').waitFor();
  expect(await violations(page)).toEqual([]);
  for (const form of ['pwausers', 'products', 'ride']) {
    await page.goto(`${desk.stage.appUrl}/${form}/responses?view=charts`);
    await page.getByText('All responses').waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await violations(page)).toEqual([]);
  }
});

test('at 320 pixels nothing but the table itself is pushed sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [form, words] of [
    ['pwausers', 'Responses: 130'],
    ['products', 'Responses: 4'],
    ['ride', 'Responses: 3'],
  ] as const) {
    const page = await desk.of(form, words, narrow);
    const panels = page.locator('.desk details:not([open]) > summary');
    while ((await panels.count()) > 0) await panels.first().click();
    expect(await sideways(page)).toBe(0);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('dialog').getByText('About it').waitFor();
    expect(await sideways(page)).toBe(0);
    await page.goto(`${desk.stage.appUrl}/${form}/responses?view=charts`);
    await page.getByText('All responses').waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await sideways(page)).toBe(0);
  }
});
