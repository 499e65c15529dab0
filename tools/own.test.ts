import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import own from './own.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const inherits = {
  message: 'This also finds what every object has: look it up with own (core/own.ts).',
};

// Written for a linter whose types it does not import.
const keys = own.rules.keys as unknown as Parameters<typeof tester.run>[1];

tester.run('a key that may be anybody’s is looked up with own', keys, {
  valid: [
    { name: 'with own', code: 'const it = own(words, code) ?? title;' },
    { name: 'by a number', code: 'const it = list[i] ?? list[at + 1] ?? list[0];' },
    { name: 'by a number that is worked out', code: 'const it = list[Math.floor(n / 2)] ?? 0;' },
    { name: 'by a key that is written there', code: "const it = words['code'] ?? words.title;" },
    { name: 'by one of few', code: "const it = range[end] ?? '';" },
    { name: 'where nothing may be missing', code: 'const it = words[why];' },
    { name: 'a question that is meant for all', code: 'const it = name in Object.prototype;' },
    { name: 'a shape that is told by a key', code: "const it = 'options' in control;" },
  ],
  invalid: [
    { name: 'with a fallback', code: 'const it = words[code] ?? title;', errors: [inherits] },
    { name: 'with another', code: 'const it = words[refusal.code] || title;', errors: [inherits] },
    { name: 'in what may be missing', code: "const it = a?.[name] ?? '';", errors: [inherits] },
    { name: 'and a part of it', code: 'const it = fields[name]?.label;', errors: [inherits] },
    { name: 'by what is made of it', code: 'const it = a[String(b)] ?? b;', errors: [inherits] },
    { name: 'with in', code: 'const it = name in answers;', errors: [inherits] },
  ],
});
