import { expect, test, vi } from 'vitest';

test('Chromium starts without what Playwright disables in it', async () => {
  // Node is no browser and ends at once; Playwright then says how it was started.
  vi.stubEnv('CHROME_PATH', process.execPath);
  const { launchBrowser } = await import('./chromium.js');
  const failure = await launchBrowser().then(String, String);
  const command = failure.split('\n').find((it) => it.includes('<launching>')) ?? '';
  const [theirs, ours, ...more] = [...command.matchAll(/--disable-features=(\S+)/g)].map((it) =>
    it[1]?.split(','),
  );
  expect(more).toEqual([]);
  expect(theirs?.length).toBeGreaterThan(5);
  expect(ours).toEqual(expect.arrayContaining(theirs ?? []));
});
