import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { audio, barcode, photo, repeat, text } from '../../core/fields/index.ts';
import { policyFor } from './content-security-policy.ts';
import { asksForFiles } from '../../core/form/asks-for-files.ts';
import { asksFor } from './asks-for.ts';
import { outputsFile, readOutputs } from './outputs-plugin.ts';

afterEach(() => vi.unstubAllEnvs());

const auth = { aws_region: 'eu-west-1' };
const API = { formstead: { endpoint: 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/' } };

test('the page may connect to itself, its API and its user pool, and run only its own files', () => {
  const policy = policyFor({ auth, custom: { API } });
  expect(policy).toContain(
    "connect-src 'self' https://abc.execute-api.eu-west-1.amazonaws.com https://cognito-idp.eu-west-1.amazonaws.com;",
  );
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
  expect(policy).not.toContain('unsafe');
});

test('an inline script is allowed by its hash, without any change', () => {
  const policy = policyFor({ auth, custom: { API } }, { scripts: ['let theme'] });
  const hash = createHash('sha256').update('let theme').digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
});

test('the style of a prerendered page is allowed by its hash, and no other', () => {
  const policy = policyFor({ auth, custom: { API } }, { styles: ['a{top:0}', 'a{top:0}'] });
  const hash = createHash('sha256').update('a{top:0}').digest('base64');
  expect(policy).toContain(`style-src 'self' 'sha256-${hash}';`);
});

test('only the app of a form that asks for a barcode may compile WebAssembly', () => {
  const policy = policyFor({ auth, custom: { API } }, { hasCodeReader: true });
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy.replace('wasm-unsafe-eval', '')).not.toContain('unsafe');
  const name = text({ label: 'Name' });
  const samples = repeat({ label: 'Samples', fields: { code: barcode({ label: 'Code' }) } });
  expect(asksFor({ fields: { name } }, 'barcode')).toBe(false);
  expect(asksFor({ fields: { name, samples } }, 'barcode')).toBe(true);
});

test('only the app of a form that asks for files may show pictures of the device, and reach the bucket', () => {
  const custom = { API, filesEndpoint: 'https://files.s3.eu-west-1.amazonaws.com' };
  const policy = policyFor({ auth, custom }, { hasFiles: true });
  expect(policy).toContain(
    "img-src 'self' data: blob: https://files.s3.eu-west-1.amazonaws.com; font-src 'self'",
  );
  expect(policy).toMatch(/connect-src [^;]* https:\/\/files\.s3\.eu-west-1\.amazonaws\.com;/);
  const local = { ...custom, storageEndpoint: 'http://localhost:5214' };
  expect(policyFor({ auth, custom: local }, { hasFiles: true })).toContain(
    "img-src 'self' data: blob: http://localhost:5214;",
  );
  expect(policyFor({ auth, custom })).not.toMatch(/blob:|files\.s3/);
  const walls = { photos: photo({ label: 'Photos' }) };
  expect(asksForFiles({ fields: { parts: repeat({ label: 'Parts', fields: walls }) } })).toBe(true);
  expect(asksForFiles({ fields: { name: text({ label: 'Name' }) } })).toBe(false);
});

test('only the app of a form that asks for a recording may play one from the device', () => {
  expect(policyFor({ auth, custom: { API } }, { hasSounds: true })).toContain('media-src blob:;');
  expect(policyFor({ auth, custom: { API } }, { hasFiles: true })).not.toContain('media-src');
  const fields = { calls: repeat({ label: 'Calls', fields: { it: audio({ label: 'Call' }) } }) };
  expect(asksFor({ fields }, 'audio') && asksForFiles({ fields })).toBe(true);
});

test('a map with streets may be loaded from where its configuration says, and nothing else from there', () => {
  const streets = {
    style: 'https://maps.example.com/style.json?key=a',
    origins: ['https://tiles.example.com'],
    attribution: '© Example',
  };
  const policy = policyFor({ auth, custom: { API } }, { streets });
  expect(policy).toMatch(
    /connect-src 'self' [^;]*amazonaws\.com https:\/\/maps\.example\.com https:\/\/tiles\.example\.com;/,
  );
  expect(policy.replace(/connect-src[^;]*;/, '')).not.toContain('example.com');
});

test('with the local cloud, the bucket’s address is another', () => {
  const filesEndpoint = 'https://files.s3.eu-west-1.amazonaws.com';
  const custom = { API, filesEndpoint, storageEndpoint: 'http://127.0.0.1:5214' };
  const policy = policyFor({ auth, custom }, { hasFiles: true });
  expect(policy).toContain("img-src 'self' data: blob: http://127.0.0.1:5214;");
  expect(policy).toMatch(/connect-src [^;]* http:\/\/127\.0\.0\.1:5214;/);
  expect(policy).not.toContain('files.s3');
});

test('with the local cloud, the user pool’s address comes from the outputs', () => {
  const custom = {
    API: { formstead: { endpoint: 'http://localhost:5174/v1/' } },
    userPoolEndpoint: 'http://localhost:5175',
  };
  expect(policyFor({ auth, custom })).toContain(
    "connect-src 'self' http://localhost:5174 http://localhost:5175;",
  );
});

test('without outputs the build says what to run', () => {
  vi.stubEnv('AMPLIFY_OUTPUTS', '/nowhere/outputs.json');
  expect(() => outputsFile()).toThrow(
    /\/nowhere\/outputs\.json is missing\. Run `npm start`.*`npx ampx sandbox`/,
  );
});

test('the outputs can be named in the environment', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'formstead-')), 'outputs.json');
  writeFileSync(file, JSON.stringify({ auth, custom: { API } }));
  vi.stubEnv('AMPLIFY_OUTPUTS', file);
  expect(readOutputs()).toEqual({ auth, custom: { API } });
});
