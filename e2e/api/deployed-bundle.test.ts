import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { startTestBackend } from '../testing/backend/test-backend.ts';

test(
  'the function uses DynamoDB without the runtime’s AWS SDK',
  { tags: 'bundle-without-sdk' },
  async () => {
    await using backend = await startTestBackend();
    const { bundleFolders } = readAssembly(join(backend.folder, 'cdk.out'));
    const bundles = [...bundleFolders.values()].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => /\.m?js$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const api = bundles.filter((it) => it.includes('attribute_not_exists(pk)'));
    expect(api.length).toBeGreaterThan(0);
    for (const bundle of api) {
      const statics = [...bundle.matchAll(/(?:^|[;}\s])import[^("']*["']([^"']+)["']/g)].map(
        (it) => it[1],
      );
      expect(statics.filter((it) => it?.startsWith('@aws-sdk'))).toEqual([]);
      expect(bundle).toContain('DynamoDB_20120810');
    }
  },
);
