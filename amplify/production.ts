import type { Construct } from 'constructs';

/** The branch whose people's data must survive a mistake. Previews and sandboxes may be thrown away. */
const productionBranch = 'main';

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
