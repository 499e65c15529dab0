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
    const page = await responses.of('pwausers', '130 responses', { colorScheme: scheme });
    for (const panel of ['Filters', 'Export']) {
      await page.getByRole('button', { name: panel }).click();
      expect(await accessibilityViolations(page)).toEqual([]);
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText('None sent').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    for (const form of ['pwausers', 'products', 'ride']) {
      await page.goto(`${responses.fixture.appUrl}/responses/${form}?view=charts`);
      await page.getByText(/^All \d+ responses/).waitFor();
      for (const twin of await page.getByText('Show as table').all()) await twin.click();
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  },
);

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the owners’ home, in %s',
  async (scheme) => {
    const page = await responses.of('pwausers', '130 responses', { colorScheme: scheme });
    await page.goto(`${responses.fixture.appUrl}/responses`);
    await page.getByText('130', { exact: true }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
  },
);

test('at 320 pixels only the table itself scrolls sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [form, heading] of [
    ['pwausers', '130 responses'],
    ['products', '4 responses'],
    ['ride', '3 responses'],
  ] as const) {
    const page = await responses.of(form, heading, narrow);
    for (const panel of ['Filters', 'Export']) {
      await page.getByRole('button', { name: panel }).click();
      expect(await horizontalOverflow(page)).toBe(0);
    }
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('dialog').getByText('Details', { exact: true }).waitFor();
    expect(await horizontalOverflow(page)).toBe(0);
    await page.goto(`${responses.fixture.appUrl}/responses/${form}?view=charts`);
    await page.getByText(/^All \d+ responses/).waitFor();
    for (const twin of await page.getByText('Show as table').all()) await twin.click();
    expect(await horizontalOverflow(page)).toBe(0);
  }
});
