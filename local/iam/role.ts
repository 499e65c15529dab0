import { roleArn } from '../template/arn.ts';
import type { Resource } from '../template/resource.ts';
import type { Statement } from './statement.ts';

/** Every statement that speaks for a role: its own policies and those attached to it. */
export function statementsOf(role: string, resources: readonly Resource[]): readonly Statement[] {
  const found = resources.find(
    ({ type, id }) => type === 'AWS::IAM::Role' && (id === role || roleArn(id) === role),
  );
  if (!found) throw new Error(`There is no role ${role} in the backend.`);
  const { Policies = [], ManagedPolicyArns = [], PermissionsBoundary } = found.properties as Role;
  if (PermissionsBoundary !== undefined)
    throw new Error(`${found.path}: PermissionsBoundary is not understood locally.`);
  const attached = resources
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .map(({ properties }) => properties as AttachedPolicy)
    .filter(({ Roles = [] }) => Roles.includes(found.id));
  return [
    ...[...Policies, ...attached].flatMap(({ PolicyDocument }) =>
      [PolicyDocument.Statement].flat(),
    ),
    ...ManagedPolicyArns.flatMap((arn) => managedStatements(arn, found.path)),
  ];
}

function managedStatements(arn: string, path: string): readonly Statement[] {
  const statements = managed[arn];
  if (statements) return statements;
  throw new Error(`${path}: the managed policy ${arn} is unknown to local/iam/role.ts.`);
}

const managed: { readonly [arn: string]: readonly Statement[] } = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  ],
};

type Policy = {
  readonly PolicyDocument: { readonly Statement: Statement | readonly Statement[] };
};
type AttachedPolicy = Policy & { readonly Roles?: readonly string[] };
type Role = {
  readonly Policies?: readonly Policy[];
  readonly ManagedPolicyArns?: readonly string[];
  readonly PermissionsBoundary?: unknown;
};
