import type { Page } from 'playwright-core';

/** How much of the map on the page has the colour of land and of water, from 0 to 1. */
export type MapPicture = { readonly land: number; readonly water: number };

/** Takes a picture of the map and counts its pixels. The page may have no network. */
export async function mapPicture(page: Page): Promise<MapPicture> {
  const picture = await page.locator('.map canvas').first().screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!drawing) return { land: 0, water: 0 };
    const share = (property: string) => {
      const probe = document.createElement('span');
      document.querySelector('.map-ground')?.append(probe);
      probe.style.color = `var(${property})`;
      drawing.fillStyle = getComputedStyle(probe).color;
      probe.remove();
      drawing.fillRect(0, 0, 1, 1);
      const [red, green, blue] = drawing.getImageData(0, 0, 1, 1).data;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, image.width, image.height);
      let same = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) same += 1;
      return (4 * same) / data.length;
    };
    return { land: share('--map-land'), water: share('--map-water') };
  }, picture.toString('base64'));
}

/** Waits until the map shows land and names. */
export async function untilMapIsDrawn(page: Page): Promise<void> {
  const canvas = page.locator('.map canvas').first();
  await canvas.waitFor();
  let before: Buffer | undefined;
  for (let tries = 0; tries < 30; tries += 1) {
    const picture = await canvas.screenshot();
    const { land, water } = await mapPicture(page);
    if (before && picture.equals(before) && land + water > 0.3) return;
    before = picture;
    await page.waitForTimeout(500);
  }
}
