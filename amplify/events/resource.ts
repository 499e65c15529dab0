import { defineFunction, secret } from '@aws-amplify/backend';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, StartingPosition, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { secretName } from '#core/events/webhook.ts';
import { webhooks } from '#forms/webhooks.ts';
import { isProduction } from '../production.ts';
import { byDueTimeIndex, deliveriesOfFormIndex } from './delivery-item.ts';

/** Sends to webhooks: docs/webhooks.md. It has the secret of each, which no other function can read. */
export const webhookSender = defineFunction({
  name: 'webhooks',
  entry: './handler.ts',
  resourceGroupName: 'webhooks',
  runtime: 24,
  architecture: 'arm64',
  memoryMB: 256,
  // It is called again every minute.
  timeoutSeconds: 60,
  logging: { retention: '1 month' },
  environment: Object.fromEntries(
    webhooks.map(({ id }) => [secretName(id), secret(secretName(id))]),
  ),
});

/** A table of its own, whose stream starts each delivery: that of the entries has as many readers as it should. */
export function eventsTable(scope: Construct): Table {
  const isKept = isProduction(scope);
  const table = new Table(scope, 'Events', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: isKept,
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const indexes = [
    [byDueTimeIndex, 'dueKey', 'dueAt'],
    [deliveriesOfFormIndex, 'formKey', 'formOrder'],
  ] as const;
  for (const [indexName, partition, sort] of indexes)
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: partition, type: AttributeType.STRING },
      sortKey: { name: sort, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  return table;
}

/** What records events: it adds them, and removes the answers of those that were erased. */
export function grantRecording(handler: IFunction, table: Table): void {
  grant(handler, ['PutItem', 'Query'], table.tableArn);
}

/** What owners do: they list deliveries, send them again, and send tests. */
export function grantOwners(handler: IFunction, table: Table): void {
  grant(handler, ['BatchGetItem', 'PutItem'], table.tableArn);
  grant(handler, ['Query'], `${table.tableArn}/index/${deliveriesOfFormIndex}`);
}

/** Starts new deliveries from the table's stream, and every minute those that are due. */
export function connectEvents(scope: Construct, handler: IFunction, table: Table): void {
  const stream = table.tableStreamArn ?? '';
  grant(handler, ['BatchGetItem', 'GetItem', 'PutItem', 'Query'], table.tableArn);
  for (const index of [byDueTimeIndex, deliveriesOfFormIndex])
    grant(handler, ['Query'], `${table.tableArn}/index/${index}`);
  grant(handler, ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'], stream);
  handler.addEventSourceMapping('FreshDeliveries', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    filters: [FilterCriteria.filter({ dynamodb: { NewImage: { isFresh: { BOOL: [true] } } } })],
    // The schedule does what is not done here.
    retryAttempts: 1,
  });
  if (webhooks.length === 0) return;
  const everyMinute = new Rule(scope, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
  });
  const event = RuleTargetInput.fromObject({ due: true });
  everyMinute.addTarget(new LambdaFunction(handler, { event }));
}

function grant(handler: IFunction, operations: readonly string[], resource: string): void {
  const actions = operations.map((it) => `dynamodb:${it}`);
  handler.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }));
}
