import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { failureQueue, grantStreamConsumer } from '../entries/stream-consumer.ts';
import { plainFunction } from '../plain-function.ts';
import { isProduction } from '../production.ts';

/** Keeps the counts that charts are made of: docs/decisions/0067-counts.md. */
export const counts = plainFunction('counts', {
  folder: import.meta.dirname,
  group: 'counts',
  memorySize: 512,
  // A recount reads the whole table: some thousand entries a second.
  timeout: Duration.minutes(15),
});

/** Sends each change of an entry from the table's stream to the function, and to the returned queue if it fails. */
export function connectCountsToStream(scope: Construct, handler: IFunction, table: Table): Queue {
  const uncounted = failureQueue(scope, 'UncountedChanges');
  const stream = table.tableStreamArn ?? '';
  const own = [
    {
      // A recount reads everything, and the counts.
      actions: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:Scan'],
      resources: [table.tableArn],
    },
  ];
  grantStreamConsumer(handler, own, { stream, failures: uncounted });
  handler.addEventSourceMapping('ChangedEntries', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    // Changes that are counted together share the writes of the counts.
    batchSize: 500,
    maxBatchingWindow: Duration.seconds(10),
    filters: [
      FilterCriteria.filter({
        dynamodb: { NewImage: { sk: { S: FilterRule.beginsWith('entry#') } } },
      }),
    ],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // What is given up is counted by the next recount.
    retryAttempts: 100,
    maxRecordAge: Duration.hours(24),
    onFailure: { bind: () => ({ destination: uncounted.queueArn }) },
  });
  return uncounted;
}

/** In production the function counts everything again every night. `npm run recount` does so at once. */
export function recountEveryNight(scope: Construct, handler: IFunction): void {
  if (!isProduction(scope)) return;
  const everyNight = new Rule(scope, 'EveryNight', {
    schedule: Schedule.cron({ minute: '17', hour: '3' }),
  });
  const event = RuleTargetInput.fromObject({ recount: true });
  everyNight.addTarget(new LambdaFunction(handler, { event }));
}
