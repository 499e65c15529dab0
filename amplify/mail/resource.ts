import { defineFunction, secret } from '@aws-amplify/backend';
import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { brand } from '#brand/brand.ts';
import type { Construct } from 'constructs';
import { appAddress } from '../app-address.ts';
import { failureQueue, grantStreamConsumer } from '../entries/stream-consumer.ts';

/** Resend's sender for tests, which delivers only to the owner of the Resend account. */
const testSender = `${brand.name} <onboarding@resend.dev>`;

/** Sends the mails of forms. It is the only function with a secret; docs/mail.md says how to set it. */
export const mail = defineFunction({
  name: 'mail',
  entry: './handler.ts',
  resourceGroupName: 'mail',
  runtime: 24,
  architecture: 'arm64',
  memoryMB: 256,
  // Long enough to wait for a provider that is down. Other failures end the function at once.
  timeoutSeconds: 120,
  logging: { retention: '1 month' },
  environment: {
    RESEND_API_KEY: secret('RESEND_API_KEY'),
    MAIL_API: 'https://api.resend.com',
    MAIL_FROM: process.env['MAIL_FROM'] || testSender,
    APP_ADDRESS: appAddress(process.env),
    OWNERS_MAIL: process.env['OWNERS_MAIL'] || 'nobody',
  },
});

/**
 * Sends each new entry, each personal link to be mailed, each confirmation that was waiting for its address and each review that sends an entry back, from the table's stream to the function, and to the returned queue if the function fails.
 * It is all in the function's stack, which depends on the table's stack, and not the other way round.
 * @param notifies whether owners of a form get mail: only then it needs their addresses, and each entry that was released
 */
export function connectMailToStream(
  scope: Construct,
  handler: IFunction,
  { table, notifies }: { readonly table: Table; readonly notifies: boolean },
): Queue {
  const undelivered = failureQueue(scope, 'UndeliveredMail');
  const stream = table.tableStreamArn ?? '';
  // Delivery records are in the same partition as the entry, and IAM's dynamodb:LeadingKeys distinguishes partitions, not
  // items, so the function may put and get any item. It reads an entry to check that it has not been withdrawn.
  const own = [{ actions: ['dynamodb:PutItem', 'dynamodb:GetItem'], resources: [table.tableArn] }];
  // Who the owners of a form are, and how many entries it has, is read only for forms that notify them.
  if (notifies) own.push({ actions: ['dynamodb:Query'], resources: [table.tableArn] });
  if (notifies) reportEveryHour(scope, handler);
  grantStreamConsumer(handler, own, { stream, failures: undelivered });
  handler.addEventSourceMapping('NewEntries', {
    eventSourceArn: stream,
    // A recreated mapping starts at the oldest record. Delivery records prevent a second mail.
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    // Collects up to ten entries into one call. It delays a mail by this much.
    maxBatchingWindow: Duration.seconds(5),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('entry#') } } },
      }),
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('invite-mail#') } } },
      }),
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('confirm#') } } },
      }),
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: {
          NewImage: {
            sk: { S: FilterRule.beginsWith('review#') },
            state: { S: FilterRule.isEqual('sent-back') },
          },
        },
      }),
      ...(notifies
        ? [
            FilterCriteria.filter({
              eventName: FilterRule.isEqual('INSERT'),
              dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('released#') } } },
            }),
          ]
        : []),
    ],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 60,
    // Half of the 24 hours for which the provider remembers an Idempotency-Key.
    maxRecordAge: Duration.hours(12),
    onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
  });
  return undelivered;
}

/** Digests are sent at seven in the morning somewhere, and further new entries are counted by the hour. */
function reportEveryHour(scope: Construct, handler: IFunction): void {
  const everyHour = new Rule(scope, 'EveryHour', { schedule: Schedule.cron({ minute: '0' }) });
  const event = RuleTargetInput.fromObject({ reports: true });
  everyHour.addTarget(new LambdaFunction(handler, { event }));
}
