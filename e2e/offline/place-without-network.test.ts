import { expect } from 'vitest';
import { mapPicture } from '../testing/browser/map-picture.ts';
import { openDevice, seesNothingWaiting, seesSaved } from '../testing/offline/app-on-device.ts';
import { test } from '../testing/offline/offline-test.ts';

test.for(['light', 'dark'] as const)(
  'without a network the app starts, shows land in %s colours, and a pin placed by keys is delivered later',
  async (colorScheme, { fixture }) => {
    await using device = await openDevice(fixture);
    const { context, session } = device;
    await device.page.close();
    await context.setOffline(true);
    // A form that was never opened on this device.
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(`${fixture.appUrl}/ride`);
    const pin = page.getByRole('slider', { name: 'Pin for Pickup location' });
    await page.locator('.map canvas').waitFor();
    await expect.poll(async () => (await mapPicture(page)).land).toBeGreaterThan(0.15);
    expect((await mapPicture(page)).water).toBeGreaterThan(0.3);

    for (const key of ['+', '+', 'ArrowUp', 'ArrowUp', 'Shift+ArrowRight']) await pin.press(key);
    const where = await pin.getAttribute('aria-valuetext');
    await page.getByRole('button', { name: 'Request unicorn' }).press('Enter');
    await seesSaved(page);
    expect(await fixture.rowsOf(session)).toEqual([]);

    await context.setOffline(false);
    await seesNothingWaiting(page);
    const [row, ...others] = await fixture.rowsOf(session);
    expect(others).toEqual([]);
    const [, latitude, longitude] = /^([\d.]+)° N, ([\d.]+)° E$/.exec(where ?? '') ?? [];
    expect(row).toMatchObject({
      answers: { PickupLocation: { Latitude: Number(latitude), Longitude: Number(longitude) } },
    });
  },
);
