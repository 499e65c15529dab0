import { configure } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { translatePage } from './translate-page.ts';

// `bench/` measures how long pages take. On a busy machine what is waited for may take long.
configure({ asyncUtilTimeout: 30_000 });

// A part that is still being loaded when its file ends would fail to load in the next one, too.
afterAll(() => vi.dynamicImportSettled());

// Pages show times in the device's zone; tests that need another one set it.
process.env['TZ'] = 'UTC';

/** For `npm run verify -- translation`: runs every test of the pages while they are being translated. */
if (import.meta.env.MODE === 'translated' && 'document' in globalThis) {
  let end: (() => void) | undefined;
  beforeEach(() => void (end = translatePage()));
  afterEach(() => end?.());
}
