import { own } from './own.ts';
import type { Resource } from './template/resource.ts';

/** Every kind of resource this cloud knows, and who stands it up. */
const servedBy: { readonly [type: string]: string } = {
  'AWS::CDK::Metadata': 'nobody: it tells AWS which CDK was used',
  'AWS::CloudFormation::Stack': 'template',
  'AWS::Cognito::UserPool': 'cognito',
  'AWS::Cognito::UserPoolClient': 'cognito',
  'AWS::Cognito::UserPoolGroup': 'cognito',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::IAM::Role': 'iam',
  'AWS::IAM::Policy': 'iam',
  'AWS::Lambda::Function': 'lambda',
  'AWS::Lambda::Permission': 'gateway',
  'AWS::Lambda::EventSourceMapping': 'streams',
  'AWS::SQS::Queue': 'sqs',
  'AWS::SQS::QueuePolicy': 'nobody: it asks for TLS, and nothing here leaves the machine',
  'AWS::CloudWatch::Alarm': 'alarms: the terminal says when one goes off',
  'AWS::Logs::LogGroup': 'nobody: logs are printed in the terminal, not kept',
  'AWS::ApiGateway::RestApi': 'gateway',
  'AWS::ApiGateway::Resource': 'gateway',
  'AWS::ApiGateway::Method': 'gateway',
  'AWS::ApiGateway::Authorizer': 'gateway',
  'AWS::ApiGateway::GatewayResponse': 'gateway',
  'AWS::ApiGateway::Deployment': 'gateway',
  'AWS::ApiGateway::Stage': 'gateway',
  // Amplify declares these with every user pool. They trade tokens for AWS credentials, which the app
  // never asks for (src/cloud/config.ts), so there is nothing to run.
  'AWS::Cognito::IdentityPool': 'nobody: the app uses no AWS credentials',
  'AWS::Cognito::IdentityPoolRoleAttachment': 'nobody: the app uses no AWS credentials',
};

/** Who stands up a kind of resource, in one word; `nobody` where there is nothing to do. */
export function serverOf(type: string): string | undefined {
  return own(servedBy, type)?.split(':')[0];
}

/** Throws for what would be missing here and present in AWS, naming it. */
export function refuseUnserved(resources: readonly Resource[]): void {
  const unserved = resources.filter(({ type }) => !Object.hasOwn(servedBy, type));
  if (unserved.length === 0) return;
  const names = unserved.map(({ path, type }) => `  ${type} (${path})`).join('\n');
  throw new Error(
    `The local cloud does not run these resources of amplify/backend.ts:\n${names}\n` +
      'Take them out, or deploy to a sandbox in AWS with: npx ampx sandbox',
  );
}
