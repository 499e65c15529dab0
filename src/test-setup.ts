import { configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { translatePage } from './test-translation.ts';

// How long a page may take is measured in `bench/`. Its own second runs out where two cores do more than this.
configure({ asyncUtilTimeout: 5000 });

/** `npm run prove:translation`: every test of the pages, on pages that are being translated meanwhile. */
if (import.meta.env.MODE === 'translated') {
  let end: (() => void) | undefined;
  beforeEach(() => void (end = translatePage()));
  afterEach(() => end?.());
}
