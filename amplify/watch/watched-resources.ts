import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Scanner } from '../files/scanner/resource.ts';

/** The resources that are watched. They do not refer to alarms, so the stacks do not depend on each other. */
export type WatchedResources = {
  readonly api: RestApi;
  readonly apiFunction: IFunction;
  readonly countsFunction: IFunction;
  readonly mailFunction: IFunction;
  readonly entries: Table;
  readonly undelivered: Queue;
  readonly unerased: Queue;
  readonly uncounted: Queue;
  /** If files are scanned. */
  readonly scans: Scanner | undefined;
};
