import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What to do before anything can run; undefined if nothing is missing. Needs no packages itself.
 * @param {string} project its folder @param {string} version of the Node that runs, such as `24.21.0`
 * @returns {string | undefined}
 */
export function installAdvice(project, version) {
  const { workspaces = [], engines } = packageIn('.');
  const names = ['.', ...workspaces].flatMap((folder) => {
    const { dependencies, devDependencies } = packageIn(folder);
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  const missing = names.filter((name) => !isThere(join('node_modules', name, 'package.json')));
  if (missing.length === names.length) return 'Nothing is installed yet: run npm ci';
  if (missing.length > 0)
    return `Not everything is installed: ${inShort(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. Run npm ci`;
  const needed = Number(/\d+/.exec(engines.node)?.[0]);
  if (Number.parseInt(version, 10) >= needed) return undefined;
  return `This project needs Node ${needed} or later, and this is ${version}. ${howToGetIt()}`;

  /** @param {string} folder */
  function packageIn(folder) {
    return JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8'));
  }

  /** npm runs scripts with the project's own Node, if it is installed. */
  function howToGetIt() {
    if (isThere('node_modules/node/bin/node') || isThere('node_modules/node/bin/node.exe'))
      return 'The project has its own: run it through npm, such as npm start';
    if (isThere('node_modules/node/package.json'))
      return `The project brings its own, but its install script has not run: run npm ci without --ignore-scripts, or install Node ${needed}`;
    return `The project’s own could not be installed: run npm ci again, or install Node ${needed}`;
  }

  /** @param {string} path */
  function isThere(path) {
    return existsSync(join(project, path));
  }
}

/** @param {string[]} names */
function inShort([first = '', ...rest]) {
  if (rest.length === 0) return first;
  return rest.length === 1 ? `${first} and ${rest[0]}` : `${first} and ${rest.length} more`;
}
