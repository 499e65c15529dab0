import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '..');

/** Copies this project to a temporary folder, which tests may change; the packages are linked. Returns the folder. */
export function copyProject() {
  const copy = mkdtempSync(join(tmpdir(), 'formstead-copy-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: projectRoot,
  });
  for (const file of String(files).trim().split('\n').filter(isThere))
    cpSync(join(projectRoot, file), join(copy, file), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Git also lists files that are deleted and not committed yet. @param {string} file */
function isThere(file) {
  return existsSync(join(projectRoot, file));
}
