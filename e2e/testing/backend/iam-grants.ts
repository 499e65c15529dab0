/** A policy as CDK synthesized it, to be changed before the cloud reads it. */
type Statement = { Action: string | string[]; Resource: unknown };
type Declared = { readonly Type: string; readonly Properties: Record<string, unknown> };

/** The names that CDK gives the functions' roles. */
const rolePatterns = {
  api: /apiServiceRole/,
  counts: /countsServiceRole/,
  eraser: /eraserServiceRole/,
  open: /openServiceRole/,
  mail: /maillambdaServiceRole/,
  scanner: /scannerServiceRole/,
  shrinker: /shrinkerServiceRole/,
  webhooks: /webhookslambdaServiceRole/,
};

type FunctionName = keyof typeof rolePatterns;
const functionNames = Object.keys(rolePatterns) as readonly FunctionName[];

/** The statements of a function's own policy; none if the resource is something else. */
export function statementsOf(
  lambda: FunctionName,
  { Type, Properties }: Declared,
): readonly Statement[] {
  if (Type !== 'AWS::IAM::Policy') return [];
  if (!rolePatterns[lambda].test(JSON.stringify(Properties['Roles']))) return [];
  return (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
}

/** For example `dynamodb:Query` or `dynamodb:Query on an index`. */
export function rightsIn({ Action, Resource }: Statement): readonly string[] {
  const where = JSON.stringify(Resource).includes('/index/') ? ' on an index' : '';
  return [Action].flat().map((it) => it + where);
}

export function actionOf(right: string): string {
  return right.split(' ')[0] ?? right;
}

/** The names of all grants in a resource, for example `api dynamodb:GetItem` or `gateway POST/*`. */
export function grantsIn(resource: Declared): readonly string[] {
  const rights = functionNames.flatMap((lambda) =>
    statementsOf(lambda, resource)
      .flatMap(rightsIn)
      .map((right) => `${lambda} ${right}`),
  );
  return resource.Type === 'AWS::Lambda::Permission' ? [callerGrant(resource)] : rights;
}

/** Removes one grant from a resource. */
export function removeGrant(grant: string, resource: Declared): void {
  for (const lambda of functionNames)
    for (const statement of statementsOf(lambda, resource))
      statement.Action = rightsIn(statement)
        .filter((right) => `${lambda} ${right}` !== grant)
        .map(actionOf);
  if (resource.Type === 'AWS::Lambda::Permission' && callerGrant(resource) === grant)
    resource.Properties['SourceArn'] = 'arn:aws:execute-api:us-east-1:000000000000:nothing';
}

/**
 * Who may call a function: the bucket, a rule, or the gateway, with the end of the ARN; the rest comes from the template.
 */
function callerGrant({ Properties }: Declared): string {
  if (Properties['Principal'] === 's3.amazonaws.com') return 'bucket events';
  if (Properties['Principal'] === 'events.amazonaws.com') return 'scan events';
  const { SourceArn } = Properties as { SourceArn: { 'Fn::Join': [string, readonly unknown[]] } };
  return `gateway ${String(SourceArn['Fn::Join'][1].at(-1)).slice(1)}`;
}
