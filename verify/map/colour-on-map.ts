import type { Page } from 'playwright-core';

/** How much of the first map on the page has exactly this colour, from 0 to 1. */
export async function shareOfColour(
  page: Page,
  colour: readonly [number, number, number],
): Promise<number> {
  const picture = await page.locator('.map canvas').first().screenshot();
  return page.evaluate(
    async ([base64, [red, green, blue]]) => {
      const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!drawing) return 0;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, image.width, image.height);
      let same = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) same += 1;
      return (4 * same) / data.length;
    },
    [picture.toString('base64'), colour] as const,
  );
}
