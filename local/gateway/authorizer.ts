import { list, onlyProperties, refuse, text } from '../template/properties.ts';
import type { Resource } from '../template/resource.ts';

/** Whose id tokens open a method, and which header carries them. */
export type Authorizer = { readonly header: string; readonly poolIds: readonly string[] };

export function authorizerFrom(resource: Resource): Authorizer {
  if (text(resource, 'Type') !== 'COGNITO_USER_POOLS') refuse(resource, 'Type');
  onlyProperties(resource, ['IdentitySource', 'Name', 'ProviderARNs', 'RestApiId', 'Type']);
  const header = /^method\.request\.header\.([\w-]+)$/.exec(text(resource, 'IdentitySource'))?.[1];
  if (!header) refuse(resource, 'IdentitySource');
  const poolIds = list(resource, 'ProviderARNs').map((arn) => {
    const poolId = /:userpool\/([\w-]+)$/.exec(String(arn))?.[1];
    if (!poolId) refuse(resource, 'ProviderARNs', 'does not name a user pool');
    return poolId;
  });
  if (poolIds.length === 0) refuse(resource, 'ProviderARNs', 'is empty');
  return { header, poolIds };
}
