import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests } from '../testing/run-guide-tests.ts';

/** A copy of the project that contains the form of `docs/add-logic.md`. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  followGuide(copy, 'docs/add-logic.md');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the compiler accepts the form', () => {
  const tsc = resolve(import.meta.dirname, '../../node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', 'forms'], { cwd: copy, encoding: 'utf8' });
  expect(stdout).toBe('');
});

test('its tests pass', () => {
  const ran = runGuideTests(copy, '--project=meaning', 'forms/well.test.ts');
  expect(ran.passedIn('forms/well.test.ts')).toBeGreaterThan(2);
  expect(ran.failed).toBe(false);
});

test('the checks of forms find nothing wrong with it', () => {
  const script = `
    import { issuesOfForms } from './core/form/check-forms.ts';
    import { well } from './forms/well.ts';
    console.log(JSON.stringify(issuesOfForms({ forms: [well], reservedIds: [] })));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect([stdout.trim(), stderr]).toEqual(['[]', '']);
});
