import { expect, test } from 'vitest';
import type { Properties, Resource } from '../../template/resource.ts';
import { statementsOf } from './role-statements.ts';
import type { Statement } from './policy-statement.ts';

const may = (Action: string): Statement => ({ Effect: 'Allow', Action, Resource: '*' });
const resource = (type: string, id: string, properties: Properties): Resource => ({
  path: `api/${id}`,
  type,
  id,
  properties,
});
const role = (properties: Properties = {}): Resource =>
  resource('AWS::IAM::Role', 'ApiRole', properties);
const policy = (Roles: string[], Statement: unknown): Resource =>
  resource('AWS::IAM::Policy', 'Policy', { Roles, PolicyDocument: { Statement } });

const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

test("a role has its own policies' statements and those of policies attached to it", () => {
  const own = role({ Policies: [{ PolicyDocument: { Statement: [may('s3:GetObject')] } }] });
  const attached = policy(['Other', 'ApiRole'], [may('dynamodb:PutItem'), may('dynamodb:Query')]);
  const foreign = policy(['Other'], [may('*')]);
  expect(statementsOf('ApiRole', [own, attached, foreign])).toEqual([
    may('s3:GetObject'),
    may('dynamodb:PutItem'),
    may('dynamodb:Query'),
  ]);
});

test('a role is also found by its ARN', () => {
  const found = statementsOf('arn:aws:iam::000000000000:role/ApiRole', [
    role(),
    policy(['ApiRole'], may('dynamodb:PutItem')),
  ]);
  expect(found).toEqual([may('dynamodb:PutItem')]);
});

test('the basic execution role may only write logs', () => {
  const [statement, ...others] = statementsOf('ApiRole', [role({ ManagedPolicyArns: [basic] })]);
  expect(others).toEqual([]);
  expect(statement?.Action).toEqual(
    expect.arrayContaining([expect.stringMatching(/^logs:/)]) as unknown,
  );
  expect(JSON.stringify(statement)).not.toMatch(/dynamodb|"Action":"\*"/);
});

test('another managed policy is refused by name', () => {
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  expect(() => statementsOf('ApiRole', [role({ ManagedPolicyArns: [basic, admin] })])).toThrow(
    admin,
  );
});

test('a permissions boundary is refused, not ignored', () => {
  expect(() => statementsOf('ApiRole', [role({ PermissionsBoundary: basic })])).toThrow(
    'api/ApiRole (AWS::IAM::Role): PermissionsBoundary',
  );
});

test('a missing role is reported', () => {
  expect(() => statementsOf('Nobody', [role()])).toThrow('There is no role Nobody');
});
