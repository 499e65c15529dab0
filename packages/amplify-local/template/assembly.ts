import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A template as CDK wrote it, with unresolved intrinsics. */
export type Template = {
  readonly Parameters?: { readonly [name: string]: Parameter };
  readonly Mappings?: {
    readonly [map: string]: { readonly [top: string]: { readonly [second: string]: unknown } };
  };
  readonly Conditions?: { readonly [name: string]: unknown };
  readonly Resources: { readonly [logicalId: string]: Declaration };
  readonly Outputs?: { readonly [name: string]: Output };
  readonly Metadata?: { readonly [name: string]: unknown };
};

export type Parameter = { readonly Type: string; readonly Default?: unknown };
export type Output = { readonly Value: unknown; readonly Condition?: string };
export type Declaration = {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: unknown };
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
};

/** One stack. The root's path is empty; a nested stack's is like `api/`. */
export type Stack = {
  readonly name: string;
  readonly path: string;
  readonly template: Template;
  readonly nested: ReadonlyMap<string, Stack>;
};

/** The result of a synthesis. */
export type Assembly = {
  readonly root: Stack;
  /** Folders of functions' code by the S3 key in the template. */
  readonly bundleFolders: ReadonlyMap<string, string>;
};

/** Reads a folder written by {@link synthesize}: the stacks and the folder of each bundle. */
export function readAssembly(folder: string): Assembly {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

  const artifacts = Object.entries((read('manifest.json') as Manifest).artifacts);
  const stacks = artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [[name, rootStack] = missing(folder), ...others] = stacks;
  if (others.length > 0) throw new Error(`${folder} has ${stacks.length} root stacks, not one.`);

  const files = artifacts
    .flatMap(([, { properties }]) => properties?.file ?? [])
    .filter((file) => file.endsWith('.assets.json'))
    .flatMap((file) => Object.values((read(file) as Assets).files))
    .flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => ({ ...source, objectKey })),
    );

  const root = stacksOf(
    { name, template: read(rootStack.properties?.templateFile ?? '') as Template },
    (url) => {
      const file = files.find(({ objectKey }) => url.includes(objectKey));
      return file && (read(file.path) as Template);
    },
  );
  return {
    root,
    bundleFolders: new Map(
      files
        .filter(({ packaging }) => packaging === 'zip')
        .map(({ objectKey, path }) => [objectKey, join(folder, path)]),
    ),
  };
}

/**
 * A root stack with all stacks nested in it.
 * @param templateAt returns the template of a nested stack, given its URL: an expression that ends in the key of an asset
 */
export function stacksOf(
  { name, template }: Pick<Stack, 'name' | 'template'>,
  templateAt: (url: string) => Template | undefined,
): Stack {
  return openStack({ name, path: '', template });

  function openStack(stack: Omit<Stack, 'nested'>): Stack {
    const nested = new Map<string, Stack>();
    for (const [logicalId, { Type, Properties }] of Object.entries(stack.template.Resources)) {
      if (Type !== 'AWS::CloudFormation::Stack') continue;
      const template = templateAt(JSON.stringify(Properties?.['TemplateURL']));
      if (!template) throw new Error(`${stack.path}${logicalId}: no template among the assets.`);
      const path = `${stack.path}${withoutHash(logicalId)}/`;
      nested.set(logicalId, openStack({ name: `${stack.name}-${logicalId}`, path, template }));
    }
    return { ...stack, nested };
  }
}

/** `apiDFDE5E1E` → `api`: CDK ends a logical id with eight hex digits. */
function withoutHash(logicalId: string): string {
  return logicalId.replace(/(?<=.)[0-9A-F]{8}$/, '');
}

function missing(folder: string): never {
  throw new Error(`${folder} has no stack: has amplify/backend.ts been synthesized there?`);
}

type Manifest = {
  readonly artifacts: {
    readonly [name: string]: {
      readonly type: string;
      readonly properties?: { readonly templateFile?: string; readonly file?: string };
    };
  };
};

type Assets = {
  readonly files: {
    readonly [hash: string]: {
      readonly source: { readonly path: string; readonly packaging: string };
      readonly destinations: { readonly [name: string]: { readonly objectKey: string } };
    };
  };
};
