import type { Resource } from '../template/resource.ts';
import { number, onlyProperties, part, record, refuse, text } from '../template/properties.ts';

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
  onlyProperties(resource, [...honoured, ...harmless]);
  if (text(resource, 'PackageType', 'Zip') !== 'Zip') refuse(resource, 'PackageType');
  const runtime = text(resource, 'Runtime');
  if (!runtime.startsWith('nodejs')) refuse(resource, 'Runtime');
  return {
    name: resource.id,
    bundleFolder,
    handler: text(resource, 'Handler'),
    environment: { ...variables(resource), ...extraEnvironment },
    timeoutSeconds: number(resource, 'Timeout', 3),
    memoryMegabytes: number(resource, 'MemorySize', 128),
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

function variables(resource: Resource): Record<string, string> {
  const given = part(resource, 'Environment');
  onlyProperties(given, ['Variables']);
  const named = part(given, 'Variables');
  return Object.fromEntries(
    Object.keys(record(given, 'Variables')).map((name) => [name, text(named, name)]),
  );
}
