import { defineFunction, secret } from '@aws-amplify/backend';
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Resend's own sender for trying things out; it delivers to the account's owner alone. */
const senderToTryWith = 'Formstead <onboarding@resend.dev>';

/** Sends what forms confirm. The one function that knows a secret; docs/mail.md says how to set it. */
export const mail = defineFunction({
  name: 'mail',
  entry: './handler.ts',
  resourceGroupName: 'mail',
  runtime: 24,
  architecture: 'arm64',
  memoryMB: 256,
  // It waits for a provider that is down; a record that fails at once still fails at once.
  timeoutSeconds: 120,
  logging: { retention: '1 month' },
  environment: {
    RESEND_API_KEY: secret('RESEND_API_KEY'),
    MAIL_API: 'https://api.resend.com',
    MAIL_FROM: process.env['MAIL_FROM'] || senderToTryWith,
    OWNERS_MAIL: process.env['OWNERS_MAIL'] || 'nobody',
  },
});

/**
 * Every new entry, from the table's stream to the function, and to the queue it gives what the function could not do.
 * All of it stands in the function's own stack, which knows the table's; the table's knows nothing of it.
 */
export function mailNewEntries(scope: Construct, handler: IFunction, table: Table): Queue {
  const undelivered = new Queue(scope, 'UndeliveredMail', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const stream = table.tableStreamArn ?? '';
  letMailNewEntries(handler, table.tableArn, stream, undelivered.queueArn);
  handler.addEventSourceMapping('NewEntries', {
    eventSourceArn: stream,
    // A mapping that is made anew begins at the oldest record: markers keep what was sent from being sent.
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    // For company: up to ten entries are then one request. A mail may come this much later.
    maxBatchingWindow: Duration.seconds(5),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('entry#') } } },
      }),
    ],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 60,
    // Half of the 24 hours for which the provider knows an Idempotency-Key.
    maxRecordAge: Duration.hours(12),
    onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
  });
  return undelivered;
}

/**
 * Exactly what the function and its mapping do. A marker lies in its author's partition, beside the entry,
 * and IAM's dynamodb:LeadingKeys tells partitions apart but not items: so it may put and get any item. It gets
 * the one it is about to write of, to see that it is still there.
 */
function letMailNewEntries(handler: IFunction, table: string, stream: string, queue: string): void {
  const rights = [
    { actions: ['dynamodb:PutItem', 'dynamodb:GetItem'], resources: [table] },
    {
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [stream],
    },
    { actions: ['sqs:SendMessage'], resources: [queue] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
}
