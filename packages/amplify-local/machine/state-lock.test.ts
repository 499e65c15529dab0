import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockState } from './state-lock.ts';

test('only one process can lock a folder’s state', async () => {
  const folder = `/project/${randomUUID()}`;
  expect(await lockState(folder)).toBe(true);
  expect(await lockState(folder)).toBe(false);
  expect(await lockState(`${folder}/another`)).toBe(true);
});

test('a killed process releases the lock', async () => {
  const folder = `/project/${randomUUID()}`;
  const file = join(import.meta.dirname, 'state-lock.ts');
  const script = `import { lockState } from ${JSON.stringify(file)};
    process.stdout.write(String(await lockState(${JSON.stringify(folder)})));
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
  expect(String((await once(other.stdout, 'data'))[0])).toBe('true');
  expect(await lockState(folder)).toBe(false);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await lockState(folder)).toBe(true);
});
