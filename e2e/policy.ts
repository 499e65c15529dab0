/** A policy as CDK wrote it, to be read and changed before the cloud reads it. */
type Statement = { Action: string | string[]; Resource: unknown };
type Declared = { readonly Type: string; readonly Properties: Record<string, unknown> };

/** What a function's own policy says; nothing where the resource is another. */
export function statementsOf(
  lambda: 'api' | 'mail',
  { Type, Properties }: Declared,
): readonly Statement[] {
  if (Type !== 'AWS::IAM::Policy') return [];
  if (!JSON.stringify(Properties['Roles']).includes(`${lambda}lambda`)) return [];
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
