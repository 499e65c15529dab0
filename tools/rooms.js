/**
 * The house rules as one table: which files may import which rooms (`core/`) and packages (`react`).
 * Everything unwritten is forbidden. Arrows run one way, toward `core`. Run by the linter.
 */
import { dirname, relative, resolve } from 'node:path';

const house = resolve(import.meta.dirname, '..');

/**
 * First match wins.
 * @type {[files: RegExp, mayImport: string[]][]}
 */
const doors = [
  // Devices without a browser: the outbox itself, many times.
  [/^e2e\/delivery\//, ['core/', 'forms/', 'local/', 'src/', 'tools/', 'e2e/', 'any package']],
  [/^(e2e|bench)\//, ['core/', 'forms/', 'local/', 'tools/', 'e2e/', 'bench/', 'any package']],
  [
    /(\.(test|contract)|\/fake-world|\/test-[\w-]+)\.tsx?$/,
    ['core/', 'forms/', 'amplify/', 'src/', 'local/', 'tools/', 'any package'],
  ],
  [/^core\/fields\//, ['core/', 'libphonenumber-js']],
  [/^core\//, ['core/']],
  [/^forms\//, ['core/', 'forms/']],
  [
    /^amplify\/(.*\/resource|watch\/.*|backend|backend-name|production|strict)\.ts$/,
    ['core/', 'forms/', 'amplify/', 'node:', '@aws-amplify/backend', 'aws-cdk-lib', 'constructs'],
  ],
  [/^amplify\//, ['core/', 'forms/', 'amplify/', 'node:', 'aws-lambda']],
  [
    /^src\//,
    [
      'core/',
      'forms/',
      'src/',
      'react',
      'react-dom',
      'aws-amplify',
      '@aws-amplify/ui-react',
      'wouter',
      'idb',
      'workbox-precaching',
      'workbox-routing',
      'virtual:pwa-register',
      '#outputs',
    ],
  ],
  [
    /^local\//,
    ['local/', 'node:', '@aws-amplify/client-config', 'aws-jwt-verify', 'emulate', 'vite'],
  ],
  [/^tools\/vite\//, ['core/', 'forms/', 'tools/', 'any package']],
  [/^(tools\/|[^/]+$)/, ['tools/', 'any package']],
];

/**
 * What an import opens: `#core/form.ts` and `../core/form.ts` open `core/`, `react-dom/client` opens `react-dom`.
 * @param {string} specifier @param {string} file the importing file's path
 */
function opens(specifier, file) {
  if (specifier.startsWith('.'))
    return firstFolder(relative(house, resolve(dirname(file), specifier)).replaceAll('\\', '/'));
  if (/^#(core|forms)\//.test(specifier)) return firstFolder(specifier.slice(1));
  if (specifier.startsWith('node:')) return 'node:';
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/** @param {string} path */
function firstFolder(path) {
  return path.slice(0, path.indexOf('/') + 1);
}

/** @typedef {{ filename: string, report(found: { node: object, message: string }): void }} Context */

const onlyThroughDoors = {
  /** @param {Context} context */
  create(context) {
    const file = relative(house, context.filename).replaceAll('\\', '/');
    const mayImport = doors.find(([files]) => files.test(file))?.[1] ?? [];
    /** @param {{ source?: { value?: unknown } }} node */
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const to = opens(specifier, context.filename);
      const isPackage = !to.endsWith('/');
      if (mayImport.includes(to) || (isPackage && mayImport.includes('any package'))) return;
      context.report({
        node,
        message: `${file} may not import ${specifier}: see the table in tools/rooms.js.`,
      });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export default {
  meta: { name: 'rooms' },
  rules: { 'only-through-doors': onlyThroughDoors },
};
