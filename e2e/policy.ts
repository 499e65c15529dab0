/** A policy as CDK wrote it, to be read and changed before the cloud reads it. */
type Statement = { Action: string | string[]; Resource: unknown };
type Declared = { readonly Type: string; readonly Properties: Record<string, unknown> };

/** How CDK calls their roles. */
const roles = { api: /apiServiceRole/, mail: /maillambdaServiceRole/ };

/** What a function's own policy says; nothing where the resource is another. */
export function statementsOf(
  lambda: 'api' | 'mail',
  { Type, Properties }: Declared,
): readonly Statement[] {
  if (Type !== 'AWS::IAM::Policy') return [];
  if (!roles[lambda].test(JSON.stringify(Properties['Roles']))) return [];
  return (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
}

/** `dynamodb:Query`, or `dynamodb:Query on an index`. */
export function rightsIn({ Action, Resource }: Statement): readonly string[] {
  const where = JSON.stringify(Resource).includes('/index/') ? ' on an index' : '';
  return [Action].flat().map((it) => it + where);
}

export function actionOf(right: string): string {
  return right.split(' ')[0] ?? right;
}

/** What a resource grants, each under a name: `api dynamodb:GetItem`, `gateway POST/*`. */
export function grantsIn(resource: Declared): readonly string[] {
  const rights = (['api', 'mail'] as const).flatMap((lambda) =>
    statementsOf(lambda, resource)
      .flatMap(rightsIn)
      .map((right) => `${lambda} ${right}`),
  );
  return resource.Type === 'AWS::Lambda::Permission' ? [gatewayGrant(resource)] : rights;
}

/** Takes one of them away. */
export function takeAway(grant: string, resource: Declared): void {
  for (const lambda of ['api', 'mail'] as const)
    for (const statement of statementsOf(lambda, resource))
      statement.Action = rightsIn(statement)
        .filter((right) => `${lambda} ${right}` !== grant)
        .map(actionOf);
  if (resource.Type === 'AWS::Lambda::Permission' && gatewayGrant(resource) === grant)
    resource.Properties['SourceArn'] = 'arn:aws:execute-api:us-east-1:000000000000:nothing';
}

/** The end of what the permission is for: API, stage and method come from elsewhere in the template. */
function gatewayGrant({ Properties }: Declared): string {
  const { SourceArn } = Properties as { SourceArn: { 'Fn::Join': [string, readonly unknown[]] } };
  return `gateway ${String(SourceArn['Fn::Join'][1].at(-1)).slice(1)}`;
}
