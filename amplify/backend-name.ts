import type { Construct } from 'constructs';

/**
 * What tells this backend from the others of its account: Amplify's app and branch, or a developer's sandbox.
 * CloudWatch counts by names, and those of two branches would otherwise be one.
 */
export function backendName(scope: Construct): string {
  const said = (what: 'namespace' | 'name') =>
    String(scope.node.tryGetContext(`amplify-backend-${what}`));
  return `${said('namespace')}-${said('name')}`;
}
