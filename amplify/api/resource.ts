import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * The one function behind every route of every form. In CDK's words, because before a function that is
 * described in Amplify's stands code that fetches secrets, and this one has none: decision 18.
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
