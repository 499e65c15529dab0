import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * The one function behind every route of every form. It is declared with CDK because Amplify adds code that
 * fetches secrets to the functions it declares, and this one has no secrets: decision 18.
 */
export const api = defineFunction(
  (scope) =>
    new NodejsFunction(scope, 'api', {
      entry: join(import.meta.dirname, 'handler.ts'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(10),
      bundling: { format: OutputFormat.ESM, minify: true },
      logGroup: new LogGroup(scope, 'api-logs', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    }),
  { resourceGroupName: 'api' },
);
