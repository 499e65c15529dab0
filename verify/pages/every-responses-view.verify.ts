import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  horizontalOverflow,
  accessibilityViolations,
} from '../../e2e/testing/browser/accessibility.ts';
import {
  openResponsesFixture,
  type ResponsesFixture,
} from '../../e2e/testing/browser/responses-fixture.ts';

let responses: ResponsesFixture;

beforeAll(async () => {
  responses = await openResponsesFixture();
});

afterAll(() => responses.fixture[Symbol.asyncDispose]());

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the responses page, in %s',
  async (scheme) => {
    const page = await responses.of('pwausers', 'Responses: 130', { colorScheme: scheme });
    for (const panel of await page.locator('.responses details:not([open]) > summary').all())
      await panel.click();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText('None was sent').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    for (const form of ['pwausers', 'products', 'ride']) {
      await page.goto(`${responses.fixture.appUrl}/${form}/responses?view=charts`);
      await page.getByText('All responses').waitFor();
      for (const twin of await page.getByText('Show as table').all()) await twin.click();
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  },
);

test('at 320 pixels only the table itself scrolls sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [form, heading] of [
    ['pwausers', 'Responses: 130'],
    ['products', 'Responses: 4'],
    ['ride', 'Responses: 3'],
  ] as const) {
    const page = await responses.of(form, heading, narrow);
    const panels = page.locator('.responses details:not([open]) > summary');
    while ((await panels.count()) > 0) await panels.first().click();
    expect(await horizontalOverflow(page)).toBe(0);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('dialog').getByText('About it').waitFor();
    expect(await horizontalOverflow(page)).toBe(0);
    await page.goto(`${responses.fixture.appUrl}/${form}/responses?view=charts`);
    await page.getByText('All responses').waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await horizontalOverflow(page)).toBe(0);
  }
});
