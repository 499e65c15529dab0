import { getOwn } from '../../template/get-own-value.ts';
import type { Stack } from '../../template/assembly.ts';
import { stackIdOf } from '../../template/pseudo-parameters.ts';
import type { Resource } from '../../template/resource.ts';

/** The change of one resource between two deployments. */
export type Change = {
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly resource: Resource;
  readonly logicalId: string;
  readonly stackId: string;
};

/** A deployment, reduced to what comparing needs: its stacks and their resources. */
export type Deployment = { readonly root: Stack; readonly resources: readonly Resource[] };

export const noDeployment: Pick<Deployment, 'resources'> & { root: undefined } = {
  root: undefined,
  resources: [],
};

/** The changes that turn one deployment into another, including added and removed stacks. */
export function changesBetween(
  before: Deployment | typeof noDeployment,
  after: Deployment | typeof noDeployment,
): readonly Change[] {
  const old = new Map(resourcesOf(before).map((it) => [keyOf(it), it]));
  const wanted = new Map(resourcesOf(after).map((it) => [keyOf(it), it]));
  const made = [...wanted].flatMap(([key, part]): Change[] => {
    const previous = old.get(key);
    if (!previous) return [{ ...part, kind: 'CREATE' }];
    return same(previous.resource, part.resource) ? [] : [{ ...part, kind: 'UPDATE' }];
  });
  const removed = [...old]
    .filter(([key]) => !wanted.has(key))
    .map(([, part]): Change => ({ ...part, kind: 'DELETE' }));
  return [...made, ...removed];
}

/** Every stack of a deployment, outermost first. */
export function stacksIn(stack: Stack | undefined): readonly Stack[] {
  return stack ? [stack, ...[...stack.nested.values()].flatMap(stacksIn)] : [];
}

type DeployedResource = Omit<Change, 'kind'>;

function resourcesOf({
  root,
  resources,
}: Deployment | typeof noDeployment): readonly DeployedResource[] {
  return stacksIn(root).flatMap((stack) => {
    const stackId = stackIdOf(stack);
    const nested = Array.from(stack.nested, ([logicalId, child]) => ({
      logicalId,
      stackId,
      resource: nestedResource(stack, logicalId, child),
    }));
    const own = resources
      .filter(({ path }) => path.slice(0, path.lastIndexOf('/') + 1) === stack.path)
      .map((resource) => ({
        logicalId: resource.path.slice(stack.path.length),
        stackId,
        resource,
      }));
    return [...nested, ...own];
  });
}

/** To its parent, a nested stack is one resource, which changes when anything inside it does. */
function nestedResource(stack: Stack, logicalId: string, child: Stack): Resource {
  return {
    path: stack.path + logicalId,
    type: 'AWS::CloudFormation::Stack',
    id: stackIdOf(child),
    properties: { ...getOwn(stack.template.Resources, logicalId)?.Properties },
  };
}

function keyOf({ resource: { path, type, id } }: DeployedResource): string {
  return `${path} ${type} ${id}`;
}

function same(one: Resource, other: Resource): boolean {
  return JSON.stringify(one.properties) === JSON.stringify(other.properties);
}
