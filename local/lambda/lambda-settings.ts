import { readerOf, type Reader } from '../template/reader.ts';
import type { Resource } from '../template/resource.ts';

export type LambdaSettings = {
  readonly name: string;
  /** The CDK asset folder holding `index.mjs` or `index.js`. */
  readonly bundleFolder: string;
  /** `index.handler`: the file, then what it exports. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** `nodejs24.x`. */
  readonly runtime: string;
};

/** What an `AWS::Lambda::Function` asks for, with what the local cloud adds to its environment. */
export function lambdaSettingsFrom(
  resource: Resource,
  bundleFolder: string,
  extraEnvironment: Readonly<Record<string, string>>,
): LambdaSettings {
  const lambda = readerOf(resource);
  lambda.nothingBut([...honoured, ...harmless]);
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

const honoured = ['Environment', 'Handler', 'MemorySize', 'PackageType', 'Runtime', 'Timeout'];

/** Where it is kept, what it may do (the DynamoDB proxy asks), where it logs: others' business. */
const harmless = [
  'Architectures',
  'Code',
  'Description',
  'EphemeralStorage',
  'FunctionName',
  'LoggingConfig',
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
