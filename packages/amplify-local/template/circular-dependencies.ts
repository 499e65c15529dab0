import type { Declaration, Stack } from './assembly.ts';

/**
 * Refuses, like CloudFormation, resources of one stack that depend on each other in a circle. To
 * CloudFormation a nested stack is one resource, so two of them may depend on each other though none
 * of their resources do; it reports that only while deploying.
 */
export function refuseCircularDependencies(stack: Stack): void {
  const resources = stack.template.Resources;
  const visited = new Set<string>();
  for (const logicalId of Object.keys(resources)) visit(logicalId, []);
  for (const nested of stack.nested.values()) refuseCircularDependencies(nested);

  function visit(logicalId: string, trail: readonly string[]): void {
    const declaration = resources[logicalId];
    if (visited.has(logicalId) || !declaration) return;
    if (trail.includes(logicalId)) {
      const circle = [...trail.slice(trail.indexOf(logicalId)), logicalId];
      throw new Error(`Circular dependency: ${circle.map((id) => stack.path + id).join(' → ')}.`);
    }
    for (const needed of neededBy(declaration)) visit(needed, [...trail, logicalId]);
    visited.add(logicalId);
  }
}

function neededBy({ DependsOn = [], Properties }: Declaration): Set<string> {
  return new Set([...[DependsOn].flat(), ...mentions(Properties)]);
}

/** Every name referred to. Names that are not resources (parameters, `AWS::Region`) do no harm. */
function mentions(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(inner).split(/[.,]/)[0] ?? ''];
    if (key === 'Fn::Sub') {
      const names = String([inner].flat()[0]).matchAll(/\$\{(\w+)/g);
      return [...Array.from(names, ([, name]) => name ?? ''), ...mentions(inner)];
    }
    return mentions(inner);
  });
}
