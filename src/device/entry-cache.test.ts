import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { createDatabase } from './device-database.ts';
import { createEntryCache } from './entry-cache.ts';
import { createVault } from './vault.ts';

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

test('leaving the page at any moment while a list is stored causes no unhandled rejection', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const database = createDatabase(`list-${crypto.randomUUID()}`);
  const cache = createEntryCache({ database, vault: createVault(database) });
  await cache.keep('mickey', { form: pwausers }, []);
  for (let moment = 0; moment < 40; moment += 1) {
    const stored = cache.keep('mickey', { form: pwausers }, [moment]);
    for (let turn = 0; turn < moment; turn += 1) await aTurn();
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pageshow'));
    await stored;
  }
  await aTurn();
  expect(unhandled).toEqual([]);
});
