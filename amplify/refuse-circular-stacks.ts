/**
 * Turns CDK's warnings about templates into errors, above all the one about two stacks that depend on each
 * other, which CloudFormation would reject in the middle of a deployment. Call it before `defineBackend`: a
 * CDK app reads its context when it is created, and `ampx` does not read cdk.json.
 */
export function refuseCircularStacks(): void {
  const context = JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}') as object;
  process.env['CDK_CONTEXT_JSON'] = JSON.stringify({
    ...context,
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  });
}
