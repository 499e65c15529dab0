import { test as base } from 'vitest';
import { openField } from './field.ts';

/** A test in a field that is opened once for its file, in fair weather to begin with. */
export const test = base
  // oxlint-disable-next-line eslint/no-empty-pattern -- vitest reads from it what a fixture needs
  .extend('opened', { scope: 'file' }, async ({}, { onCleanup }) => {
    const field = await openField();
    onCleanup(() => field[Symbol.asyncDispose]());
    return field;
  })
  .extend('field', async ({ opened }) => {
    await opened.weather.clear();
    return opened;
  });
