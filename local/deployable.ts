import { secretsOf } from './lambda/secrets.ts';
import { mappingsOf } from './streams.ts';
import type { Resource } from './template/resource.ts';

/** Throws for what AWS would not deploy for want of a right, naming it, before anything is started. */
export function refuseUndeployable(resources: readonly Resource[]): void {
  mappingsOf(resources);
  for (const resource of resources)
    if (resource.type === 'AWS::Lambda::Function') secretsOf(resource, { resources });
}
