import type { Resource } from '../../../template/resource.ts';
import { clientSettingsFrom } from './client-settings.ts';
import { groupSettingsFrom } from './group-settings.ts';
import { poolRulesFrom } from './pool-rules.ts';
import type { PoolSettings } from './pool-settings.ts';

/**
 * Reads the pool's settings from the synthesized resources. Throws, naming it, at any Cognito resource or
 * property that would behave differently in AWS than it does here.
 */
export function poolSettingsFrom(resources: readonly Resource[]): PoolSettings {
  const [pool, ...others] = ofType(resources, 'AWS::Cognito::UserPool');
  if (!pool) throw new Error('The template has no AWS::Cognito::UserPool.');
  if (others.length > 0)
    throw new Error('The local Cognito has one user pool; the template has more.');
  refuseUnknownResources(resources);
  return {
    ...poolRulesFrom(pool),
    clients: ofType(resources, 'AWS::Cognito::UserPoolClient').map(clientSettingsFrom),
    groups: groupSettingsFrom(ofType(resources, 'AWS::Cognito::UserPoolGroup')),
  };
}

function ofType(resources: readonly Resource[], type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

function refuseUnknownResources(resources: readonly Resource[]): void {
  const unsupported = resources.find(
    ({ type }) =>
      type.startsWith('AWS::Cognito::UserPool') && !/UserPool(Client|Group)?$/.test(type),
  );
  if (unsupported)
    throw new Error(`${unsupported.path}: the local Cognito does not support ${unsupported.type}.`);
}
