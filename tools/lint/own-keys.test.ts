import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { ownKeys } from './own-keys.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const inherits = {
  message: 'This also finds what every object inherits: use getOwn (core/values/own-property.ts).',
};

// Written for a linter whose types it does not import.
const rule = ownKeys as unknown as Parameters<typeof tester.run>[1];

tester.run('a look-up by a key from elsewhere uses getOwn', rule, {
  valid: [
    { name: 'with getOwn', code: 'const it = getOwn(texts, code) ?? title;' },
    { name: 'by a number', code: 'const it = list[i] ?? list[at + 1] ?? list[0];' },
    { name: 'by a calculated number', code: 'const it = list[Math.floor(n / 2)] ?? 0;' },
    { name: 'by a literal key', code: "const it = texts['code'] ?? texts.title;" },
    { name: 'by one of a few keys', code: "const it = range[end] ?? '';" },
    { name: 'of a key that always exists', code: 'const it = texts[why];' },
    { name: 'an inherited key, on purpose', code: 'const it = name in Object.prototype;' },
    { name: 'a literal key to tell types apart', code: "const it = 'options' in control;" },
  ],
  invalid: [
    { name: 'with a fallback', code: 'const it = texts[code] ?? title;', errors: [inherits] },
    {
      name: 'with another operator',
      code: 'const it = texts[problem.code] || title;',
      errors: [inherits],
    },
    {
      name: 'in something that may be missing',
      code: "const it = a?.[name] ?? '';",
      errors: [inherits],
    },
    { name: 'a property of it', code: 'const it = fields[name]?.label;', errors: [inherits] },
    { name: 'by a key made by a call', code: 'const it = a[String(b)] ?? b;', errors: [inherits] },
    { name: 'with in', code: 'const it = name in answers;', errors: [inherits] },
  ],
});
