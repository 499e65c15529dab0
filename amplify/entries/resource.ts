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
import { byFormIndex } from './by-form-index.ts';

/**
 * The only table. Each entry is in its author's partition, so people cannot reach each other's entries; the
 * index `byForm` lists a form's entries by time, for its owners.
 */
export function entriesTable(scope: Construct): Table {
  const isKept = isProduction(scope);
  const table = new Table(scope, 'Entries', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: isKept,
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  table.addGlobalSecondaryIndex({
    indexName: byFormIndex,
    partitionKey: { name: 'formKey', type: AttributeType.STRING },
    sortKey: { name: 'formOrder', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  });
  return table;
}

/** What the function for devices without an account uses: the same, but never everybody's entries. */
export function grantOpenEntriesAccess(handler: IFunction, table: Table): void {
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
}

/** Exactly the operations that the API function uses: no Scan, no delete, no wildcard. */
export function grantEntriesAccess(handler: IFunction, table: Table): void {
  grantOpenEntriesAccess(handler, table);
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${byFormIndex}`],
    }),
  );
}
