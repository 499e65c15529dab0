import { RuleTester } from 'oxlint/plugins-dev';
import { describe, expect, test } from 'vitest';
import { nameParts, plainNames } from './plain-names.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const banned = (word: string, name: string, instead: string) => ({
  message: `“${word}” in “${name}” is banned. Use: ${instead} (tools/lint/glossary.js).`,
});

// Written for a linter whose types it does not import.
const rule = plainNames as unknown as Parameters<typeof tester.run>[1];

test('a name is split into its parts, however it is written', () => {
  expect(nameParts('toHeldValue')).toEqual(['to', 'held', 'value']);
  expect(nameParts('HELD_VALUE')).toEqual(['held', 'value']);
  expect(nameParts('HTTPStand')).toEqual(['http', 'stand']);
});

tester.run('what is declared is named in plain words', rule, {
  valid: [
    { name: 'a plain name', code: 'const controlValue = 1;' },
    { name: 'a word that only contains a banned one', code: 'const placeholder = standard;' },
    { name: 'the name somebody else gave to a property', code: 'const it = event.place;' },
    {
      name: 'somebody else’s property under a name of ours',
      code: 'const { place: position } = it;',
    },
    { name: 'what is stored under that name, in quotes', code: "type A = { 'stand': string };" },
  ],
  invalid: [
    {
      name: 'a constant',
      code: 'const parcel = 1;',
      errors: [banned('parcel', 'parcel', 'change, QueuedChange')],
    },
    { name: 'a type', code: 'type Stand = 1;', errors: [banned('stand', 'Stand', 'status')] },
    {
      name: 'an interface',
      code: 'interface Deed {}',
      errors: [banned('deed', 'Deed', 'action, change')],
    },
    {
      name: 'a property of a type',
      code: 'type A = { stand: 1 };',
      errors: [banned('stand', 'stand', 'status')],
    },
    {
      name: 'a function and its parameter',
      code: 'function judge(lapse: 1) {}',
      errors: [banned('judge', 'judge', 'check, toResult'), banned('lapse', 'lapse', 'expire')],
    },
    {
      name: 'in a pattern',
      code: 'const { a: [, ...stand] } = it;',
      errors: [banned('stand', 'stand', 'status')],
    },
    {
      name: 'with a default',
      code: 'const f = ({ stand = 1 }) => stand;',
      errors: [banned('stand', 'stand', 'status')],
    },
  ],
});
