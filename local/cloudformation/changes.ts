import { own } from '../own.ts';
import type { Stack } from '../template/assembly.ts';
import { stackIdOf } from '../template/pseudo-parameters.ts';
import type { Resource } from '../template/resource.ts';

/** What happens to one resource between two deployments. */
export type Change = {
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly resource: Resource;
  readonly logicalId: string;
  readonly stackId: string;
};

/** A deployment as far as changes go: its stacks, and what they make. */
export type Deployed = { readonly root: Stack; readonly resources: readonly Resource[] };

export const nothing: Pick<Deployed, 'resources'> & { root: undefined } = {
  root: undefined,
  resources: [],
};

/** What has to happen to come from one deployment to another; a stack that is new or gone is among it. */
export function changesBetween(
  before: Deployed | typeof nothing,
  after: Deployed | typeof nothing,
): readonly Change[] {
  const old = new Map(partsOf(before).map((it) => [keyOf(it), it]));
  const wanted = new Map(partsOf(after).map((it) => [keyOf(it), it]));
  const made = [...wanted].flatMap(([key, part]): Change[] => {
    const was = old.get(key);
    if (!was) return [{ ...part, kind: 'CREATE' }];
    return same(was.resource, part.resource) ? [] : [{ ...part, kind: 'UPDATE' }];
  });
  const gone = [...old]
    .filter(([key]) => !wanted.has(key))
    .map(([, part]): Change => ({ ...part, kind: 'DELETE' }));
  return [...made, ...gone];
}

/** Every stack of a deployment, the outermost first. */
export function stacksIn(stack: Stack | undefined): readonly Stack[] {
  return stack ? [stack, ...[...stack.nested.values()].flatMap(stacksIn)] : [];
}

type Part = Omit<Change, 'kind'>;

function partsOf({ root, resources }: Deployed | typeof nothing): readonly Part[] {
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

/** To its parent a nested stack is one resource, which changes when anything in it does. */
function nestedResource(stack: Stack, logicalId: string, child: Stack): Resource {
  return {
    path: stack.path + logicalId,
    type: 'AWS::CloudFormation::Stack',
    id: stackIdOf(child),
    properties: { ...own(stack.template.Resources, logicalId)?.Properties },
  };
}

function keyOf({ resource: { path, type, id } }: Part): string {
  return `${path} ${type} ${id}`;
}

function same(one: Resource, other: Resource): boolean {
  return JSON.stringify(one.properties) === JSON.stringify(other.properties);
}
