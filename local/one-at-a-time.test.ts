import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeState } from './one-at-a-time.ts';

test('one process has a folder’s state; another is told no', async () => {
  const folder = `/project/${randomUUID()}`;
  expect(await takeState(folder)).toBe(true);
  expect(await takeState(folder)).toBe(false);
  expect(await takeState(`${folder}/another`)).toBe(true);
});

test('a process that is killed leaves the state free', async () => {
  const folder = `/project/${randomUUID()}`;
  const file = join(import.meta.dirname, 'one-at-a-time.ts');
  const script = `import { takeState } from ${JSON.stringify(file)};
    process.stdout.write(String(await takeState(${JSON.stringify(folder)})));
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
  expect(String((await once(other.stdout, 'data'))[0])).toBe('true');
  expect(await takeState(folder)).toBe(false);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await takeState(folder)).toBe(true);
});
