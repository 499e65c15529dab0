import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Defines the version of the app and, if known, the commit. */
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
  const file = readFileSync(resolve(projectRoot, 'package.json'), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

/** From Amplify Hosting's environment or from git; `''` outside a repository. */
export function commit(environment: NodeJS.ProcessEnv = process.env, folder = projectRoot): string {
  const fromHosting = environment['AWS_COMMIT_ID'];
  if (fromHosting && /^[0-9a-f]{7,}$/.test(fromHosting)) return fromHosting.slice(0, 7);
  const args = ['describe', '--always', '--dirty', '--abbrev=7', '--exclude=*'];
  try {
    const described = execFileSync('git', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    return described.trim();
  } catch {
    return '';
  }
}
