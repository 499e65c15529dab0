import type { Service } from './template/service.ts';
import { services as everyService } from './services.ts';
import { generalTypes } from './supported-resources.ts';
import type { Assembly } from './template/assembly.ts';
import { resolveBackend, type Backend } from './template/resolve-backend.ts';
import type { Naming, Namings } from './template/resource-naming.ts';

export type { Backend } from './template/resolve-backend.ts';

/**
 * Resolves every intrinsic of every stack, with the names that the services give their resources. Throws,
 * naming it, at anything CloudFormation would refuse.
 */
export function resolveAssembly(
  assembly: Assembly,
  services: readonly Service<unknown>[] = everyService,
): Backend {
  return resolveBackend(assembly, namingsOf(services));
}

/** What the services, and types that need none, return for `Ref` and `Fn::GetAtt`. */
export function namingsOf(services: readonly Service<unknown>[]): Namings {
  const ignored = [generalTypes, ...services.map((it) => it.ignored ?? {})].flatMap((types) =>
    Object.entries(types).flatMap(([type, { naming }]): [string, Naming][] =>
      naming ? [[type, naming]] : [],
    ),
  );
  const run = services.flatMap(({ resources }) => Object.entries(resources));
  return Object.fromEntries([...ignored, ...run]);
}
