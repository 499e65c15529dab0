import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** What is looked at. It knows nothing of being watched, so no two stacks wait for each other. */
export type Watched = {
  readonly api: RestApi;
  readonly handleApi: IFunction;
  readonly handleMail: IFunction;
  readonly entries: Table;
  readonly undelivered: Queue;
};
