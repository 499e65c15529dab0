import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The branch whose people's data must survive a mistake. Previews and sandboxes may be thrown away. */
export const productionBranch = 'main';

/**
 * Whether this is the production branch. Asked by the branch's name: Amplify calls a pull request's
 * preview a `branch` too, and a protected preview could not be torn down.
 */
export function isProduction(scope: Construct): boolean {
  return (
    scope.node.tryGetContext('amplify-backend-type') === 'branch' &&
    scope.node.tryGetContext('amplify-backend-name') === productionBranch
  );
}

/** Production's logs are there for longer than a holiday, and after the functions that wrote them. */
export function keepLogs(scope: Construct): void {
  if (!isProduction(scope)) return;
  for (const it of scope.node.findAll()) {
    if (!(it instanceof CfnLogGroup)) continue;
    it.retentionInDays = 90;
    it.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
