import { afterAll, beforeAll, expect, test } from 'vitest';
import { mapPicture } from '../testing/browser/map-picture.ts';
import {
  openResponsesFixture,
  type ResponsesFixture,
} from '../testing/browser/responses-fixture.ts';

let responses: ResponsesFixture;

beforeAll(async () => void (responses = await openResponsesFixture()));
afterAll(() => responses.fixture[Symbol.asyncDispose]());

test(
  'a tap on the map places the pin, and both numbers and the pin say where',
  { tags: 'map-tap' },
  async () => {
    const { appUrl, browser } = responses.fixture;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${appUrl}/ride`);
    const pin = page.getByRole('slider', { name: 'Pin for Pickup location' });
    await expect.poll(async () => (await mapPicture(page)).land).toBeGreaterThan(0.15);
    const { width = 0, height = 0 } = (await pin.boundingBox()) ?? {};
    // Halfway between the middle and the left edge: west of Greenwich.
    await pin.click({ position: { x: width / 4, y: height / 2 } });
    const [latitude, longitude] = await Promise.all(
      ['Latitude', 'Longitude'].map(async (it) => Number(await page.getByLabel(it).inputValue())),
    );
    expect(Math.abs((latitude ?? 0) - 20)).toBeLessThan(2);
    expect(Math.abs((longitude ?? 0) + 90)).toBeLessThan(4);
    await expect
      .poll(() => pin.getAttribute('aria-valuetext'))
      .toBe(`${latitude}° N, ${-(longitude ?? 0)}° W`);
    const box = await page.locator('.map-pin').boundingBox();
    const face = await pin.boundingBox();
    expect(Math.abs((box?.x ?? 0) - (face?.x ?? 0) - width / 4)).toBeLessThan(4);
  },
);

test('owners see responses on land, together where they are close, and the same as a list for keys', async () => {
  const page = await responses.of('ride', '3 responses');
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect.poll(async () => (await mapPicture(page)).land).toBeGreaterThan(0.05);
  await expect.poll(() => page.locator('.map-cluster').allTextContents()).toEqual(['3']);
  const chart = page.getByRole('figure').filter({ hasText: 'Pickup location' });
  await chart.getByText('Show as table').press('Enter');
  await chart.getByRole('button', { name: '47.8° N, 122° W' }).press('Enter');
  await expect.poll(() => page.locator('.map-cluster').allTextContents()).toEqual(['1', '1', '1']);
  await expect.poll(() => chart.getByRole('row').count()).toBe(4);
  // Closer, the others are beyond the edge, and the list says what the map shows.
  await chart.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await chart.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await expect.poll(() => page.locator('.map-cluster').allTextContents()).toEqual(['1']);
  await expect.poll(() => chart.getByRole('row').count()).toBe(2);
});
