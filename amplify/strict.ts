/**
 * Makes an error of what CDK only warns of when it checks the templates: two stacks that wait for each
 * other, above all, which CloudFormation would otherwise refuse in the middle of a deployment. To be
 * called before `defineBackend`: `ampx` reads no cdk.json, and an app knows its context from the start.
 */
export function refuseCircularStacks(): void {
  const context = JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}') as object;
  process.env['CDK_CONTEXT_JSON'] = JSON.stringify({
    ...context,
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  });
}
