import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/** Tells the app which version it is, and which commit where that is known. */
export function version(): Plugin {
  return {
    name: 'formstead:version',
    config: () => ({
      define: {
        'import.meta.env.FORMSTEAD_VERSION': JSON.stringify(packageVersion()),
        'import.meta.env.FORMSTEAD_COMMIT': JSON.stringify(commit()),
      },
    }),
  };
}

function packageVersion(): string {
  const file = readFileSync(resolve(house, 'package.json'), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

/** As Amplify Hosting says it, or git; `''` in a folder that is no repository. */
export function commit(environment: NodeJS.ProcessEnv = process.env, folder = house): string {
  const told = environment['AWS_COMMIT_ID'];
  if (told && /^[0-9a-f]{7,}$/.test(told)) return told.slice(0, 7);
  const described = ['describe', '--always', '--dirty', '--abbrev=7', '--exclude=*'];
  try {
    const said = execFileSync('git', described, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    return said.trim();
  } catch {
    return '';
  }
}
