import { own } from '../own.ts';
import { account, arn, region, roleArn } from './arn.ts';
import { anyCase, characters, generatedName, lowercase, uuid } from './physical-id.ts';

/** What a resource is known by: `id` is what `Ref` gives, `attribute` what `Fn::GetAtt` gives. */
export type Identity = {
  readonly id: string;
  readonly attribute: (name: string) => string;
};

/** What an identity may be made from. Properties are resolved only when asked for. */
export type Subject = {
  readonly type: string;
  readonly path: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly property: (name: string) => unknown;
};

type Kind = {
  readonly id: (self: Subject) => string;
  readonly attributes?: { readonly [name: string]: (id: string, self: Subject) => string };
};

/** The identity of a resource; attributes CloudFormation has and this table lacks are refused. */
export function identityOf(self: Subject): Identity {
  const kind = own(kinds, self.type) ?? unnamed;
  const id = kind.id(self);
  return {
    id,
    attribute(name) {
      const attribute = own(kind.attributes, name);
      if (!attribute)
        throw new Error(
          `Fn::GetAtt ${self.type} ${name} is unknown to local/template/identities.ts.`,
        );
      return attribute(id, self);
    },
  };
}

const named =
  (property: string) =>
  (self: Subject): string => {
    const name = self.property(property);
    return typeof name === 'string'
      ? name
      : generatedName(self.stackName, self.logicalId, self.path);
  };

const drawn =
  (length: number, alphabet = lowercase) =>
  (self: Subject): string =>
    characters(self.path, length, alphabet);

const itself = (id: string): string => id;

const unnamed: Kind = { id: (self) => generatedName(self.stackName, self.logicalId, self.path) };

/** Real streams are labelled with the time they were switched on; ours with a fixed one. */
const table: Kind = {
  id: named('TableName'),
  attributes: {
    Arn: (id) => arn('dynamodb', `table/${id}`),
    StreamArn: (id) => arn('dynamodb', `table/${id}/stream/2026-01-01T00:00:00.000`),
  },
};

const kinds: { readonly [type: string]: Kind } = {
  'AWS::ApiGateway::Authorizer': { id: drawn(6), attributes: { AuthorizerId: itself } },
  'AWS::ApiGateway::Deployment': { id: drawn(6), attributes: { DeploymentId: itself } },
  'AWS::ApiGateway::Model': { id: named('Name') },
  'AWS::ApiGateway::RequestValidator': { id: drawn(6), attributes: { RequestValidatorId: itself } },
  'AWS::ApiGateway::Resource': { id: drawn(6), attributes: { ResourceId: itself } },
  'AWS::ApiGateway::RestApi': {
    id: drawn(10),
    attributes: { RestApiId: itself, RootResourceId: (id) => `${id}/root` },
  },
  'AWS::ApiGateway::Stage': { id: named('StageName') },
  'AWS::CloudWatch::Alarm': {
    id: named('AlarmName'),
    attributes: { Arn: (id) => arn('cloudwatch', `alarm:${id}`) },
  },
  'AWS::Cognito::IdentityPool': { id: (self) => `${region}:${uuid(self.path)}` },
  'AWS::Cognito::UserPool': {
    id: (self) => `${region}_${drawn(9, anyCase)(self)}`,
    attributes: {
      Arn: (id) => arn('cognito-idp', `userpool/${id}`),
      ProviderName: (id) => `cognito-idp.${region}.amazonaws.com/${id}`,
      ProviderURL: (id) => `https://cognito-idp.${region}.amazonaws.com/${id}`,
      UserPoolId: itself,
    },
  },
  'AWS::Cognito::UserPoolClient': { id: drawn(26), attributes: { ClientId: itself } },
  'AWS::Cognito::UserPoolDomain': { id: named('Domain') },
  'AWS::Cognito::UserPoolGroup': { id: named('GroupName') },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::IAM::Policy': { id: named('PolicyName') },
  'AWS::IAM::Role': {
    id: named('RoleName'),
    attributes: {
      Arn: roleArn,
      RoleId: (_, self) => `AROA${characters(self.path, 17, lowercase).toUpperCase()}`,
    },
  },
  'AWS::Lambda::EventSourceMapping': { id: (self) => uuid(self.path), attributes: { Id: itself } },
  'AWS::Lambda::Function': {
    id: named('FunctionName'),
    attributes: { Arn: (id) => arn('lambda', `function:${id}`) },
  },
  'AWS::Logs::LogGroup': {
    id: named('LogGroupName'),
    attributes: { Arn: (id) => arn('logs', `log-group:${id}:*`) },
  },
  'AWS::S3::Bucket': {
    // A bucket's name may hold no capitals.
    id: (self) => named('BucketName')(self).toLowerCase(),
    attributes: { Arn: (id) => `arn:aws:s3:::${id}` },
  },
  'AWS::SNS::Topic': {
    id: (self) => arn('sns', named('TopicName')(self)),
    attributes: { TopicArn: itself, TopicName: (id) => id.split(':').at(-1) ?? id },
  },
  'AWS::SQS::Queue': {
    id: (self) => `https://sqs.${region}.amazonaws.com/${account}/${named('QueueName')(self)}`,
    attributes: {
      Arn: (_, self) => arn('sqs', named('QueueName')(self)),
      QueueName: (_, self) => named('QueueName')(self),
      QueueUrl: itself,
    },
  },
};
