import type { IgnoredTypes, Service } from './template/service.ts';
import { services as everyService } from './services.ts';
import { arn } from './template/arn.ts';
import { getOwn } from './template/get-own-value.ts';
import type { Resource } from './template/resource.ts';
import { named } from './template/resource-naming.ts';

type Services = readonly Service<unknown>[];

/** Types that are no service's and need nothing to run. */
export const generalTypes: IgnoredTypes = {
  'AWS::CDK::Metadata': { because: 'tells AWS which CDK was used' },
  'AWS::CloudFormation::Stack': { because: 'its resources run, and are listed themselves' },
  'AWS::Logs::LogGroup': {
    because: 'logs are printed, not kept',
    naming: {
      id: named('LogGroupName'),
      attributes: { Arn: (id) => arn('logs', `log-group:${id}:*`) },
    },
  },
};

/** The name of the service that runs a resource type; `nothing` where there is nothing to run. */
export function serviceOf(type: string, services: Services = everyService): string | undefined {
  const runs = services.find(({ resources }) => Object.hasOwn(resources, type));
  if (runs) return runs.name;
  const ignored = [generalTypes, ...services.map((it) => it.ignored ?? {})];
  return ignored.some((types) => Object.hasOwn(types, type)) ? 'nothing' : undefined;
}

function isSupported(resource: Resource, services: Services): boolean {
  const { type } = resource;
  if (services.some(({ resources }) => Object.hasOwn(resources, type))) return true;
  const ignored = [generalTypes, ...services.map((it) => it.ignored ?? {})];
  return ignored.some((types) => {
    const found = getOwn(types, type);
    return found && (found.applies?.(resource) ?? true);
  });
}

/** Throws, naming them, if the template has resources that would run in AWS but not here. */
export function refuseUnsupported(
  resources: readonly Resource[],
  services: Services = everyService,
): void {
  const unsupported = resources.filter((it) => !isSupported(it, services));
  if (unsupported.length === 0) return;
  const names = unsupported.map(({ path, type }) => `  ${type} (${path})`).join('\n');
  throw new Error(
    `The local cloud does not run these resources of amplify/backend.ts:\n${names}\n` +
      'Take them out, or deploy to a sandbox in AWS with: npx ampx sandbox',
  );
}
