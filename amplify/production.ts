import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The branch with real people's data, which must survive mistakes. Previews and sandboxes are disposable. */
export const productionBranch = 'main';

/**
 * Whether this is the production branch. The type alone does not say: Amplify gives a pull request's preview
 * the type `branch` too, and a preview with deletion protection could not be torn down.
 */
export function isProduction(scope: Construct): boolean {
  return (
    scope.node.tryGetContext('amplify-backend-type') === 'branch' &&
    scope.node.tryGetContext('amplify-backend-name') === productionBranch
  );
}

/** Keeps production's logs for 90 days, even if the functions that wrote them are deleted. */
export function retainLogs(scope: Construct): void {
  if (!isProduction(scope)) return;
  for (const it of scope.node.findAll()) {
    if (!(it instanceof CfnLogGroup)) continue;
    it.retentionInDays = 90;
    it.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
