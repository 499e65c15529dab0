import { readerOf, type Reader } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

export type LambdaSettings = {
  readonly name: string;
  /** The CDK asset folder with `index.mjs` or `index.js`. */
  readonly bundleFolder: string;
  /** `index.handler`: the file and its export. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** `nodejs24.x`. */
  readonly runtime: string;
};

/** Reads an `AWS::Lambda::Function`, and adds the local cloud's variables to its environment. */
export function lambdaSettingsFrom(
  resource: Resource,
  bundleFolder: string,
  extraEnvironment: Readonly<Record<string, string>>,
): LambdaSettings {
  const lambda = readerOf(resource);
  lambda.nothingBut([...supported, ...ignored]);
  lambda.only('PackageType', undefined, 'Zip');
  const runtime = lambda.requiredText('Runtime');
  if (!runtime.startsWith('nodejs')) lambda.refuse('Runtime', `is ${runtime}, not Node.js`);
  return {
    name: resource.id,
    bundleFolder,
    handler: lambda.requiredText('Handler'),
    environment: { ...variables(lambda), ...extraEnvironment },
    timeoutSeconds: lambda.number('Timeout') ?? 3,
    memoryMegabytes: lambda.number('MemorySize') ?? 128,
    runtime,
  };
}

const supported = ['Environment', 'Handler', 'MemorySize', 'PackageType', 'Runtime', 'Timeout'];

/**
 * Ignored here: where its code is, its role (the DynamoDB proxy checks it), its log settings, how many sandboxes are
 * reserved for it (there are four of each function), and the queue for events of asynchronous calls that failed, as the
 * permission to write there was checked.
 */
const ignored = [
  'Architectures',
  'Code',
  'DeadLetterConfig',
  'Description',
  'EphemeralStorage',
  'FunctionName',
  'LoggingConfig',
  'ReservedConcurrentExecutions',
  'Role',
  'Tags',
  'TracingConfig',
];

function variables(lambda: Reader): Record<string, string> {
  const environment = lambda.part('Environment');
  environment.nothingBut(['Variables']);
  const names = Object.keys(environment.object('Variables'));
  return Object.fromEntries(
    names.map((name) => [name, environment.requiredText(`Variables.${name}`)]),
  );
}
