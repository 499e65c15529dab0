import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { openApi } from '#core/api/openapi-document.ts';
import { forms } from '#forms/index.ts';
import { openApiFile } from './openapi-plugin.ts';

afterEach(() => vi.unstubAllEnvs());

test('the build writes the API’s description, with the address of its cloud', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-'));
  const outputs = join(folder, 'outputs.json');
  const url = 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/';
  writeFileSync(outputs, JSON.stringify({ custom: { API: { formstead: { endpoint: url } } } }));
  vi.stubEnv('AMPLIFY_OUTPUTS', outputs);
  const outDir = join(folder, 'dist');
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [openApiFile()],
    build: { outDir, rolldownOptions: { input: outputs } },
  });
  const written: unknown = JSON.parse(readFileSync(join(outDir, 'openapi.json'), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(openApi({ title: brand.name, forms, url }))));
});
