import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bucket } from '../buckets.ts';
import { unzip } from '../unzip.ts';
import { stacksOf, type Assembly, type Stack, type Template } from '../../template/assembly.ts';

type Deps = {
  readonly bucket: Pick<Bucket, 'keys' | 'object'>;
  /** The folder that functions' code is unpacked into, by S3 key. */
  readonly codeFolder: string;
};

/** Reads the uploaded files of a stack: its template, nested templates, and the code of its functions. */
export async function uploadedAssembly(
  { name, template }: { readonly name: string; readonly template: string },
  { bucket, codeFolder }: Deps,
): Promise<Assembly> {
  const root = stacksOf({ name, template: parseTemplate(template) }, (url) => {
    const key = bucket.keys().find((it) => it.endsWith('.json') && url.includes(`/${it}`));
    const object = key === undefined ? undefined : bucket.object(key);
    return object && parseTemplate(object.body.toString('utf8'));
  });
  const bundleFolders = new Map<string, string>();
  for (const { where, key } of codeOf(root)) {
    const archive = bucket.object(key);
    if (!archive) throw new Error(`${where}: there is nothing in S3 under ${key}.`);
    const folder = join(codeFolder, encodeURIComponent(key.replace(/\.zip$/, '')));
    if (!existsSync(folder)) await unpack(archive.body, folder);
    bundleFolders.set(key, folder);
  }
  return { root, bundleFolders };
}

/** Parses a template as CDK writes it, in JSON. YAML is not supported. */
export function parseTemplate(text: string): Template {
  try {
    const template = JSON.parse(text) as Partial<Template>;
    if (typeof template.Resources === 'object') return template as Template;
  } catch {
    // Reported below, with the same message.
  }
  throw new Error('Template format error: this is not a template in JSON.');
}

/** Unpacks each function's code once: its key is a hash of its content. */
function codeOf({ path, template, nested }: Stack): readonly { where: string; key: string }[] {
  const own = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    if (Type !== 'AWS::Lambda::Function') return [];
    const { S3Key } = (Properties?.['Code'] ?? {}) as { S3Key?: unknown };
    return typeof S3Key === 'string' ? [{ where: path + id, key: S3Key }] : [];
  });
  return [...own, ...[...nested.values()].flatMap(codeOf)];
}

async function unpack(archive: Buffer, folder: string): Promise<void> {
  const fresh = `${folder}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  for (const { path, content } of unzip(archive)) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), content);
  }
  await rename(fresh, folder);
}
