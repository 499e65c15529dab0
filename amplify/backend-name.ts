import type { Construct } from 'constructs';

/**
 * A name that no other backend of the AWS account has: Amplify's app and branch, or a developer's sandbox.
 * CloudWatch identifies APIs and metrics by name, so two branches with one name would be counted together.
 */
export function backendName(scope: Construct): string {
  const contextValue = (key: 'namespace' | 'name') =>
    String(scope.node.tryGetContext(`amplify-backend-${key}`));
  return `${contextValue('namespace')}-${contextValue('name')}`;
}
