import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';
import { RemovalPolicy, type Duration } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

type Settings = {
  /** Contains `handler.ts`. */
  readonly folder: string;
  /** The stack that it belongs to. */
  readonly group: string;
  /** In megabytes. */
  readonly memorySize: number;
  readonly timeout: Duration;
};

/**
 * A function without secrets. It is declared with CDK because Amplify adds code that fetches secrets to the functions
 * it declares: decision 18.
 */
export function plainFunction(name: string, { folder, group, memorySize, timeout }: Settings) {
  return defineFunction(
    (scope) =>
      new NodejsFunction(scope, name, {
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
      }),
    { resourceGroupName: group },
  );
}
