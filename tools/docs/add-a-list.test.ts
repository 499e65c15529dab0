import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests } from '../testing/run-guide-tests.ts';

/** A copy of the project that contains the list and the form of `docs/add-a-list.md`. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  followGuide(copy, 'docs/add-a-list.md');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the compiler accepts the list and the form', () => {
  const tsc = resolve(import.meta.dirname, '../../node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', 'forms'], { cwd: copy, encoding: 'utf8' });
  expect(stdout).toBe('');
});

test('its test passes', () => {
  const ran = runGuideTests(copy, '--project=meaning', 'forms/enrolment.test.ts');
  expect(ran.passedIn('forms/enrolment.test.ts')).toBe(1);
  expect(ran.failed).toBe(false);
});
