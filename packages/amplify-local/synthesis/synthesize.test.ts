import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { readAssembly } from '../template/assembly.ts';
import { intrinsicName } from '../template/intrinsics.ts';
import { readerOf } from '../template/property-reader.ts';
import { resolveAssembly } from '../resolve-assembly.ts';
import type { Backend } from '../template/resolve-backend.ts';
import { synthesizeOnce } from '../../../tools/testing/synthesize-once.ts';
import { synthesize, type Deployment } from './synthesize.ts';

afterEach(() => vi.unstubAllEnvs());

const projectRoot = resolve(import.meta.dirname, '../../..');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-synth-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Our own backend as `npm start` runs it. */
let own: Backend;

beforeAll(async () => {
  own = await ownBackend();
});

async function ownBackend(deployment: Deployment = {}): Promise<Backend> {
  return resolveAssembly(readAssembly(await synthesizeOnce(deployment)));
}

/** A project with this text as its backend. */
function projectWith(backend: string): string {
  const projectFolder = temporaryFolder();
  mkdirSync(join(projectFolder, 'amplify'));
  writeFileSync(join(projectFolder, 'amplify/backend.ts'), backend);
  return projectFolder;
}

/** All intrinsics anywhere in a value. */
function intrinsicsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const name = Array.isArray(value) ? undefined : intrinsicName(value);
  return [...(name === undefined ? [] : [name]), ...Object.values(value).flatMap(intrinsicsIn)];
}

function isProtected({ resources }: Backend): unknown {
  const table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table');
  return table?.properties['DeletionProtectionEnabled'];
}

test('our own backend resolves to plain JSON, the same at each start', async () => {
  const folder = join(temporaryFolder(), 'cdk.out');
  expect(await synthesize(folder)).toEqual({ ok: true });
  const again = resolveAssembly(readAssembly(folder));
  expect(own.resources.length).toBeGreaterThan(20);
  expect(own.resources.flatMap(({ properties }) => intrinsicsIn(properties))).toEqual([]);
  expect(JSON.stringify([own.resources, own.outputs])).not.toMatch(/\$\{|Fn::/);
  expect(again.resources).toEqual(own.resources);
  expect(again.outputs).toEqual(own.outputs);
  expect(new Set(own.resources.map(({ path }) => path)).size).toBe(own.resources.length);
});

test('Amplify’s outputs name the resources of the backend', () => {
  const { resources, outputs, rootTemplate } = own;
  const idOf = (type: string): string | undefined => resources.find((one) => one.type === type)?.id;
  expect(outputs['userPoolId']).toBe(idOf('AWS::Cognito::UserPool'));
  expect(outputs['webClientId']).toBe(idOf('AWS::Cognito::UserPoolClient'));
  expect(outputs['customOutputs']).toContain(
    `https://${idOf('AWS::ApiGateway::RestApi')}.execute-api.us-east-1.amazonaws.com/v1/`,
  );
  expect(rootTemplate.Metadata).toHaveProperty(['AWS::Amplify::Auth']);
});

test('every function of our own backend has its bundle', () => {
  const { resources, bundleFolderOf } = own;
  // CDK's own, which configures the bucket's events, has its code in the template.
  const functions = resources.filter(
    (it) => it.type === 'AWS::Lambda::Function' && !readerOf(it).text('Code.ZipFile'),
  );
  expect(functions.length).toBeGreaterThan(0);
  const bundles = ['index.mjs', 'index.js'];
  for (const lambda of functions)
    expect(bundles.filter((it) => existsSync(join(bundleFolderOf(lambda), it)))).toHaveLength(1);
});

test('only the production branch is protected from deletion, not a preview', async () => {
  vi.stubEnv('ALARMS_MAIL', 'alarms@example.com');
  const [main, preview] = await Promise.all([
    ownBackend({ type: 'branch', name: 'main' }),
    ownBackend({ type: 'branch', name: 'pr-7' }),
  ]);
  expect(isProtected(main)).toBe(true);
  expect(isProtected(preview)).toBe(false);
});

test('a backend that fails to synthesize leaves the last good one in place', async () => {
  const folder = join(temporaryFolder(), 'cdk.out');
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), '{}');
  const projectFolder = projectWith('const = 3;\n');
  const synthesis = await synthesize(folder, { projectFolder });
  expect(synthesis).toMatchObject({ ok: false });
  expect(JSON.stringify(synthesis)).toMatch(/backend\.ts:1.*Unexpected token/);
  expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  expect(existsSync(`${folder}.fresh`)).toBe(false);
});

test('a backend that defines nothing is reported', async () => {
  const projectFolder = projectWith('export {};\n');
  expect(await synthesize(join(temporaryFolder(), 'out'), { projectFolder })).toEqual({
    ok: false,
    message: 'amplify/backend.ts ran without defining a backend.',
  });
});

test('a synthesis that never ends is stopped when it is aborted', async () => {
  const projectFolder = projectWith('for (;;);\n');
  const folder = join(temporaryFolder(), 'out');
  expect(await synthesize(folder, { projectFolder }, AbortSignal.timeout(300))).toMatchObject({
    ok: false,
  });
});

test('a synthesis sees no AWS credentials', async () => {
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const projectFolder = projectWith(
    `throw new Error(Object.keys(process.env).filter((name) => name.startsWith('AWS_')).join() || 'none');`,
  );
  const synthesis = await synthesize(join(temporaryFolder(), 'out'), { projectFolder });
  expect(synthesis).toMatchObject({ ok: false, message: expect.stringContaining('Error: none') });
});

/** A copy of our own project, to be changed. */
function ourProject(): string {
  const projectFolder = temporaryFolder();
  for (const part of ['amplify', 'brand', 'core', 'forms', 'package.json', 'package-lock.json'])
    cpSync(join(projectRoot, part), join(projectFolder, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(projectFolder, 'node_modules'));
  return projectFolder;
}

test('an invalid form is reported with its messages, and nothing is synthesized', async () => {
  const projectFolder = ourProject();
  const file = join(projectFolder, 'forms/ride.ts');
  const ride = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    ride.replace("id: 'ride'", "id: 'items'").replace('version: 1', 'version: 0'),
  );
  const deployment = { projectFolder, plainErrors: ['MalformedForms'] };
  expect(await synthesize(join(temporaryFolder(), 'out'), deployment)).toEqual({
    ok: false,
    message: [
      'More than one form in forms/index.ts has the id "items". Each needs its own: it is the form’s address, and the key of its entries.',
      'Form "items": version must be 1, 2, 3, …',
    ].join('\n'),
  });
});

test('a handler that does not bundle is reported by file and line', async () => {
  const projectFolder = ourProject();
  writeFileSync(join(projectFolder, 'amplify/api/handler.ts'), 'export const handler = {{;\n');
  const synthesis = await synthesize(join(temporaryFolder(), 'out'), { projectFolder });
  expect(synthesis).toMatchObject({ ok: false });
  const message = synthesis.ok ? '' : synthesis.message;
  expect(message).toContain('amplify/api/handler.ts:1:');
  expect(message).not.toMatch(/FailedToBundleAsset|banner:js|triggerUncaughtException/);
});
