import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';

export type Handler = (event: unknown, context: unknown) => unknown;

/** Imports a bundle and finds its handler, with the errors of Lambda's runtime. */
export async function loadHandler(bundleFolder: string, handler: string): Promise<Handler> {
  const dot = handler.lastIndexOf('.');
  const [module, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => join(bundleFolder, module + ending))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`Runtime.ImportModuleError: Cannot find module '${module}'`);
  const found: unknown = (await importFile(bundleFolder, file))[name];
  if (typeof found !== 'function')
    throw new Error(`Runtime.HandlerNotFound: ${handler} is undefined or not exported`);
  if (found.length > 2)
    throw new Error(
      'Runtime.CallbackHandlerDeprecated: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24',
    );
  return found as Handler;
}

async function importFile(bundleFolder: string, file: string): Promise<Record<string, unknown>> {
  if (file.endsWith('.js') && !existsSync(join(bundleFolder, 'package.json')))
    return runCommonJs(file);
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.assign({}, module['default'], module);
}

/** In Lambda, a `.js` file is CommonJS; here, `import` would follow a package.json in a folder above the bundle. */
function runCommonJs(file: string): Record<string, unknown> {
  const module = { exports: {} };
  const run = compileFunction(
    readFileSync(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  ) as (...given: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}
