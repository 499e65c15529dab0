import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';
import { RemovalPolicy, type Duration } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

type Settings = {
  /** Contains `handler.ts`. */
  readonly folder: string;
  /** In megabytes. */
  readonly memorySize: number;
  readonly timeout: Duration;
};

/**
 * A function without secrets. It is declared with CDK because Amplify adds code that fetches secrets to the functions
 * it declares: decision 18.
 * @param settings `group` is the stack that it belongs to
 */
export function plainFunction(
  name: string,
  { group, ...settings }: Settings & { readonly group: string },
) {
  return defineFunction((scope) => declareFunction(scope, name, settings), {
    resourceGroupName: group,
  });
}

/**
 * The same in a stack that there is already, for a function that not every backend has.
 * @param settings `failures` receives the events of asynchronous calls that failed each time
 */
export function declareFunction(
  scope: Construct,
  name: string,
  { folder, memorySize, timeout, failures }: Settings & { readonly failures?: IQueue },
): NodejsFunction {
  return new NodejsFunction(scope, name, {
    entry: join(folder, 'handler.ts'),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize,
    timeout,
    // Codecs of pictures are in the bundle, so that it is one file.
    bundling: { format: OutputFormat.ESM, minify: true, loader: { '.wasm': 'binary' } },
    logGroup: new LogGroup(scope, `${name}-logs`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    ...(failures && { deadLetterQueue: failures }),
  });
}
