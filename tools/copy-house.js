import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const house = resolve(import.meta.dirname, '..');

/** A copy of this project to plant faults in and to change; its packages are this one's. Gives its folder. */
export function copyHouse() {
  const copy = mkdtempSync(join(tmpdir(), 'formstead-copy-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: house });
  for (const file of String(files).trim().split('\n'))
    cpSync(join(house, file), join(copy, file), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}
