import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { polledPages } from './polled-pages.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const readOnce = (name: string) => ({
  message: `A page may say this a moment later: await expect.poll(() => ….${name}()).`,
});

// Written for a linter whose types it does not import.
const rule = polledPages as unknown as Parameters<typeof tester.run>[1];

tester.run('a test asks until a page says what it expects', rule, {
  valid: [
    { name: 'asks again', code: "await expect.poll(() => box.inputValue()).toBe('Ada');" },
    {
      name: 'of all that match',
      code: 'await expect.poll(() => page.getByRole(row).count()).toBe(4);',
    },
    {
      name: 'that nothing is there',
      code: "expect(await page.getByText('Sent').count()).toBe(0);",
    },
    { name: 'what is in the table', code: 'expect(await storedRows(cloud)).toHaveLength(1);' },
    { name: 'what was read before', code: 'expect(count).toBe(4);' },
  ],
  invalid: [
    {
      name: 'what is in a box',
      code: "expect(await page.getByLabel('Name').inputValue()).toBe('Ada');",
      errors: [readOnce('inputValue')],
    },
    {
      name: 'how many there are',
      code: 'expect(await rows.count()).toBe(4);',
      errors: [readOnce('count')],
    },
    {
      name: 'what has the focus',
      code: 'expect(await isFocused(link)).toBe(true);',
      errors: [readOnce('isFocused')],
    },
    {
      name: 'what is not so any more',
      code: 'expect(await box.isDisabled()).toBe(false);',
      errors: [readOnce('isDisabled')],
    },
  ],
});
