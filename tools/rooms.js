/**
 * The house rules as one table: which room may import which rooms and packages.
 * Everything unwritten is forbidden. Arrows run one way, toward `core`. Run by the linter.
 */
import { dirname, relative, resolve } from 'node:path';

const house = resolve(import.meta.dirname, '..');
const anyPackage = ['*'];

/** First match wins: [files, rooms they may open, packages they may use]. */
const doors = [
  [/\.(test|contract)\.tsx?$/, ['core', 'forms', 'amplify', 'src', 'local', 'tools'], anyPackage],
  [/^core\/fields\//, ['core'], ['valibot']],
  [/^core\//, ['core'], []],
  [/^forms\//, ['core', 'forms'], []],
  [
    /^amplify\/(.*\/resource|backend|production)\.ts$/,
    ['core', 'forms', 'amplify'],
    ['@aws-amplify/backend', 'aws-cdk-lib', 'constructs', 'node:'],
  ],
  [
    /^amplify\//,
    ['core', 'forms', 'amplify'],
    [
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/lib-dynamodb',
      '@aws-sdk/util-dynamodb',
      'aws-lambda',
      'node:',
    ],
  ],
  [
    /^src\//,
    ['core', 'forms', 'src'],
    [
      'react',
      'react-dom',
      'aws-amplify',
      '@aws-amplify/ui-react',
      'wouter',
      'virtual:pwa-register',
      '#outputs',
    ],
  ],
  [
    /^local\//,
    ['local'],
    ['node:', '@aws-amplify/client-config', 'aws-jwt-verify', 'emulate', 'vite'],
  ],
  [/^(e2e|bench)\//, ['core', 'forms', 'local', 'tools', 'e2e', 'bench'], anyPackage],
  [/^tools\//, ['tools'], anyPackage],
  [/^[^/]+$/, ['tools'], anyPackage],
];

/** `#core/form.ts`, `../core/form.ts` → room `core`; `aws-cdk-lib/aws-iam` → package `aws-cdk-lib`. */
function destination(specifier, from) {
  const path = specifier.startsWith('.')
    ? relative(house, resolve(dirname(from), specifier))
    : /^#(core|forms)\//.test(specifier)
      ? specifier.slice(1)
      : undefined;
  if (path !== undefined) return { room: path.split('/')[0] };
  if (specifier.startsWith('node:')) return { package: 'node:' };
  return {
    package: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  };
}

const onlyThroughDoors = {
  create(context) {
    const file = relative(house, context.filename).replaceAll('\\', '/');
    const door = doors.find(([files]) => files.test(file));
    if (!door) return {};
    const [, rooms, packages] = door;
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const to = destination(
        node.source.value.replace(/^virtual:pwa-register.*/, 'virtual:pwa-register'),
        context.filename,
      );
      const open = to.room
        ? rooms.includes(to.room)
        : packages === anyPackage || packages.includes(to.package);
      if (!open)
        context.report({
          node,
          message: `${file} may not import ${node.source.value}: see the table in tools/rooms.js.`,
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
