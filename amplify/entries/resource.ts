import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { isProduction } from '../production.ts';
import { byForm } from './names.ts';

/**
 * The one table. An entry lives in its author's partition, so isolation is by construction; the index
 * `byForm` lists a form's entries by time for its owners.
 */
export function entriesTable(scope: Construct): Table {
  const keep = isProduction(scope);
  const table = new Table(scope, 'Entries', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: keep,
    removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  table.addGlobalSecondaryIndex({
    indexName: byForm,
    partitionKey: { name: 'formKey', type: AttributeType.STRING },
    sortKey: { name: 'formOrder', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  });
  return table;
}

/** Exactly what the API function does to the table: no Scan, no delete, no wildcard. */
export function letHandleEntries(handler: IFunction, table: Table): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'dynamodb:PutItem',
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:UpdateItem',
        'dynamodb:Query',
      ],
      resources: [table.tableArn],
    }),
  );
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${byForm}`],
    }),
  );
}
