import { test as base } from 'vitest';
import { openOfflineFixture } from './offline-fixture.ts';

/** A test with a fixture that is opened once per file; each test starts without faults. */
export const test = base
  // oxlint-disable-next-line eslint/no-empty-pattern -- vitest reads the fixture's dependencies from it
  .extend('opened', { scope: 'file' }, async ({}, { onCleanup }) => {
    const fixture = await openOfflineFixture();
    onCleanup(() => fixture[Symbol.asyncDispose]());
    return fixture;
  })
  .extend('fixture', async ({ opened }) => {
    await opened.network.clearFaults();
    return opened;
  });
