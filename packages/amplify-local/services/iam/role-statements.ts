import { getOwn } from '../../template/get-own-value.ts';
import { roleArn } from '../../template/arn.ts';
import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { Statement } from './policy-statement.ts';

/** All statements of a role: from its own policies and those attached to it. */
export function statementsOf(role: string, resources: readonly Resource[]): readonly Statement[] {
  const found = resources.find(
    ({ type, id }) => type === 'AWS::IAM::Role' && (id === role || roleArn(id) === role),
  );
  if (!found) throw new Error(`There is no role ${role} in the backend.`);
  const own = readerOf(found);
  own.nothingBut(supportedProperties);
  const attached = resources
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .map(readerOf)
    .filter((policy) => policy.texts('Roles')?.includes(found.id));
  return [
    ...[...own.each('Policies'), ...attached].flatMap(statementsIn),
    ...(own.texts('ManagedPolicyArns') ?? []).flatMap((arn) => managedStatements(arn, own)),
  ];
}

/** All properties except PermissionsBoundary. */
const supportedProperties = [
  'AssumeRolePolicyDocument',
  'Description',
  'ManagedPolicyArns',
  'MaxSessionDuration',
  'Path',
  'Policies',
  'RoleName',
  'Tags',
];

/** The content of statements is validated when they are evaluated. */
function statementsIn(policy: Reader): readonly Statement[] {
  const { Statement: one } = policy.object('PolicyDocument');
  const given = (one ?? policy.refuse('PolicyDocument.Statement', 'is missing')) as Statement[];
  return [given].flat();
}

function managedStatements(arn: string, role: Reader): readonly Statement[] {
  return (
    getOwn(managed, arn) ??
    role.refuse(
      'ManagedPolicyArns',
      `has ${arn}, which is unknown to packages/amplify-local/services/iam/role-statements.ts`,
    )
  );
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
