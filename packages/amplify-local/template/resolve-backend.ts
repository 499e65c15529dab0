import type { Assembly, Template } from './assembly.ts';
import { refuseCircularDependencies } from './circular-dependencies.ts';
import { createMemoize } from './memoize.ts';
import { readerOf } from './property-reader.ts';
import type { Resource } from './resource.ts';
import { openStack } from './open-stack.ts';
import type { Namings } from './resource-naming.ts';

/** The synthesized backend with everything resolved, as CloudFormation would create it. */
export type Backend = {
  /** The resources of all stacks, without the nested stacks themselves. */
  readonly resources: readonly Resource[];
  /** The root stack's outputs, which Amplify publishes. */
  readonly outputs: { readonly [name: string]: string };
  readonly rootTemplate: Template;
  /** The folder of a function's bundle. */
  readonly bundleFolderOf: (lambda: Resource) => string;
};

/** Resolves every intrinsic of every stack. Throws, naming it, at anything CloudFormation would refuse. */
export function resolveBackend({ root, bundleFolders }: Assembly, namings: Namings): Backend {
  refuseCircularDependencies(root);
  const { resources, outputs } = openStack(root, { memoize: createMemoize(), namings });
  return {
    resources: resources(),
    outputs: outputs(),
    rootTemplate: root.template,
    bundleFolderOf(lambda) {
      const key = readerOf(lambda).text('Code.S3Key');
      const folder = bundleFolders.get(key ?? '');
      if (folder === undefined) throw new Error(`${lambda.path} has no bundle among the assets.`);
      return folder;
    },
  };
}
