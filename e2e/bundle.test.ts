import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssembly } from '../local/template/assembly.ts';
import { openWorld } from './world.ts';

test('the function reaches DynamoDB without an AWS SDK of the runtime', async () => {
  await using world = await openWorld();
  const { bundleFolders } = readAssembly(join(world.folder, 'cdk.out'));
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
});
