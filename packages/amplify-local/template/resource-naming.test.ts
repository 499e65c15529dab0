import { expect, test } from 'vitest';
import { namingsOf } from '../resolve-assembly.ts';
import { services } from '../services.ts';
import { identityOf, type Identity } from './resource-naming.ts';

function identify(type: string, properties: { [name: string]: unknown } = {}): Identity {
  const self = {
    type,
    path: 'api/Thing0A1B2C3D',
    logicalId: 'Thing0A1B2C3D',
    stackName: 'amplify-formstead-local-sandbox-6ed51955ef-api',
    property: (name: string) => properties[name],
  };
  return identityOf(self, namingsOf(services));
}

test.each([
  ['AWS::Cognito::UserPool', /^us-east-1_[0-9a-zA-Z]{9}$/],
  ['AWS::Cognito::UserPoolClient', /^[0-9a-z]{26}$/],
  ['AWS::Cognito::IdentityPool', /^us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['AWS::ApiGateway::RestApi', /^[0-9a-z]{10}$/],
  ['AWS::ApiGateway::Resource', /^[0-9a-z]{6}$/],
  ['AWS::DynamoDB::Table', /^amplify-formstead-local-Thing0A1B2C3D-[0-9A-Z]{12}$/],
  ['AWS::SQS::Queue', /^https:\/\/sqs\.us-east-1\.amazonaws\.com\/000000000000\/amplify-/],
  ['Custom::Whatever', /^amplify-formstead-local-Thing0A1B2C3D-[0-9A-Z]{12}$/],
])('the id of an %s looks like a real one', (type, shape) => {
  expect(identify(type).id).toMatch(shape);
});

test.each([
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::Lambda::Function', 'FunctionName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::ApiGateway::Stage', 'StageName'],
  ['AWS::Cognito::UserPoolGroup', 'GroupName'],
])('an %s with a name keeps it', (type, property) => {
  expect(identify(type, { [property]: 'chosen' }).id).toBe('chosen');
});

test.each([
  ['AWS::DynamoDB::Table', 'Arn', 'arn:aws:dynamodb:us-east-1:000000000000:table/<id>'],
  [
    'AWS::DynamoDB::Table',
    'StreamArn',
    'arn:aws:dynamodb:us-east-1:000000000000:table/<id>/stream/2026-01-01T00:00:00.000',
  ],
  ['AWS::Lambda::Function', 'Arn', 'arn:aws:lambda:us-east-1:000000000000:function:<id>'],
  ['AWS::IAM::Role', 'Arn', 'arn:aws:iam::000000000000:role/<id>'],
  ['AWS::Cognito::UserPool', 'Arn', 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/<id>'],
  ['AWS::Cognito::UserPool', 'ProviderName', 'cognito-idp.us-east-1.amazonaws.com/<id>'],
  ['AWS::Logs::LogGroup', 'Arn', 'arn:aws:logs:us-east-1:000000000000:log-group:<id>:*'],
  ['AWS::ApiGateway::RestApi', 'RootResourceId', '<id>/root'],
])('%s %s has AWS’s format', (type, name, shape) => {
  const { id, attribute } = identify(type);
  expect(attribute(name)).toBe(shape.replace('<id>', id));
});

test("a queue's ARN and URL end with the same name", () => {
  const queue = identify('AWS::SQS::Queue');
  expect(queue.attribute('Arn').split(':').at(-1)).toBe(queue.id.split('/').at(-1));
});

test('an unsupported attribute is refused with type and attribute', () => {
  expect(() => identify('AWS::Lambda::Function').attribute('SnapStart')).toThrow(
    'AWS::Lambda::Function SnapStart',
  );
});

test('generated names are valid in IAM and Lambda', () => {
  expect(identify('AWS::IAM::Role').id.length).toBeLessThanOrEqual(64);
});
