import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { controlKinds } from './control-kinds.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const found = {
  message:
    'This check is forgotten when a control is added: use a record with an entry for each control, as src/controls/codecs.ts does.',
};

// Written for a linter whose types it does not import.
const rule = controlKinds as unknown as Parameters<typeof tester.run>[1];

tester.run('code uses a record instead of checking which control it has', rule, {
  valid: [
    { name: 'a record', code: 'const codec = codecs[control.is];' },
    { name: 'a record, of a question', code: 'const View = controls[question.control.is];' },
    { name: 'what a control has', code: "const it = 'options' in control && control.options;" },
    { name: 'a new control', code: "const control = { is: 'location' };" },
    { name: 'something else', code: "const isBusy = sending.is === 'under-way';" },
  ],
  invalid: [
    { name: 'a comparison', code: "const it = control.is === 'choice';", errors: [found] },
    { name: 'of a field', code: "const it = field.control.is === 'choice';", errors: [found] },
    { name: 'of an optional one', code: "const it = field?.control?.is !== 'a';", errors: [found] },
    { name: 'a switch', code: "switch (control.is) { case 'choice': }", errors: [found] },
    { name: 'a list', code: "const it = ['choice'].includes(control.is);", errors: [found] },
    { name: 'a variable', code: 'const { is } = control;', errors: [found] },
    { name: 'a variable of a field', code: 'const { is, type } = field.control;', errors: [found] },
    { name: 'a parameter', code: 'const f = ({ control: { is } }) => is;', errors: [found] },
  ],
});
