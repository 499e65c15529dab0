import type { Service } from './template/service.ts';
import { services as everyService } from './services.ts';
import type { Resource } from './template/resource.ts';

/** Throws, before anything starts, if AWS would refuse to deploy because a function lacks a permission. */
export function refuseMissingPermissions(
  resources: readonly Resource[],
  services: readonly Service<unknown>[] = everyService,
): void {
  for (const service of services) service.check?.(resources);
}
