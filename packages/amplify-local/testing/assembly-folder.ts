import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from '../template/assembly.ts';

/**
 * For tests: writes a folder as CDK does. A nested stack's `TemplateURL` ends in the key
 * of its template; a key ending in `.zip` is a bundle.
 */
export function assemblyFolder(root: Template, nested: { [key: string]: Template } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-assembly-'));
  const write = (file: string, content: unknown): void =>
    writeFileSync(join(folder, file), JSON.stringify(content));

  for (const [key, template] of Object.entries({ 'root.json': root, ...nested }))
    write(key, template);
  mkdirSync(join(folder, 'asset.code'));
  write('stack.assets.json', {
    files: Object.fromEntries([
      ...Object.keys(nested).map((key) => [key, file(key, 'file', key)]),
      ['code', file('asset.code', 'zip', 'code.zip')],
    ]),
  });
  write('manifest.json', {
    artifacts: {
      'stack.assets': { type: 'cdk:asset-manifest', properties: { file: 'stack.assets.json' } },
      'test-stack': {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'root.json' },
      },
    },
  });
  return folder;
}

function file(path: string, packaging: string, objectKey: string): object {
  return { source: { path, packaging }, destinations: { here: { objectKey } } };
}
