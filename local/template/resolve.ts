import type { Assembly, Template } from './assembly.ts';
import { refuseCircularDependencies } from './dependencies.ts';
import { createOnce } from './once.ts';
import { readerOf } from './reader.ts';
import type { Resource } from './resource.ts';
import { openStack } from './stack.ts';

/** The synthesized backend as CloudFormation would have made it. */
export type Backend = {
  /** Of all stacks; the nested stacks themselves are not among them. */
  readonly resources: readonly Resource[];
  /** The root stack's: what Amplify publishes. */
  readonly outputs: { readonly [name: string]: string };
  readonly rootTemplate: Template;
  /** Where a function's bundle lies. */
  readonly bundleFolderOf: (lambda: Resource) => string;
};

/** Resolves every intrinsic of every stack. Throws what CloudFormation would refuse, by name. */
export function resolveAssembly({ root, bundleFolders }: Assembly): Backend {
  refuseCircularDependencies(root);
  const { resources, outputs } = openStack(root, createOnce());
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
