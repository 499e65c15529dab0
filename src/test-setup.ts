import { afterEach, beforeEach } from 'vitest';
import { translatePage } from './test-translation.ts';

/** `npm run prove:translation`: every test of the pages, on pages that are being translated meanwhile. */
if (import.meta.env.MODE === 'translated') {
  let end: (() => void) | undefined;
  beforeEach(() => void (end = translatePage()));
  afterEach(() => end?.());
}
