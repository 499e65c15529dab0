import { randomUUID } from 'node:crypto';
import {
  CloudFormation,
  type CreateStackCommandInput,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Declaration, Template } from '../template/assembly.ts';
import { testAccount, type TestAccount } from './test-account.ts';

export const StackName = 'amplify-formstead-me-sandbox-0123456789';
export const Bucket = 'cdk-hnb659fds-assets-000000000000-us-east-1';

type Resources = Record<string, Declaration>;

/** A minimal backend: accounts, an API without routes, and a table in a nested stack. */
export function backend(more: Resources = {}, entries: Resources = { Entries: table() }) {
  return {
    root: {
      Resources: {
        Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UsernameAttributes: ['email'] } },
        Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'formstead' } },
        Deployment: {
          Type: 'AWS::ApiGateway::Deployment',
          Properties: { RestApiId: { Ref: 'Api' } },
        },
        Stage: {
          Type: 'AWS::ApiGateway::Stage',
          Properties: {
            RestApiId: { Ref: 'Api' },
            DeploymentId: { Ref: 'Deployment' },
            StageName: 'v1',
          },
        },
        ...more,
      },
      Outputs: {
        url: { Value: { 'Fn::Sub': 'https://${Api}.execute-api.us-east-1.amazonaws.com/v1/' } },
        customOutputs: { Value: '{"custom":{"mine":1}}' },
      },
    },
    entries: {
      Resources: entries,
      Outputs: { Table: { Value: { Ref: 'Entries' } } },
    },
  };
}

export function table(key = 'pk'): Declaration {
  return {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'Entries',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
    },
  };
}

type Uploads = { readonly root: Template; readonly entries: Template };

/** An account, with functions to deploy into it. */
export async function deployments(given?: TestAccount) {
  const account = given ?? (await testAccount());
  const cloudFormation = new CloudFormation(account.client);
  const s3 = new S3(account.client);

  async function upload({ root, entries }: Uploads): Promise<string> {
    const keyOf = async (template: Template): Promise<string> => {
      const Key = `${randomUUID()}.json`;
      await s3.putObject({ Bucket, Key, Body: JSON.stringify(template) });
      return Key;
    };
    const nested = {
      entries0A1B2C3D: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: `${account.url}/${Bucket}/${await keyOf(entries)}` },
      },
    };
    const whole = { ...root, Resources: { ...root.Resources, ...nested } };
    return `${account.url}/${Bucket}/${await keyOf(whole)}`;
  }

  async function described(name = StackName): Promise<Stack> {
    const { Stacks = [] } = await cloudFormation.describeStacks({ StackName: name });
    return Stacks[0] ?? ({} as Stack);
  }

  /** The stack once no operation is in progress. */
  async function settled(name: string): Promise<Stack> {
    for (;;) {
      const stack = await described(name);
      if (!stack.StackStatus?.endsWith('_IN_PROGRESS')) return stack;
      await sleep(20);
    }
  }

  return {
    account,
    cloudFormation,
    s3,
    dynamo: new DynamoDB(account.client),
    described,
    settled,
    upload,
    async create(uploads: Uploads, more: Partial<CreateStackCommandInput> = {}): Promise<Stack> {
      const TemplateURL = await upload(uploads);
      const { StackId = '' } = await cloudFormation.createStack({
        StackName,
        TemplateURL,
        ...more,
      });
      return settled(StackId);
    },
    async update(uploads: Uploads): Promise<Stack> {
      const TemplateURL = await upload(uploads);
      const { StackId = '' } = await cloudFormation.updateStack({ StackName, TemplateURL });
      return settled(StackId);
    },
    async delete(): Promise<Stack> {
      const { StackId = '' } = await described();
      await cloudFormation.deleteStack({ StackName });
      return settled(StackId);
    },
    /** Such as `Entries CREATE_COMPLETE`, oldest first. */
    async events(name = StackName): Promise<readonly string[]> {
      const { StackEvents = [] } = await cloudFormation.describeStackEvents({ StackName: name });
      return StackEvents.toReversed().map((it) => `${it.LogicalResourceId} ${it.ResourceStatus}`);
    },
  };
}
