import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import {
  accessibilityViolations,
  horizontalOverflow,
} from '../../e2e/testing/browser/accessibility.ts';
import type { BrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';
import { mapPicture } from '../../e2e/testing/browser/map-picture.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';
import { putSession, seesDelivered } from '../../e2e/testing/offline/app-on-device.ts';
import { shareOfColour } from './colour-on-map.ts';
import { startTileServer, tileColour, type TileServer } from './tile-server.ts';
import { writeSurveyForm } from './write-survey-form.ts';

/** Milliseconds: the app is built with a form of its own. */
const timeout = 900_000;

const patiently = { timeout: 30_000 };
const phone = { viewport: { width: 360, height: 740 } };

let tiles: TileServer;
let fixture: BrowserFixture;

beforeAll(async () => {
  tiles = await startTileServer();
  fixture = await openFormsFixture((folder) => writeSurveyForm(folder, tiles.origin));
}, timeout);

afterAll(async () => {
  await fixture?.[Symbol.asyncDispose]();
  await tiles?.[Symbol.asyncDispose]();
});

async function openSurvey(page: Page): Promise<void> {
  await page.goto(`${fixture.appUrl}/survey`);
  await page.locator('.map canvas').first().waitFor();
}

/** The points of a drawing as they are listed below its map. */
const listed = (drawing: Locator) => drawing.locator('.drawing-points li').allTextContents();

test(
  'a line by taps and an area by keys are listed, undone, sent and read back',
  async () => {
    const context = await fixture.browser.newContext();
    const page = await context.newPage();
    await openSurvey(page);
    const session = await newSession(fixture.backend.cloud);
    await putSession(page, session);
    await page.setViewportSize(phone.viewport);
    const [way, farm] = [/^Way/, /^Farm/].map((name) => page.getByRole('group', { name }));
    if (!way || !farm) return expect.fail();
    await expect.poll(() => way.locator('.map canvas').count(), patiently).toBe(1);

    const line = way.getByRole('slider');
    const { width = 0, height = 0 } = (await line.boundingBox()) ?? {};
    for (const part of [0.25, 0.5, 0.75])
      await line.click({ position: { x: width * part, y: height / 2 } });
    await expect.poll(() => listed(way), patiently).toHaveLength(3);
    const [west = '', middle = '', east = ''] = await listed(way);
    expect(west).toMatch(/W$/);
    expect(east).toMatch(/E$/);
    await way.getByRole('button', { name: 'Remove the last point' }).press('Enter');
    await expect.poll(() => listed(way)).toEqual([west, middle]);
    await way.getByRole('button', { name: 'Put it back' }).press('Enter');
    await expect.poll(() => listed(way)).toEqual([west, middle, east]);

    const area = farm.getByRole('slider');
    for (const key of [
      'ArrowUp',
      'Enter',
      'ArrowUp',
      'Shift+ArrowRight',
      'Enter',
      'ArrowUp',
      'Enter',
    ])
      await area.press(key);
    // The next point begins where the map’s centre is, unless it is moved.
    for (const key of ['ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowLeft', 'Enter'])
      await area.press(key);
    await expect.poll(async () => (await listed(farm)).length).toBeGreaterThanOrEqual(3);
    const corners = await listed(farm);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);

    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await seesDelivered(page);
    const rows = await tableRows(fixture.backend.cloud);
    const row = rows.find((it) => it['username'] === session.username && it['answers']);
    const { answers, id } = row as {
      id: string;
      answers: Record<string, { coordinates: unknown[] }>;
    };
    expect(answers['way']).toMatchObject({ type: 'LineString' });
    expect(answers['way']?.coordinates).toHaveLength(3);
    expect(answers['farm']).toMatchObject({ type: 'Polygon' });
    const [ring = []] = (answers['farm']?.coordinates ?? []) as unknown[][];
    expect(ring).toHaveLength(corners.length + 1);
    expect(ring.at(-1)).toEqual(ring[0]);

    await page.goto(`${fixture.appUrl}/entries/survey/${id}/edit`);
    await expect.poll(() => listed(way), patiently).toEqual([west, middle, east]);
    await expect.poll(() => listed(farm)).toEqual(corners);
    await context.close();
  },
  timeout,
);

test(
  'from right to left, west stays left, and axe finds nothing',
  async () => {
    const context = await fixture.browser.newContext({ ...phone, locale: 'ar' });
    const page = await context.newPage();
    await openSurvey(page);
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    const way = page.getByRole('group', { name: /^Way/ });
    const line = way.getByRole('slider');
    await expect.poll(() => way.locator('.map canvas').count(), patiently).toBe(1);
    await expect.poll(() => shareOfColour(page, tileColour), patiently).toBeGreaterThan(0.9);
    const { width = 0, height = 0 } = (await line.boundingBox()) ?? {};
    for (const part of [0.25, 0.75])
      await line.click({ position: { x: width * part, y: height / 2 } });
    await expect.poll(() => listed(way), patiently).toHaveLength(2);
    const [west = '', east = ''] = await listed(way);
    expect([west, east]).toEqual([expect.stringContaining('غ'), expect.stringContaining('ق')]);
    await page.getByText('خرائط لوقت انقطاع الشبكة').first().click();
    await page.getByRole('button', { name: /^احفظ خريطة عجلون/ }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    await context.close();
  },
  timeout,
);

test(
  'a part of the street map is kept, drawn without a network, and removed',
  async () => {
    const context = await fixture.browser.newContext(phone);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => void errors.push(message));
    await openSurvey(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const house = page.getByRole('group', { name: /^House/ });
    const streets = () => shareOfColour(page, tileColour);
    // The whole of it has streets, as long as there is a network.
    await expect.poll(streets, patiently).toBeGreaterThan(0.9);
    await house.getByText('Maps for when there is no network').press('Enter');
    await house
      .getByRole('button', { name: /^Keep the map of Ajloun on this device \(about/ })
      .press('Enter');
    await house.getByText(/^The map of Ajloun is on this device/).waitFor();

    await context.setOffline(true);
    await page.reload();
    await page.locator('.map canvas').first().waitFor();
    const requests = tiles.requested.length;
    await house.getByLabel('Latitude').fill('32.33');
    await house.getByLabel('Longitude').fill('35.75');
    const pin = house.getByRole('slider');
    // One at a time: each zooms in by one.
    for (let zoom = 0; zoom < 9; zoom += 1) await pin.press('+');
    await expect.poll(streets, patiently).toBeGreaterThan(0.5);
    // Beyond the closest zoom, what is kept is enlarged.
    for (let zoom = 0; zoom < 3; zoom += 1) await pin.press('+');
    await expect.poll(streets, patiently).toBeGreaterThan(0.9);
    await expect.poll(() => page.locator('.map-makers').first().textContent()).toBe('© The makers');
    // Elsewhere there is the map of the Earth.
    await house.getByLabel('Latitude').fill('-33');
    await house.getByLabel('Longitude').fill('146');
    await expect.poll(streets, patiently).toBeLessThan(0.1);
    await expect.poll(async () => (await mapPicture(page)).land, patiently).toBeGreaterThan(0.5);
    expect(await page.getByText('The map could not be loaded.').count()).toBe(0);
    expect(errors).toEqual([]);
    expect(tiles.requested).toHaveLength(requests);

    await house.getByText('Maps for when there is no network').press('Enter');
    await house.getByRole('button', { name: 'Remove the map of Ajloun' }).press('Enter');
    await house.getByRole('button', { name: 'Remove it' }).press('Enter');
    await expect
      .poll(() =>
        page.evaluate(async () => (await caches.keys()).filter((it) => it.includes('Ajloun'))),
      )
      .toEqual([]);
    await context.close();
  },
  timeout,
);
