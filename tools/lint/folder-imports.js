/**
 * Which files may import which folders (`core/`) and packages (`react`), as one table. What is not in the
 * table is forbidden, and imports go one way, towards `core`. Run by the linter.
 */
import { dirname, relative, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * First match wins.
 * @type {[files: RegExp, mayImport: string[]][]}
 */
const allowedImports = [
  // Simulated devices run the app's own outbox, without a browser.
  [
    /^(verify\/(delivery|limits|logic)\/|e2e\/api\/many-devices\.test\.ts$)/,
    [
      'brand/',
      'core/',
      'forms/',
      'packages/',
      'dev/',
      'src/',
      'tools/',
      'e2e/',
      'verify/',
      'any package',
    ],
  ],
  // Writes into the local engine what the functions would have written.
  [
    /^verify\/(counts|million)\//,
    [
      'brand/',
      'core/',
      'forms/',
      'amplify/',
      'packages/',
      'dev/',
      'tools/',
      'e2e/',
      'verify/',
      'bench/',
      'any package',
    ],
  ],
  [
    /^(e2e|verify|bench)\//,
    [
      'brand/',
      'core/',
      'forms/',
      'packages/',
      'dev/',
      'tools/',
      'e2e/',
      'verify/',
      'bench/',
      'any package',
    ],
  ],
  // The requests of the tutorials are also sent to the function itself.
  [
    /^amplify\/.*\.test\.ts$/,
    [
      'brand/',
      'core/',
      'forms/',
      'amplify/',
      'packages/',
      'dev/',
      'tools/',
      'verify/',
      'any package',
    ],
  ],
  [
    /(\.(test|contract)\.tsx?$|\/testing\/)/,
    ['brand/', 'core/', 'forms/', 'amplify/', 'src/', 'packages/', 'dev/', 'tools/', 'any package'],
  ],
  [/^brand\//, ['brand/', 'node:']],
  [/^core\/fields\//, ['core/', 'libphonenumber-js']],
  [/^core\//, ['core/']],
  [/^forms\//, ['core/', 'forms/']],
  [
    /^amplify\/(.*\/resource|watch\/.*|backend|backend-name|entries\/stream-consumer|plain-function|production|refuse-circular-stacks)\.ts$/,
    [
      'brand/',
      'core/',
      'forms/',
      'amplify/',
      'node:',
      '@aws-amplify/backend',
      'aws-cdk-lib',
      'constructs',
    ],
  ],
  [
    /^amplify\/files\/shrinker\//,
    ['core/', 'amplify/', 'node:', 'aws-lambda', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp'],
  ],
  [/^amplify\//, ['core/', 'forms/', 'amplify/', 'node:', 'aws-lambda']],
  [
    /^src\//,
    [
      'brand/',
      'core/',
      'forms/',
      'src/',
      'react',
      'react-dom',
      'barcode-detector',
      'client-zip',
      'lean-qr',
      'zxing-wasm',
      'maplibre-gl',
      'write-excel-file',
      '@aws-crypto/sha256-js',
      'aws-amplify',
      '@aws-amplify/ui-react',
      'wouter',
      'idb',
      'workbox-precaching',
      'workbox-routing',
      'virtual:pwa-register',
      '#outputs',
      '#catalogue',
    ],
  ],
  [
    /^packages\//,
    [
      'packages/',
      'node:',
      '@aws-amplify/client-config',
      'aws-jwt-verify',
      'emulate',
      'fast-xml-parser',
    ],
  ],
  // Commands that write and fill in forms.
  [/^dev\/(new-form|sample)\//, ['brand/', 'core/', 'forms/', 'dev/', 'tools/', 'node:']],
  [/^dev\//, ['brand/', 'dev/', 'packages/', 'node:', '@aws-amplify/client-config', 'vite']],
  // docs/verify.md lists the claims.
  [/^tools\/docs\//, ['core/', 'tools/', 'verify/', 'any package']],
  [/^tools\/vite\//, ['brand/', 'core/', 'forms/', 'src/', 'tools/', 'any package']],
  [/^(tools\/|[^/]+$)/, ['brand/', 'tools/', 'any package']],
];

/**
 * The entry of the table that an import needs: `core/` for `#core/form/define-form.ts` and for
 * `../core/form/define-form.ts`, `react-dom` for `react-dom/client`.
 * @param {string} specifier @param {string} file the importing file's path
 */
function importedRoot(specifier, file) {
  if (specifier.startsWith('.'))
    return firstFolder(
      relative(projectRoot, resolve(dirname(file), specifier)).replaceAll('\\', '/'),
    );
  if (/^#(brand|core|forms)\//.test(specifier)) return firstFolder(specifier.slice(1));
  if (specifier.startsWith('node:')) return 'node:';
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/** @param {string} path */
function firstFolder(path) {
  return path.slice(0, path.indexOf('/') + 1);
}

/** @typedef {{ filename: string, report(found: { node: object, message: string }): void }} Context */

export const folderImports = {
  /** @param {Context} context */
  create(context) {
    const file = relative(projectRoot, context.filename).replaceAll('\\', '/');
    const mayImport = allowedImports.find(([files]) => files.test(file))?.[1] ?? [];
    /** @param {{ source?: { value?: unknown } }} node */
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const root = importedRoot(specifier, context.filename);
      const isPackage = !root.endsWith('/');
      if (mayImport.includes(root) || (isPackage && mayImport.includes('any package'))) return;
      context.report({
        node,
        message: `${file} may not import ${specifier}: see the table in tools/lint/folder-imports.js.`,
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
